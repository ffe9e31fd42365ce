"""Wishes of people about their times that a schedule does not meet."""

from collections.abc import Iterator
from datetime import date, timedelta

from gems.domain.people import Employee, Wish, WishKind
from gems.domain.time import Span, day_of, days_between, instant_at
from gems.domain.words import Words
from gems.rules.roster import Roster
from gems.rules.statement import Charge, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="unmet_wish",
    kind=RuleKind.PRICED,
    unit=Unit.TIMES,
    title=Words("Souhaits non tenus", "Wishes not met"),
    says=Words(
        "Chaque minute travaillée dans une plage non souhaitée a un prix ; chaque jour souhaité où la personne ne "
        "commence aucun travail dans la plage aussi.",
        "Each minute worked in an unwanted window has a price; so has each wished day on which the person has no work"
        " in the window.",
    ),
    prices=("unmet_wish.unwanted", "unmet_wish.wanted"),
)


def charge(roster: Roster) -> Iterator[Charge]:
    """One item a day and wish: an unwanted window with work in it (a night counts on the day of the window), or a
    wanted one without.

    Minutes are those of pieces, drives left out. A wanted day is met by any minute in its window of the pieces that
    begin that day. It asks nothing when an absence touches the window or the contract does not hold that day.
    """
    for wish in roster.group.wishes:
        person = roster.group.employee.get(wish.employee_id)
        if person is not None and wish.kind is WishKind.UNWANTED:
            yield from _unwanted(roster, wish)
        elif person is not None and wish.kind is WishKind.WANTED:
            yield from _wanted(roster, person, wish)


def _window(wish: Wish, day: date) -> Span:
    return Span(instant_at(day, wish.start_clock), instant_at(day, wish.end_clock))


def _unwanted(roster: Roster, wish: Wish) -> Iterator[Charge]:
    price = roster.problem.prices["unmet_wish.unwanted"]
    for piece in roster.schedule.by_employee.get(wish.employee_id, ()):
        for day in days_between(piece.day - timedelta(days=1), day_of(piece.end)):
            minutes = piece.span.overlap(_window(wish, day)) if wish.holds_on(day) else 0
            if minutes:
                cents = minutes * price
                yield Charge(rule=INFO.name, amount=1, cents=cents, employee_id=wish.employee_id, day=day)


def _wanted(roster: Roster, person: Employee, wish: Wish) -> Iterator[Charge]:
    price = roster.problem.prices["unmet_wish.wanted"]
    for day in roster.horizon.days:
        window = _window(wish, day)
        if not wish.holds_on(day) or not _under_contract(person, day) or roster.away(person.id, window):
            continue
        pieces = (piece for duty in roster.duties[person.id] if duty.day == day for piece in duty.pieces)
        if not any(piece.span.overlap(window) for piece in pieces):
            yield Charge(rule=INFO.name, amount=1, cents=price, employee_id=person.id, day=day)


def _under_contract(person: Employee, day: date) -> bool:
    last = person.contract.last_day
    return person.contract.first_day <= day and (last is None or day <= last)


RULE = Rule(info=INFO, charge=charge)
