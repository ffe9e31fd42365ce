"""Days worked in a row, over the history and the horizon."""

from collections.abc import Iterator
from datetime import date, timedelta

from gems.domain.time import days_between
from gems.domain.words import Words, day, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation
from gems.rules.worked_days import worked_by_the_past

INFO = RuleInfo(
    name="consecutive_days_max",
    kind=RuleKind.HARD,
    unit=Unit.DAYS,
    title=Words("Jours travaillés d'affilée", "Days worked in a row"),
    says=Words(
        "Dans l'aide à domicile, personne ne travaille plus de six jours d'affilée, même à cheval sur deux semaines "
        "; la matinée qui suit une nuit compte.",
        "In home care nobody works more than six days in a row, even across two weeks; the morning after a night "
        "counts.",
    ),
    figures=("consecutive_days_max",),
)
WORDS = Words(
    "{person} : {actual} jours travaillés d'affilée jusqu'au {day}, {limit} au plus.",
    "{person}: {actual} days worked in a row until {day}, {limit} at most.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Judge each day of the horizon, and the morning after its last night; a longer run is said once, at its end."""
    after = roster.horizon.last + timedelta(days=1)
    for person in roster.group.employees:
        for last in days_between(roster.horizon.first, after):
            excess = _excess(roster, person.id, last)
            if excess > 0 and (last == after or _excess(roster, person.id, last + timedelta(days=1)) <= 0):
                limit = roster.limits.of(INFO.name, person.id, last) or 0
                run = _run(roster, person.id, last)
                yield Violation(
                    rule=INFO.name,
                    employee_id=person.id,
                    days=tuple(run),
                    amount=excess,
                    words=WORDS.fill(person=same(person.name), actual=len(run), day=day(last), limit=limit),
                )


def _excess(roster: Roster, employee_id: str, last: date) -> int:
    """Days over the limit of the run that ends on a day; 0 when that day is no work of the plan."""
    limit = roster.limits.of(INFO.name, employee_id, last)
    if limit is None or worked_by_the_past(roster, employee_id, last):
        return 0
    return len(_run(roster, employee_id, last)) - limit


def _run(roster: Roster, employee_id: str, last: date) -> list[date]:
    """The days worked in a row up to this one, in order; empty when it is off."""
    days: list[date] = []
    while roster.works_on(employee_id, last):
        days.append(last)
        last -= timedelta(days=1)
    return days[::-1]


RULE = Rule(info=INFO, check=check)
