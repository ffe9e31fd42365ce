"""From shares of rosters to whole ones: settle the person whose roster is nearest to whole, look for rosters again."""

from collections.abc import Callable
from random import Random

from solver.lagrange import SCALE
from solver.rosters.generation import Generation
from solver.rosters.rosters import Roster

WHOLE = 0.99
NARROW = 0.8
"""With so many of the people of a programme free, or fewer, it is written anew without the others."""
CHANCE = 0.2
"""How much chance there is in what counts as nearest to whole."""


def dive(
    generation: Generation, rounds: int, draw: Random, over: Callable[[], bool], most: int | None = None
) -> dict[int, Roster] | None:
    """A roster of each person by place; None where they would cost more than `most` cents together, or it is over."""
    limit = float("inf") if most is None else SCALE * most
    settled: dict[int, Roster] = {}
    while generation.free:
        mixed = generation.settle(rounds, over, limit)
        if mixed is None or over():
            return None
        known, held = generation.programme.all, generation.held
        free = [(share, r) for share, r in zip(mixed.shares.tolist(), known, strict=True) if r.place not in held]
        whole = [roster for share, roster in free if share >= WHOLE]
        if not whole:
            whole = [max(free, key=lambda one: one[0] * (1 + CHANCE * draw.random()))[1]]
        generation.hold(whole)
        if 0 < len(generation.free) <= NARROW * len(generation.programme.places):
            settled |= generation.held
            limit -= SCALE * sum(roster.cents for roster in generation.held.values())
            generation = generation.narrowed()
    return settled | generation.held
