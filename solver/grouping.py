"""Find the missions that no rule tells apart: copies of one plan under many names would only slow the search.

Two missions are interchangeable when they ask for the same times at the same place, every rule forbids them to the same
people, and their prices differ by the same amount for everybody. This is asked of the constraints themselves, on days
of one piece; rows that read more of a request say what (`Constraint.sees`). Left alone are missions with a choice of
times, of a whole week, of a visit by several people, that must be served, or that something standing serves.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from gems.domain.problem import Problem
from gems.domain.requests import FixedSlot, Request
from solver.constraints.statement import Constraint
from solver.duty_table import DutyTable
from solver.heads import Heads, Tier
from solver.universe import Ints, Slot, Universe, slot_of_mission

Place = tuple[Hashable, ...]
Kind = tuple[Place, str, int, str, int | None]
"""Place and times, job, priority, label; of somebody beyond the number asked, the price."""


@dataclass(frozen=True, slots=True)
class _Look:
    """How the constraints see missions of one kind."""

    signature: Hashable
    """The same for kinds that no rule tells apart."""
    cents: dict[str, int]
    """What one head costs the first person who may take it, by bill line."""


def group_missions(problem: Problem, constraints: Sequence[Constraint]) -> Heads:
    """The heads of each group of interchangeable missions."""
    kinds: dict[Kind, list[int]] = defaultdict(list)
    for index in _free(problem):
        kinds[_kind(problem, index)].append(index)
    kinds_at: dict[Place, list[Kind]] = defaultdict(list)
    for kind in kinds:
        kinds_at[kind[0]].append(kind)
    several = [kind for at in kinds_at.values() if len(at) > 1 for kind in at]
    looks = dict(zip(several, _looks(problem, constraints, [kinds[kind][0] for kind in several]), strict=True))
    tiers: dict[int, tuple[Tier, ...]] = {}
    for at in kinds_at.values():
        alike: dict[Hashable, list[Kind]] = defaultdict(list)
        for kind in at:
            alike[looks[kind].signature if kind in looks else None].append(kind)
        for group in alike.values():
            if sum(len(kinds[kind]) for kind in group) > 1:
                found = _tiers(group, kinds, looks)
                tiers[found[0].missions[0]] = found
    return Heads(tiers)


def _free(problem: Problem) -> Iterator[int]:
    stands = {piece.mission_id for piece in problem.baseline.assignments} if problem.baseline else set()
    kept = stands | {mission.id for visit in problem.visits for mission in visit.missions}
    for index, mission in enumerate(problem.missions):
        alone = mission.request.same_person or mission.need_id in problem.must_serve or mission.id in kept
        if isinstance(mission.request.demand, FixedSlot) and not alone:
            yield index


def _kind(problem: Problem, index: int) -> Kind:
    mission = problem.missions[index]
    asked: Request = mission.request
    who = (asked.wanted, asked.excluded)
    place = (mission.slots, asked.member_id, asked.site_id, asked.break_minutes, *who)
    beyond = mission.beyond_cents if mission.beyond else None
    return place, asked.qualification, asked.priority, asked.label, beyond


def _looks(problem: Problem, constraints: Sequence[Constraint], missions: Sequence[int]) -> list[_Look]:
    """How each of these missions is seen: who may take it, and at what price."""
    if not missions:
        return []
    universe = Universe(problem, [slot for index in missions for slot in _slots(problem, index)])
    people, shape = len(universe.employees), (len(universe.employees), len(universe.slots))
    closed = (universe.slot_day < 0)[universe.block_slot]
    for constraint in constraints:
        if constraint.forbidden_blocks is not None:
            closed = closed | constraint.forbidden_blocks(universe)
    open_ = ~closed.reshape(shape)
    table = DutyTable(universe, np.arange(people * len(universe.slots))[:, None])
    inside = universe.slot_day[universe.block_slot] >= 0
    prices: dict[str, Ints] = {}
    for constraint in constraints:
        if constraint.duty_cents is not None:
            cents = np.zeros(len(table), dtype=np.int64)
            cents[inside] = constraint.duty_cents(table.take(inside))
            prices[constraint.rule] = cents.reshape(shape)
    return [
        _look(universe, constraints, column, np.flatnonzero(open_[:, column]), prices)
        for column in range(len(universe.slots))
    ]


def _look(
    universe: Universe, constraints: Sequence[Constraint], column: int, people: Ints, prices: dict[str, Ints]
) -> _Look:
    mission = universe.problem.missions[universe.slots[column].mission]
    seen = tuple(each.sees(universe, mission) for each in constraints if each.sees is not None)
    own = {rule: cents[people, column] for rule, cents in prices.items()}
    apart = tuple((cents - cents[:1]).tobytes() for cents in own.values())
    first = {rule: int(cents[0]) for rule, cents in own.items() if len(cents)}
    return _Look((people.tobytes(), seen, apart), first)


def _slots(problem: Problem, index: int) -> Iterator[Slot]:
    yield from (slot_of_mission(problem, index, span) for span in problem.missions[index].slots)


def _tiers(group: Sequence[Kind], kinds: dict[Kind, list[int]], looks: dict[Kind, _Look]) -> tuple[Tier, ...]:
    """Cheapest heads first; a kind without a look is the only one there."""
    cents = {kind: looks[kind].cents if kind in looks else {} for kind in group}
    order = sorted(group, key=lambda kind: (sum(cents[kind].values()), kinds[kind][0]))
    first = cents[order[0]]
    return tuple(
        Tier(
            missions=tuple(kinds[kind]),
            cents={rule: more for rule, own in cents[kind].items() if (more := own - first[rule])},
            worth=kind not in looks or sum(cents[kind].values()) < 0,
        )
        for kind in order
    )
