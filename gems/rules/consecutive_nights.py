"""Night duties in a row."""

from collections.abc import Iterator
from datetime import date, timedelta

from gems.domain.duty import Duty
from gems.domain.history import DayMark
from gems.domain.time import minutes_within_clock
from gems.domain.words import Words, day, same
from gems.rules.roster import Roster
from gems.rules.statement import Rule, RuleInfo, RuleKind, Unit, Violation

INFO = RuleInfo(
    name="consecutive_nights",
    kind=RuleKind.HARD,
    unit=Unit.TIMES,
    title=Words("Nuits d'affilée", "Nights in a row"),
    says=Words(
        "Dans l'aide à domicile, pas plus de cinq nuits d'affilée. Une nuit est une journée de travail dont au "
        "moins 3 h tombent dans la période de nuit ; elle compte le jour où elle commence.",
        "In home care no more than five nights in a row. A night is a working day with at least 3 h in the night "
        "period; it counts on the day it begins.",
    ),
    figures=("consecutive_nights", "night_duty_min", "night_period.start", "night_period.end"),
)
WORDS = Words(
    "{person} : {actual} nuits d'affilée jusqu'à celle du {day}, {limit} au plus.",
    "{person}: {actual} nights in a row up to that of {day}, {limit} at most.",
)


def check(roster: Roster) -> Iterator[Violation]:
    """Count the nights that run up to each night of the horizon; a longer run is said once, at its end."""
    for person in roster.group.employees:
        nights = {duty.day for duty in roster.duties[person.id] if is_night(roster, duty)}
        for last in sorted(nights):
            excess = _excess(roster, person.id, nights, last)
            next_day = last + timedelta(days=1)
            if excess > 0 and (next_day not in nights or _excess(roster, person.id, nights, next_day) <= 0):
                limit = roster.limits.of(INFO.name, person.id, last) or 0
                run = _run(roster, person.id, nights, last)
                yield Violation(
                    rule=INFO.name,
                    employee_id=person.id,
                    days=tuple(run),
                    amount=excess,
                    words=WORDS.fill(person=same(person.name), actual=len(run), day=day(last), limit=limit),
                )


def _excess(roster: Roster, employee_id: str, nights: set[date], last: date) -> int:
    limit = roster.limits.of(INFO.name, employee_id, last)
    return 0 if limit is None else len(_run(roster, employee_id, nights, last)) - limit


def _run(roster: Roster, employee_id: str, nights: set[date], last: date) -> list[date]:
    """The nights in a row up to this one, in order, past ones included."""
    run: list[date] = []
    while last in nights or (last < roster.horizon.first and roster.mark(employee_id, last) is DayMark.NIGHT):
        run.append(last)
        last -= timedelta(days=1)
    return run[::-1]


def is_night(roster: Roster, duty: Duty) -> bool:
    """Whether enough of this duty falls in the night period."""
    law = roster.limits.law
    start, end = law.value("night_period.start", duty.day), law.value("night_period.end", duty.day)
    minutes = sum(minutes_within_clock(piece.span, start, end) for piece in duty.pieces)
    return minutes >= law.value("night_duty_min", duty.day)


RULE = Rule(info=INFO, check=check)
