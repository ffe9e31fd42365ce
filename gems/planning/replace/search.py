"""Who could fill a hole: alone, by giving one piece of their own to somebody free, or through two such gifts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, product

from gems.domain.schedule import Assignment, Origin
from gems.planning.replace.hole import Gap, Hole
from gems.planning.replace.local import Delta, Local, Pieces
from gems.rules.catalogue import RULES

MOST_HOURS_TRIED = 60
"""Possible hours of one request tried for one person; a volume on a fine grid may have hundreds."""
HOURS_TRIED_WITH_GIFTS = 4
"""The same when somebody gives work away: hours that suit the request best only."""


@dataclass(frozen=True, slots=True)
class Gift:
    """A piece that goes from one person to another at the same hours."""

    before: Assignment
    after: Assignment


@dataclass(frozen=True, slots=True)
class Way:
    """One legal way: who takes the hole, and the gifts that free them, in order."""

    employee_id: str
    taken: Pieces
    gifts: tuple[Gift, ...] = ()

    @property
    def delta(self) -> Delta:
        """Everything that goes and comes."""
        return Delta(
            removed=tuple(gift.before for gift in self.gifts),
            added=(*self.taken, *(gift.after for gift in self.gifts)),
        )


class Search:
    """Looks for ways to fill one hole of a schedule in which it stands open."""

    def __init__(self, local: Local, hole: Hole) -> None:
        self.local, self.hole = local, hole
        self.problem = local.problem

    def direct(self, employee_id: str) -> Way | str:
        """The person takes it and nothing else changes; else the rule that blocks where they get furthest."""
        if employee_id in self._closed:
            return RULES[self._closed[employee_id]].info.name
        taken: Pieces = ()
        for gap in self.hole.gaps:
            found = self._legal(employee_id, gap, taken)
            if isinstance(found, int):
                return RULES[found].info.name
            taken = (*taken, found)
        return Way(employee_id, taken)

    @cached_property
    def _closed(self) -> dict[str, int]:
        """Those whom no hours of the first gap would suit; nobody when its hours are of several days."""
        choices = self.hole.gaps[0].choices
        return self.local.closed_to(choices[0]) if len({choice.day for choice in choices}) == 1 else {}

    def with_one_gift(self, employee_id: str) -> Iterator[Way]:
        """The person takes it and gives one piece to somebody who can take it as things stand."""
        for taken, given in self._freed(employee_id):
            for gift in self._gifts(employee_id, given):
                way = Way(employee_id, taken, (gift,))
                if self._fits(gift) and self.local.breaks(way.delta) is None:
                    yield way

    def with_two_gifts(self, employee_id: str) -> Iterator[Way]:
        """The person gives two pieces, or one to somebody who must give one in turn, perhaps to the first."""
        for way in (*self._in_a_row(employee_id), *self._side_by_side(employee_id)):
            if self.local.breaks(way.delta) is None:
                yield way

    def _in_a_row(self, employee_id: str) -> Iterator[Way]:
        for taken, given in self._freed(employee_id):
            for gift in self._gifts(employee_id, given):
                for second in self._second_gifts(gift):
                    if second.after.employee_id == employee_id or self._fits(second):
                        yield Way(employee_id, taken, (gift, second))

    def _side_by_side(self, employee_id: str) -> Iterator[Way]:
        for taken in self._taken(employee_id):
            for pair in combinations(self._movable(employee_id), 2):
                if (
                    self._in_the_way(employee_id, taken) <= set(pair)
                    and self.local.person_breaks(employee_id, Delta(removed=pair, added=taken)) is None
                ):
                    choices = [[gift for gift in self._gifts(employee_id, one) if self._fits(gift)] for one in pair]
                    for first, second in product(*choices):
                        yield Way(employee_id, taken, (first, second))

    def _fits(self, gift: Gift) -> bool:
        """Whether the receiver can take it as things stand."""
        if self._in_the_way(gift.after.employee_id, (gift.after,)):
            return False
        return self.local.person_breaks(gift.after.employee_id, Delta(added=(gift.after,))) is None

    def _in_the_way(self, employee_id: str, taken: Pieces) -> frozenset[Assignment]:
        """A person's own work at the same time: while any of it stays, there is no use in asking the checker."""
        own = self.local.schedule.by_employee.get(employee_id, ())
        return frozenset(piece for piece in own if any(piece.span.overlap(one.span) for one in taken))

    def _legal(self, employee_id: str, gap: Gap, taken: Pieces) -> Assignment | int:
        """The piece at hours that are legal for the person, else the rank of the rule that blocks.

        Hours that somebody had are kept where they can be; hours that nobody had yet go where they cost least.
        """
        blocked, legal = -1, []
        for choice in gap.choices[:MOST_HOURS_TRIED]:
            piece = replace(choice, employee_id=employee_id)
            rank = self.local.breaks(Delta(added=(*taken, piece)))
            if rank is not None:
                blocked = max(blocked, rank)
            elif gap.stood is not None:
                return piece
            else:
                legal.append(piece)
        if not legal:
            return blocked
        return min(legal, key=lambda piece: (self.local.cents(Delta(added=(*taken, piece))), piece.start))

    def _freed(self, employee_id: str) -> Iterator[tuple[Pieces, Assignment]]:
        """The hole in the person's hands, and one piece without which their week is then legal."""
        for taken in self._taken(employee_id):
            in_the_way = self._in_the_way(employee_id, taken)
            for given in self._movable(employee_id):
                alone = Delta(removed=(given,), added=taken)
                if in_the_way <= {given} and self.local.person_breaks(employee_id, alone) is None:
                    yield taken, given

    def _taken(self, employee_id: str) -> Iterator[Pieces]:
        if len(self.hole.gaps) > 1:
            yield tuple(replace(gap.choices[0], employee_id=employee_id) for gap in self.hole.gaps)
            return
        only = self.hole.gaps[0]
        for choice in only.choices[: 1 if only.stood is not None else HOURS_TRIED_WITH_GIFTS]:
            yield (replace(choice, employee_id=employee_id),)

    def _gifts(self, giver: str, given: Assignment) -> Iterator[Gift]:
        """A piece to each other person who may work there."""
        for other in self._may_work_at(given.site_id):
            if other != giver:
                yield Gift(given, _given(given, other))

    def _second_gifts(self, gift: Gift) -> Iterator[Gift]:
        """What the taker of a first gift could give away in turn, to each person who may work there."""
        middle = gift.after.employee_id
        if self._fits(gift):
            return  # One gift is enough.
        in_the_way = self._in_the_way(middle, (gift.after,))
        for given in self._movable(middle):
            alone = Delta(removed=(given,), added=(gift.after,))
            if in_the_way <= {given} and self.local.person_breaks(middle, alone) is None:
                yield from self._gifts(middle, given)

    def _movable(self, employee_id: str) -> Iterator[Assignment]:
        """A person's pieces that may go to somebody else: not locked, not begun, still asked by the member."""
        as_of, known = self.problem.as_of, self.problem.mission
        for piece in self.local.schedule.by_employee.get(employee_id, ()):
            if not piece.locked and (as_of is None or piece.start > as_of) and piece.mission_id in known:
                yield piece

    def may_take(self) -> tuple[str, ...]:
        """Those whose contract names the member of the hole: nobody else can be freed for it."""
        return self._may_work_at(self.hole.first.site_id)

    def _may_work_at(self, site_id: str) -> tuple[str, ...]:
        return self._by_member.get(self.problem.group.site[site_id].member_id, ())

    @cached_property
    def _by_member(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for person in self.problem.group.employees:
            for member_id in person.contract.member_ids:
                found.setdefault(member_id, []).append(person.id)
        return {member_id: tuple(people) for member_id, people in found.items()}


def _given(piece: Assignment, employee_id: str) -> Assignment:
    return replace(piece, employee_id=employee_id, origin=Origin.BY_HAND, published=False)
