"""Overtime of full-timers over the year stays within the quota."""

from collections.abc import Iterator

from gems.domain.people import ContractKind
from gems.domain.words import Words, hours, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="overtime_quota",
    kind=RuleKind.HARD,
    unit=Unit.MINUTES,
    title=Words("Contingent d'heures supplémentaires", "Overtime quota"),
    says=Words(
        "Les heures supplémentaires de l'année, passées et prévues, restent dans le contingent : 220 h, 50 h dans "
        "l'aide à domicile. Elles comptent au-delà de 35 h par semaine, ou de la semaine haute si le temps est "
        "annualisé.",
        "Overtime of the year, done and planned, stays within the quota: 220 h, 50 h in home care. It counts beyond "
        "35 h a week, or beyond the high week when time is annualised.",
    ),
    figures=("overtime_quota", "legal_week", "modulation.high"),
)
WORDS = Words(
    "{person} : {actual} d'heures supplémentaires dans l'année, {limit} au plus.",
    "{person}: {actual} of overtime in the year, {limit} at most.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Add the overtime of each week to the counter of the year; all weeks of the horizon go on that counter."""
    for person in roster.group.employees:
        limit = roster.limits.of(INFO.name, person.id, roster.horizon.first)
        if limit is None or person.contract.kind is not ContractKind.FULL_TIME:
            continue
        over = {
            monday: (roster.week_minutes(person.id, monday) or 0) - roster.limits.overtime_start(person, monday)
            for monday in roster.horizon.mondays
        }
        planned = sum(minutes for minutes in over.values() if minutes > 0)
        total = roster.year_done(person.id).overtime_minutes + planned
        if planned and total > limit:
            yield Violation(
                rule=INFO.name,
                employee_id=person.id,
                days=tuple(monday for monday, minutes in over.items() if minutes > 0),
                amount=total - limit,
                words=WORDS.fill(person=same(person.name), actual=hours(total), limit=hours(limit)),
            )


RULE = Rule(info=INFO, check=check)
