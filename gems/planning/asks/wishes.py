"""What an employee wishes of the planning: wanted, unwanted or impossible times, in weeks not yet published."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from gems.access.policy import Act
from gems.domain.group import Group
from gems.domain.history import History
from gems.domain.issues import Kind
from gems.domain.people import Wish, WishKind
from gems.domain.time import DAY, WEEK, monday_of
from gems.domain.validation import faults
from gems.domain.words import Words
from gems.domain.words import day as day_words
from gems.planning.asks.parts import new_id
from gems.planning.asks.saying import clock_words, weekday_words
from gems.planning.office import Declined, Doing, Faulty, of_employee, use_case
from gems.planning.views.standing import issued_heads

WISH_WORDS = {
    WishKind.WANTED: Words("souhaite travailler", "would like to work"),
    WishKind.UNWANTED: Words("préfère ne pas travailler", "would rather not work"),
    WishKind.IMPOSSIBLE: Words("ne peut pas travailler", "cannot work"),
}
TOO_LATE = Words(
    "Ces jours sont passés ou leur planning est publié (jusqu'au {day} compris) : appelez le groupement.",
    "Those days are past or their schedule is published (up to {day} included): call the group.",
)
UNKNOWN = Words(
    "Ce souhait n'existe pas, ou plus. Rouvrez la liste.",
    "This wish does not exist, or no longer. Open the list again.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WishLine:
    """One wish of the employee."""

    wish: Wish
    words: Words
    """As people say it."""
    over: bool
    """Its last day is past."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MyWishes:
    """The employee's wishes, and from when a new one counts."""

    wishes: tuple[WishLine, ...]
    counts_from: date
    """The Monday after the last published week: earlier days no longer change by a wish."""


@use_case(Act.SEE_MY_WISHES, about=of_employee)
def my_wishes(doing: Doing, *, employee_id: str) -> MyWishes:
    """The employee's wishes, in the order written."""
    own = (wish for wish in doing.work.group.wishes if wish.employee_id == employee_id)
    lines = (
        WishLine(wish=wish, words=wish_words(wish), over=wish.last_day is not None and wish.last_day < doing.today)
        for wish in own
    )
    return MyWishes(wishes=tuple(lines), counts_from=_counts_from(doing))


@use_case(Act.WRITE_WISH, writes=True, about=of_employee)
def write_wish(doing: Doing, *, employee_id: str, wish: Wish) -> str:
    """Keep a wish, new (empty id) or written again; its id. It counts from the first week not yet published.

    Raises Faulty, and Declined when all its days are past or published.
    """
    work, start = doing.work, _counts_from(doing)
    if wish.id:
        _own(doing, employee_id, wish.id)
    first = start if wish.first_day is None else max(wish.first_day, start)
    if wish.last_day is not None and wish.last_day < start:
        raise Declined(TOO_LATE.fill(day=day_words(start - timedelta(days=1), year=True)))
    kept = replace(
        wish,
        id=wish.id or new_id("W", [one.id for one in work.group.wishes]),
        employee_id=employee_id,
        first_day=first,
    )
    _check(work.group, kept)
    others = [kept if one.id == kept.id else one for one in work.group.wishes]
    work.records.put(Kind.WISH, tuple(others if wish.id else [*others, kept]))
    doing.note(Act.WRITE_WISH, work.group.employee[employee_id].name, wish_words(kept))
    return kept.id


@use_case(Act.WRITE_WISH, writes=True, about=of_employee)
def drop_wish(doing: Doing, *, employee_id: str, wish_id: str) -> None:
    """Take a wish back. Raises Declined."""
    work, wish = doing.work, _own(doing, employee_id, wish_id)
    work.records.put(Kind.WISH, tuple(one for one in work.group.wishes if one.id != wish_id))
    said = wish_words(wish)
    dropped = Words(f"{said.fr} (souhait retiré)", f"{said.en} (wish taken back)")
    doing.note(Act.WRITE_WISH, work.group.employee[employee_id].name, dropped)


def wish_words(wish: Wish) -> Words:
    """ "ne peut pas travailler : lundi, de 8 h 00 à 12 h 00, à partir du lun. 23 nov. 2026"."""
    kind, days, when = WISH_WORDS[wish.kind], weekday_words(wish.weekdays), _dates(wish)
    at = Words("", "")
    if (wish.start_clock, wish.end_clock) != (0, DAY):
        start, end = clock_words(wish.start_clock), clock_words(wish.end_clock)
        at = Words(f", de {start.fr} à {end.fr}", f", {start.en} to {end.en}")
    return Words(f"{kind.fr} : {days.fr}{at.fr}{when.fr}", f"{kind.en}: {days.en}{at.en}{when.en}")


def _dates(wish: Wish) -> Words:
    first = day_words(wish.first_day, year=True) if wish.first_day is not None else None
    last = day_words(wish.last_day, year=True) if wish.last_day is not None else None
    if wish.first_day == wish.last_day and first is not None:
        return Words(f", le {first.fr}", f", on {first.en}")
    start = Words(f", à partir du {first.fr}", f", from {first.en}") if first is not None else Words("", "")
    end = Words(f", jusqu'au {last.fr}", f", until {last.en}") if last is not None else Words("", "")
    return Words(start.fr + end.fr, start.en + end.en)


def _own(doing: Doing, employee_id: str, wish_id: str) -> Wish:
    found = next((one for one in doing.work.group.wishes if one.id == wish_id), None)
    if found is None or found.employee_id != employee_id:
        raise Declined(UNKNOWN)
    return found


def _counts_from(doing: Doing) -> date:
    """The Monday after the last published week from this one on; this Monday when none is."""
    this_week = monday_of(doing.today)
    ahead = [monday + WEEK for monday in issued_heads(doing.work) if monday >= this_week]
    return max([this_week, *ahead])


def _check(group: Group, wish: Wish) -> None:
    mine = tuple(person for person in group.employees if person.id == wish.employee_id)
    alone = replace(
        group,
        employees=mine,
        wishes=(wish,),
        roster_terms=(),
        absences=(),
        requests=(),
        on_calls=(),
        derogations=(),
        travel=(),
        history=History(),
    )
    found = tuple(issue for issue in faults(alone) if issue.kind is Kind.WISH)
    if found:
        raise Faulty(found)
