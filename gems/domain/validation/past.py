"""Faults of the history."""

from collections.abc import Iterator
from datetime import timedelta

from gems.domain.history import DayMark, History, WeekDone
from gems.domain.issues import Issue, Kind
from gems.domain.time import MONDAY, day_of
from gems.domain.validation.people import YEAR_MAX
from gems.domain.validation.spots import Known, Spot, repeated
from gems.domain.words import Words

MOST_WEEK = 100 * 60
"""Minutes; even an unlawful week has less."""
MOST_TWELVE_WEEKS = 1_000_000 * 60
MOST_REFUSALS = 366
REFUSALS = Words("refus", "refusals")
_MARKS = frozenset(DayMark)


def of_history(history: History, employees: Known, members: Known) -> Iterator[Issue]:
    """Past weeks, counters, known faces and members' ledgers."""
    yield from _of_weeks(history, employees)
    yield from _of_years(history, employees)
    for index, face in enumerate(history.faces):
        spot = Spot(Kind.KNOWN_FACE, index)
        yield from employees.missing(spot, "employee_id", face.employee_id)
        yield from members.missing(spot, "member_id", face.member_id)
        yield from spot.too_long_or_short("minutes", face.minutes, 0, YEAR_MAX)
    yield from repeated(
        Kind.KNOWN_FACE,
        "member_id",
        [(face.employee_id, face.member_id) for face in history.faces],
        Words("Cette personne et cet adhérent sont déjà donnés plus haut.", "This person and member are given above."),
    )
    for index, ledger in enumerate(history.ledgers):
        spot = Spot(Kind.MEMBER_LEDGER, index)
        yield from members.missing(spot, "member_id", ledger.member_id)
        yield from spot.too_long_or_short("asked_minutes", ledger.asked_minutes, 0, MOST_TWELVE_WEEKS)
        yield from spot.too_long_or_short("served_minutes", ledger.served_minutes, 0, MOST_TWELVE_WEEKS)
        yield from spot.too_long_or_short("asked_essential", ledger.asked_essential, 0, ledger.asked_minutes)
        yield from spot.too_long_or_short("served_essential", ledger.served_essential, 0, ledger.served_minutes)
    yield from repeated(
        Kind.MEMBER_LEDGER,
        "member_id",
        [ledger.member_id for ledger in history.ledgers],
        Words("Cet adhérent est déjà donné plus haut.", "This member is given above."),
    )


def _of_weeks(history: History, employees: Known) -> Iterator[Issue]:
    for index, week in enumerate(history.weeks):
        spot = Spot(Kind.WEEK_DONE, index)
        yield from employees.missing(spot, "employee_id", week.employee_id)
        if week.monday.weekday() != MONDAY:
            yield spot.says(
                "monday",
                Words(f"Le {week.monday:%d/%m/%Y} n'est pas un lundi.", f"{week.monday:%d/%m/%Y} is not a Monday."),
                Words("Indiquez le lundi de la semaine.", "Enter the Monday of the week."),
            )
        yield from spot.too_long_or_short("minutes", week.minutes, 0, MOST_WEEK)
        yield from _of_pattern(spot, week)
        yield from _of_nights_and_end(spot, week)
    yield from repeated(
        Kind.WEEK_DONE,
        "monday",
        [(week.employee_id, week.monday) for week in history.weeks],
        Words("Cette semaine de cette personne est déjà donnée plus haut.", "This week of this person is given above."),
    )


def _of_pattern(spot: Spot, week: WeekDone) -> Iterator[Issue]:
    if len(week.pattern) != 7 or not set(week.pattern) <= _MARKS:
        yield spot.says(
            "pattern",
            Words(
                f"« {week.pattern[:20]} » n'est pas un motif de sept lettres J, S, N ou -.",
                f"“{week.pattern[:20]}” is not seven letters J, S, N or -.",
            ),
            Words(
                "Indiquez une lettre par jour, du lundi au dimanche : JJJJJ--.",
                "Enter a letter a day, Monday to Sunday: JJJJJ--.",
            ),
        )


def _of_nights_and_end(spot: Spot, week: WeekDone) -> Iterator[Issue]:
    if not 0 <= week.night_minutes <= max(0, week.minutes):
        yield spot.says(
            "night_minutes",
            Words("Les heures de nuit dépassent les heures faites.", "The night hours exceed the hours done."),
            Words("Indiquez au plus les heures de la semaine.", "Enter at most the hours of the week."),
        )
    if week.last_end is not None and not week.monday <= day_of(week.last_end) <= week.monday + timedelta(days=7):
        yield spot.says(
            "last_end",
            Words("Ce service ne s'est pas terminé cette semaine-là.", "This duty did not end in that week."),
            Words("Indiquez un moment du lundi au lundi suivant.", "Enter a moment from the Monday to the next."),
        )


def _of_years(history: History, employees: Known) -> Iterator[Issue]:
    for index, year in enumerate(history.years):
        spot = Spot(Kind.YEAR_DONE, index)
        yield from employees.missing(spot, "employee_id", year.employee_id)
        yield from spot.too_long_or_short("minutes", year.minutes, 0, 2 * YEAR_MAX)
        yield from spot.too_long_or_short("overtime_minutes", year.overtime_minutes, 0, YEAR_MAX)
        yield from spot.too_long_or_short("territorial_minutes", year.territorial_minutes, 0, 2 * YEAR_MAX)
        yield from spot.outside("refusals", year.refusals, 0, MOST_REFUSALS, REFUSALS)
    yield from repeated(
        Kind.YEAR_DONE,
        "employee_id",
        [year.employee_id for year in history.years],
        Words("Les compteurs de cette personne sont déjà donnés plus haut.", "This person's counters are given above."),
    )
