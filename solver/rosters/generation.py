"""Rosters that better the programme, person by person, and the bound that its prices prove (column generation)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np

from solver.lagrange import SCALE
from solver.rosters.programme import Mixed, RosterProgramme
from solver.rosters.rosters import Roster, Rosters
from solver.universe import Ints

HAIR = 0.5
"""Cents that are nothing."""
CLOSE = 5e-4
"""How near a programme comes to what it proves, as a share of all that the plan costs."""
STAYS = 0.8
"""How far prices stay with the best ones so far."""
KEPT = 40
"""Rosters of each person that a narrower programme begins with, the cheapest."""
STALE = 4
"""Rounds without a new roster after which a programme counts as settled, however far it is from what is proven."""
FLAT = 8
"""Rounds that have proven hardly more after which it counts as settled where rows are left to prices: there is always
one roster more that is new, and never the last one."""
NOTHING = -(1 << 60)
"""Less than any bound."""


@dataclass(slots=True)
class Generation:
    """The search for rosters of some people, beside those who have theirs."""

    rosters: Rosters
    programme: RosterProgramme
    centre: Ints
    """The prices of heads that prove most so far: new ones are looked for near them (Wentges, 1997)."""
    base: int
    """Cents of all that these people have no part in."""
    proven: int = NOTHING
    """Of these people, and of heads beyond those there are already; in thousandths of a cent."""
    stale: int = 0
    """Rounds in a row that have found no new roster."""
    flat: int = 0
    """Rounds in a row by which what is proven has not come nearer by as much as is near."""
    _flat_at: int = NOTHING
    """What was proven before them."""
    held: dict[int, Roster] = field(default_factory=dict)
    """Whose roster is settled, by place."""

    def round(self, mixed: Mixed) -> None:
        """A better roster of each person at prices near those of the programme."""
        # What has found nothing new near the best prices is looked for at the programme's own.
        stays = 0.0 if self.stale else STAYS
        here = np.rint(stays * self.centre + (1 - stays) * mixed.of_rows).astype(np.int64)
        prices = self.rosters.prices(here)
        total, new = self.rosters.heads.relaxed(here, self.programme.loads), False
        for place in self.programme.places:
            if (known := self.held.get(place)) is not None:
                total += SCALE * known.cents + int(here[self.rosters.rows(known)].sum())
                continue
            least, roster = self.rosters.best(place, prices)
            new |= self.programme.add(roster)
            total += least
        self.stale = 0 if new else self.stale + 1
        if total > self.proven:
            self.proven, self.centre = total, here
        self.flat += 1
        if self.proven - self._flat_at > SCALE * self._near(mixed):
            self.flat, self._flat_at = 0, self.proven

    def settle(self, rounds: int, over: Callable[[], bool], most: float = float("inf")) -> Mixed | None:
        """Rounds until the programme is settled, or so many; None where GLOP gives up, or where it is proven that these
        people cost more than `most` (thousandths of a cent)."""
        for _ in range(rounds):
            mixed = self.programme.solve()
            if mixed is None or self.proven > most:
                return None
            if self.settled(mixed) or over():
                return mixed
            self.round(mixed)
        return None if self.proven > most else self.programme.solve()

    def settled(self, mixed: Mixed) -> bool:
        """Whether further rounds are worth little: what is proven is near the programme, or nothing new is found.

        Where rows are left to prices, what is proven stays below the programme however long one looks; elsewhere by no
        more than GLOP rounds.
        """
        flat = self.rosters.leaves_rows and self.flat >= FLAT
        return flat or self.stale >= STALE or mixed.cents - self.proven / SCALE < self._near(mixed)

    def _near(self, mixed: Mixed) -> float:
        """Cents that are little beside what the whole plan costs."""
        return max(HAIR, CLOSE * abs(self.base + mixed.cents))

    def hold(self, kept: Iterable[Roster]) -> None:
        """Let these rosters be these people's."""
        kept = list(kept)
        self.programme.hold(kept)
        self.held |= {roster.place: roster for roster in kept}
        self.proven = self._flat_at = NOTHING
        self.flat = 0

    def narrowed(self) -> "Generation":
        """The same for those whose roster is not settled: a programme without the others is solved sooner."""
        rosters, free = self.rosters, self.free
        programme = RosterProgramme(rosters, free, self.programme.loads + rosters.loads(self.held.values()))
        known: dict[int, list[Roster]] = {place: [] for place in free}
        for roster in self.programme.all:
            if roster.place in known:
                known[roster.place].append(roster)
        for each in known.values():
            for roster in sorted(each, key=partial(rosters.price, self.centre))[:KEPT]:
                programme.add(roster)
        base = self.base + sum(roster.cents for roster in self.held.values())
        return Generation(rosters, programme, self.centre, base)

    @property
    def free(self) -> Sequence[int]:
        """Whose roster is not settled."""
        return [place for place in self.programme.places if place not in self.held]
