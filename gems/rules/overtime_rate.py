"""Overtime hours by rate."""

from collections.abc import Iterator
from datetime import date

from gems.domain.people import ContractKind, Employee
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
    "{person} : semaine du {day}, {minutes} à +{percent} %, soit {extra} de salaire en plus.",
    "{person}: week of {day}, {minutes} at +{percent} %, that is {extra} of pay more.",
)
PER_CENT = 100


def count(roster: Roster) -> Iterator[Count]:
    """For each full-timer, week and rate, the minutes of pay that the premium comes to, rounded down."""
    law = roster.limits.law
    for person in roster.group.employees:
        if person.contract.kind is not ContractKind.FULL_TIME:
            continue
        for monday in roster.horizon.mondays:
            over = (roster.week_minutes(person.id, monday) or 0) - roster.limits.overtime_start(person, monday)
            first = max(0, min(over, law.value("overtime_rate.first_minutes", monday)))
            for rate, minutes in (("first", first), ("beyond", over - first)):
                if minutes > 0:
                    yield _count(person, monday, minutes, law.value(f"overtime_rate.{rate}", monday))


def _count(person: Employee, monday: date, minutes: int, percent: int) -> Count:
    extra = minutes * percent // PER_CENT
    words = WORDS.fill(
        person=same(person.name), day=day(monday), minutes=hours(minutes), percent=percent, extra=hours(extra)
    )
    return Count(rule=INFO.name, amount=extra, words=words, employee_id=person.id)


RULE = Rule(info=INFO, count=count)
