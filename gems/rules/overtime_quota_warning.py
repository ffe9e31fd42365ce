"""Overtime of the year close to the yearly quota."""

from collections.abc import Iterator

from gems.domain.people import ContractKind, Employee
from gems.domain.words import Words, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Count, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="overtime_quota_warning",
    kind=RuleKind.COUNTED,
    unit=Unit.MINUTES,
    title=Words("Contingent d'heures supplémentaires bientôt atteint", "Overtime quota nearly used"),
    says=Words(
        "Une alerte est donnée quand les heures supplémentaires de l'année, planning compris, atteignent 80 % du "
        "contingent.",
        "A warning is given when the overtime of the year, the schedule included, reaches 80 % of the quota.",
    ),
    figures=("overtime_quota_warning", "overtime_quota"),
    not_planned=Words(
        "Ce n'est qu'une alerte ; le contingent lui-même est respecté par le planning.",
        "This is a warning only; the quota itself is obeyed by the planner.",
    ),
)
WORDS = Words(
    "{person} : {done} supplémentaires cette année, planning compris, sur un contingent de {limit}.",
    "{person}: {done} of overtime this year, the schedule included, of a quota of {limit}.",
)
PER_CENT = 100


def count(roster: Roster) -> Iterator[Count]:
    """Overtime minutes of the year and the horizon, once they reach the warning's share of the quota."""
    first = roster.horizon.first
    share = roster.limits.law.value(INFO.name, first)
    for person in roster.group.employees:
        quota = roster.limits.of("overtime_quota", person.id, first)
        if quota is None or person.contract.kind is not ContractKind.FULL_TIME:
            continue
        done = roster.year_done(person.id).overtime_minutes + _planned(roster, person)
        if done * PER_CENT >= quota * share:
            words = WORDS.fill(person=same(person.name), done=hours(done), limit=hours(quota))
            yield Count(rule=INFO.name, amount=done, words=words, employee_id=person.id, warning=True)


def _planned(roster: Roster, person: Employee) -> int:
    return sum(
        max(0, (roster.week_minutes(person.id, monday) or 0) - roster.limits.overtime_start(person, monday))
        for monday in roster.horizon.mondays
    )


RULE = Rule(info=INFO, count=count)
