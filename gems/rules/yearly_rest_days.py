"""Rest days of the year given for weeks over the legal one."""

from collections.abc import Iterator

from gems.domain.people import ContractKind
from gems.domain.words import Words, hours, same
from gems.rules.naming import days_count
from gems.rules.roster import Roster
from gems.rules.statement import Count, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="yearly_rest_days",
    kind=RuleKind.COUNTED,
    unit=Unit.DAYS,
    title=Words("Jours de repos annuels", "Yearly rest days"),
    says=Words(
        "Dans l'aide à domicile, un contrat de 36, 37, 38 ou 39 h par semaine donne 6, 12, 18 ou 23 jours de repos "
        "par an.",
        "In home care a contract of 36, 37, 38 or 39 hours a week gives 6, 12, 18 or 23 rest days a year.",
    ),
    figures=("yearly_rest_days.h36", "yearly_rest_days.h37", "yearly_rest_days.h38", "yearly_rest_days.h39"),
    not_planned=Words(
        "Les jours se prennent au choix, comme des congés : une fois posés, ils sont des absences que le planning "
        "respecte.",
        "The days are taken by choice, like leave: once set, they are absences that the planner obeys.",
    ),
)
WORDS = Words(
    "{person} : contrat de {actual} par semaine, {days} de repos par an.",
    "{person}: contract of {actual} a week, {days} of rest a year.",
)
MINUTES_AN_HOUR = 60


def count(roster: Roster) -> Iterator[Count]:
    """Days due to each full-timer whose weekly hours, whole hours only, have a figure."""
    for person in roster.group.employees:
        minutes = person.contract.weekly_minutes
        figure = roster.limits.law.figure(f"{INFO.name}.h{minutes // MINUTES_AN_HOUR}", roster.horizon.first)
        if figure is not None and person.contract.kind is ContractKind.FULL_TIME:
            words = WORDS.fill(person=same(person.name), actual=hours(minutes), days=days_count(figure.value))
            yield Count(rule=INFO.name, amount=figure.value, words=words, employee_id=person.id)


RULE = Rule(info=INFO, count=count)
