"""Two versions of a week side by side: what was added, taken out and moved, for whom, and what it does to the bill."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from datetime import date

from gems.access.policy import Act
from gems.domain.group import Group
from gems.domain.life import Version, VersionHead, piece_key
from gems.domain.missions import request_id_of
from gems.domain.problem import Problem
from gems.domain.schedule import Assignment, Schedule
from gems.domain.words import Words
from gems.planning.office import Declined, Doing, use_case
from gems.planning.survey import survey_without_reasons
from gems.planning.week.problem import problem_of
from gems.planning.week.saying import move_words, piece_words
from gems.planning.week.steps import UNKNOWN
from gems.rules.checker import judge
from gems.rules.roster import Roster
from gems.rules.statement import Violation

ADDED = Words("{piece} : ajoutée", "{piece}: added")
REMOVED = Words("{piece} : retirée", "{piece}: taken out")
SAME = Words("Les deux versions sont identiques.", "Both versions are the same.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """The same hours of a member, given otherwise."""

    before: Assignment
    after: Assignment


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """What differs between two schedules of a week, in time order."""

    added: tuple[Assignment, ...]
    removed: tuple[Assignment, ...]
    moved: tuple[Moved, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.moved)

    def words(self, group: Group) -> tuple[Words, ...]:
        """One sentence for each difference; one that says so when there is none."""
        said = (
            *(move_words(group, one.before, one.after) for one in self.moved),
            *(ADDED.fill(piece=piece_words(group, piece)) for piece in self.added),
            *(REMOVED.fill(piece=piece_words(group, piece)) for piece in self.removed),
        )
        return said or (SAME,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """What differs for one person or one member."""

    id: str
    before_minutes: int
    after_minutes: int
    pieces: int
    """Pieces added, taken out or moved that touch them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Of one version."""

    served_minutes: int
    cents: int
    km: int
    violations: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two versions of a week."""

    first: VersionHead
    second: VersionHead
    between: Between
    people: tuple[Shift, ...]
    """Work and travel; only those something differs for."""
    members: tuple[Shift, ...]
    """Hours served; only those something differs for."""
    before: Figures
    after: Figures
    new_violations: tuple[Violation, ...]
    gone_violations: tuple[Violation, ...]
    words: tuple[Words, ...]


@use_case(Act.SEE_WEEKS)
def compare(doing: Doing, *, monday: date, first: int, second: int) -> Comparison:
    """From the first version to the second; raises Declined when there is no such version."""
    old, new = _version(doing, monday, first), _version(doing, monday, second)
    # One problem for both: the second's prices, so that only the work makes the difference.
    problem = problem_of(doing.work, new)
    between = difference_of(old.schedule, new.schedule)
    before, after = _judged(problem, old.schedule), _judged(problem, new.schedule)
    return Comparison(
        first=old.head,
        second=new.head,
        between=between,
        people=_people(problem, old.schedule, new.schedule, between),
        members=_members(problem, old.schedule, new.schedule, between),
        before=before[0],
        after=after[0],
        new_violations=tuple((after[1] - before[1]).elements()),
        gone_violations=tuple((before[1] - after[1]).elements()),
        words=between.words(doing.work.group),
    )


def difference_of(before: Schedule, after: Schedule) -> Between:
    """What differs. Locks, comments and who put a piece there make no difference.

    A piece that left and one that came are one piece moved when they serve the same mission, else the same request, or
    when they stand at the same place, job and hours.
    """
    old = {piece_key(piece): piece for piece in before.assignments}
    new = {piece_key(piece): piece for piece in after.assignments}
    gone = [piece for key, piece in old.items() if key not in new]
    come = [piece for key, piece in new.items() if key not in old]
    moved = [*_paired(gone, come, _mission), *_paired(gone, come, _request), *_paired(gone, come, _place)]
    return Between(
        added=tuple(come), removed=tuple(gone), moved=tuple(sorted(moved, key=lambda one: (one.after, one.before)))
    )


def _version(doing: Doing, monday: date, number: int) -> Version:
    found = doing.work.versions.find(monday, number)
    if found is None:
        raise Declined(UNKNOWN.fill(number=number))
    return found


def _judged(problem: Problem, schedule: Schedule) -> tuple[Figures, Counter[Violation]]:
    verdict, roster = judge(problem, schedule), Roster(problem, schedule)
    figures = Figures(
        served_minutes=survey_without_reasons(problem, schedule).served_minutes,
        cents=verdict.cents,
        km=sum(duty.km for duties in roster.duties.values() for duty in duties),
        violations=len(verdict.violations),
    )
    return figures, Counter(verdict.violations)


def _people(problem: Problem, before: Schedule, after: Schedule, between: Between) -> tuple[Shift, ...]:
    old, new, monday = Roster(problem, before), Roster(problem, after), problem.horizon.first
    touched = Counter(
        employee_id for pieces in _touched(between) for employee_id in {one.employee_id for one in pieces}
    )
    return tuple(
        Shift(
            id=person.id,
            before_minutes=old.week_minutes(person.id, monday) or 0,
            after_minutes=new.week_minutes(person.id, monday) or 0,
            pieces=touched[person.id],
        )
        for person in problem.group.employees
        if touched[person.id]
    )


def _members(problem: Problem, before: Schedule, after: Schedule, between: Between) -> tuple[Shift, ...]:
    site = problem.group.site
    touched = Counter(
        member for pieces in _touched(between) for member in {site[one.site_id].member_id for one in pieces}
    )
    old, new = _minutes(problem.group, before), _minutes(problem.group, after)
    return tuple(
        Shift(id=member.id, before_minutes=old[member.id], after_minutes=new[member.id], pieces=touched[member.id])
        for member in problem.group.members
        if touched[member.id]
    )


def _touched(between: Between) -> Iterator[tuple[Assignment, ...]]:
    """Difference by difference, the pieces it is made of."""
    yield from ((one.before, one.after) for one in between.moved)
    yield from ((piece,) for piece in (*between.added, *between.removed))


def _minutes(group: Group, schedule: Schedule) -> Counter[str]:
    found = Counter[str]()
    for piece in schedule.assignments:
        found[group.site[piece.site_id].member_id] += piece.minutes
    return found


def _paired(
    gone: list[Assignment], come: list[Assignment], key: Callable[[Assignment], Hashable | None]
) -> Iterator[Moved]:
    """Pieces that left and came under one key, taken out of both lists; None pairs with nothing."""
    waiting: dict[Hashable, list[Assignment]] = {}
    for piece in come:
        if (of_piece := key(piece)) is not None:
            waiting.setdefault(of_piece, []).append(piece)
    for piece in tuple(gone):
        if others := waiting.get(key(piece)):
            after = others.pop(0)
            gone.remove(piece)
            come.remove(after)
            yield Moved(before=piece, after=after)


def _mission(piece: Assignment) -> Hashable | None:
    return piece.mission_id


def _request(piece: Assignment) -> Hashable | None:
    return None if piece.mission_id is None else request_id_of(piece.mission_id)


def _place(piece: Assignment) -> Hashable | None:
    return piece.site_id, piece.qualification, piece.span
