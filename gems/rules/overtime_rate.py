"""Overtime hours by rate."""

from collections.abc import Iterator

from gems.domain.people import ContractKind
from gems.domain.words import Words, day, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Count, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="overtime_rate",
    kind=RuleKind.COUNTED,
    unit=Unit.MINUTES,
    title=Words("Heures supplémentaires par taux", "Overtime by rate"),
    says=Words(
        "Les heures supplémentaires d'un temps plein sont majorées de 25 % les huit premières de la semaine, puis de "
        "50 %.",
        "A full-timer's overtime is paid 25 % more for the first eight hours of a week, then 50 % more.",
    ),
    figures=("overtime_rate.first", "overtime_rate.beyond", "overtime_rate.first_minutes"),
    not_planned=Words(
        "C'est un taux de paie : le planning en tient compte par le prix des heures supplémentaires.",
        "This is a rate of pay: the planner minds it through the price of overtime.",
    ),
)
WORDS = Words(
    "{person} : semaine du {day}, {first} à +{low} % et {beyond} à +{high} %.",
    "{person}: week of {day}, {first} at +{low} % and {beyond} at +{high} %.",
)


def count(roster: Roster) -> Iterator[Count]:
    """Overtime minutes of each full-timer and week, told by rate."""
    law = roster.limits.law
    for person in roster.group.employees:
        if person.contract.kind is not ContractKind.FULL_TIME:
            continue
        for monday in roster.horizon.mondays:
            over = (roster.week_minutes(person.id, monday) or 0) - roster.limits.overtime_start(person, monday)
            if over > 0:
                first = min(over, law.value("overtime_rate.first_minutes", monday))
                words = WORDS.fill(
                    person=same(person.name),
                    day=day(monday),
                    first=hours(first),
                    low=law.value("overtime_rate.first", monday),
                    beyond=hours(over - first),
                    high=law.value("overtime_rate.beyond", monday),
                )
                yield Count(rule=INFO.name, amount=over, words=words, employee_id=person.id)


RULE = Rule(info=INFO, count=count)
