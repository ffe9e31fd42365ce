"""The ranked list for a hole, who was left out by which rule, and the best of everything for a whole absence."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from gems.domain.people import Derogation
from gems.domain.problem import Problem
from gems.domain.schedule import Schedule
from gems.domain.words import Words
from gems.planning.reasons import counted_rules
from gems.planning.replace.entry import NOTICE, Describing, Entry, Refused
from gems.planning.replace.hole import Hole
from gems.planning.replace.local import Delta, Local
from gems.planning.replace.search import Search, Way

ENOUGH = 5
"""With so many ways found, chains of two gifts are not looked for."""
MOST_THROUGH_OTHERS = 8
BEST_OF_ONE = 2
"""Ways through gifts shown for one taker: the cheapest."""
MOST_PRICED = 40
"""Ways through gifts priced for one taker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Somebody who is in no entry, and the rule that blocks them."""

    employee_id: str
    rule: str


@dataclass(frozen=True, kw_only=True)
class Listing:
    """The answer for one hole."""

    hole: Hole
    entries: tuple[Entry, ...]
    """The best first."""
    left_out: tuple[LeftOut, ...]

    @property
    def why_left_out(self) -> tuple[Words, ...]:
        """Each blocking rule with how many people it blocks, those who came closest first."""
        return counted_rules(Counter(one.rule for one in self.left_out).elements())


@dataclass(frozen=True, kw_only=True)
class Filled:
    """Holes filled one after the other, each the best way."""

    entries: tuple[Entry, ...]
    unfilled: tuple[Hole, ...]
    schedule: Schedule
    """The open one with every entry made."""


class Replacing:
    """Lists for the holes of one schedule in which they stand open."""

    def __init__(
        self, problem: Problem, schedule: Schedule, refused: Refused = frozenset(), not_for: str | None = None
    ) -> None:
        """`not_for`: somebody who is to be free of the hole without being away."""
        self.problem, self.schedule, self._refused, self._not_for = problem, schedule, refused, not_for
        self._describing = Describing(Local(problem, schedule), refused)
        self._agreed = Local(with_agreements(problem, whenever_agreed(problem)), schedule)

    def listing(self, hole: Hole) -> Listing:
        """Everybody who could fill it, alone or through others, and everybody who could not."""
        search, ways = Search(self._agreed, hole), list[Way]()
        blocked: dict[str, str] = {}
        people = [person for person in self.problem.group.employees if person.id != self._not_for]
        for person in people:
            found = search.direct(person.id)
            if isinstance(found, Way):
                ways.append(found)
            else:
                blocked[person.id] = found
        freed = [person for person in search.may_take() if person in blocked]
        ways += [way for person in freed for way in self._cheapest(search.with_one_gift(person))]
        if len(ways) < ENOUGH:
            served = {way.employee_id for way in ways}
            left = [person for person in freed if person not in served]
            ways += [way for person in left for way in self._cheapest(search.with_two_gifts(person))]
        entries = self._ranked(self._entries(hole, ways))
        takers = {entry.employee_id for entry in entries}
        return Listing(
            hole=hole,
            entries=entries,
            left_out=tuple(LeftOut(employee_id=one, rule=rule) for one, rule in blocked.items() if one not in takers),
        )

    def best_of_all(self, holes: Iterable[Hole]) -> Filled:
        """The best way for each hole in turn, as the ones before leave things."""
        entries, unfilled, replacing = list[Entry](), list[Hole](), self
        for hole in holes:
            found = replacing.listing(hole).entries
            if found:
                entries.append(found[0])
                replacing = replacing.after(found[0])
            else:
                unfilled.append(hole)
        return Filled(entries=tuple(entries), unfilled=tuple(unfilled), schedule=replacing.schedule)

    def after(self, entry: Entry) -> "Replacing":
        """The same with one entry made."""
        problem = with_agreements(self.problem, entry.agreements)
        return Replacing(problem, entry.delta.schedule(self.schedule), self._refused, self._not_for)

    def _ranked(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """The best first: everybody who can alone, and the best ways through others."""
        ranked = sorted(entries, key=lambda entry: entry.rank(self.problem))
        through_others = [entry for entry in ranked if entry.way.gifts][:MOST_THROUGH_OTHERS]
        return tuple(entry for entry in ranked if not entry.way.gifts or entry in through_others)

    def _entries(self, hole: Hole, ways: Iterable[Way]) -> Iterator[Entry]:
        for way in ways:
            yield self._describing.entry(hole, way, self._agreed.cents(way.delta))

    def _cheapest(self, ways: Iterator[Way]) -> list[Way]:
        found = list(islice(ways, MOST_PRICED))
        return sorted(found, key=lambda way: self._agreed.cents(way.delta))[:BEST_OF_ONE]


def opened(schedule: Schedule, holes: Iterable[Hole]) -> Schedule:
    """The schedule in which the holes stand open: the work that is lost taken out."""
    lost = tuple(piece for hole in holes for piece in hole.lost)
    return Delta(removed=lost).schedule(schedule)


def with_agreements(problem: Problem, agreements: Iterable[Derogation]) -> Problem:
    """The problem with some more derogations; one of the same id is the same."""
    known = {row.id for row in problem.group.derogations}
    fresh = tuple(row for row in agreements if row.id not in known)
    if not fresh:
        return problem
    return replace(problem, group=replace(problem.group, derogations=(*problem.group.derogations, *fresh)))


def whenever_agreed(problem: Problem) -> tuple[Derogation, ...]:
    """As if everybody agreed to late hours: who must is found afterwards."""
    first, last = problem.horizon.first, problem.horizon.last
    row = Derogation(
        id=f"{NOTICE}/*", rule=NOTICE, employee_id=None, first_day=first, last_day=last, limit=0, reason=""
    )
    return (row,)
