"""From shares of rosters to whole ones: settle the person whose roster is nearest to whole, look for rosters again."""

from collections.abc import Callable
from random import Random

from solver.lagrange import SCALE
from solver.rosters.generation import Generation
from solver.rosters.programme import Mixed
from solver.rosters.rosters import Roster

WHOLE = 0.99
NARROW = 0.8
"""With so many of the people of a programme free, or fewer, it is written anew without the others."""
CHANCE = 0.2
"""How much chance there is in what counts as nearest to whole."""
SPARE = 0.05
"""Share of the time left at its beginning with which a dive should have ended: the plan is then bettered once more."""
ENDLESS = 1e9
"""More seconds, or counted work, than anybody has."""


def endless() -> float:
    """Nothing ends."""
    return ENDLESS


def dive(
    generation: Generation,
    rounds: int,
    draw: Random,
    over: Callable[[], bool],
    most: int | None = None,
    left: Callable[[], float] = endless,
) -> dict[int, Roster] | None:
    """A roster of each person by place; None where they would cost more than `most` cents together, or it is over.

    `left`: seconds, or counted work, until it is over. A dive cut short would be lost: so each roster has its share of
    what is left, and where that has come to its end all who are left take the roster they have the largest share of.
    """
    limit = float("inf") if most is None else SCALE * most
    settled: dict[int, Roster] = {}
    spare = SPARE * left()
    while generation.free:
        mixed = generation.settle(rounds, _enough(over, left, spare, len(generation.free)), limit)
        if mixed is None or over():
            return None
        generation.hold(_nearest_to_whole(generation, mixed, draw, everybody=left() < spare))
        if 0 < len(generation.free) <= NARROW * len(generation.programme.places):
            settled |= generation.held
            limit -= SCALE * sum(roster.cents for roster in generation.held.values())
            generation = generation.narrowed()
    return settled | generation.held


def _enough(over: Callable[[], bool], left: Callable[[], float], spare: float, free: int) -> Callable[[], bool]:
    """Whether the share of one roster of so many is spent: rounds take less from roster to roster, so that the next one
    takes twice the mean."""
    now = left()
    until = now - max(0.0, now - spare) * 2 / (free + 1)
    return lambda: over() or left() < until


def _nearest_to_whole(generation: Generation, mixed: Mixed, draw: Random, *, everybody: bool) -> list[Roster]:
    """The rosters to settle next: all that are whole, else one; of everybody, each the one with the largest share."""
    known, held = generation.programme.all, generation.held
    free = [(share, r) for share, r in zip(mixed.shares.tolist(), known, strict=True) if r.place not in held]
    if everybody:
        return list({roster.place: roster for _, roster in sorted(free, key=lambda one: one[0])}.values())
    whole = [roster for share, roster in free if share >= WHOLE]
    return whole or [max(free, key=lambda one: one[0] * (1 + CHANCE * draw.random()))[1]]
