"""Which unlocks are worth a solve: those after which the checker finds somebody for these hours at once."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace

from gems.domain.missions import Mission, Need
from gems.domain.problem import Problem
from gems.domain.schedule import Assignment, Schedule
from gems.domain.validation import faults
from gems.planning.explain.blocking import Candidates
from gems.planning.explain.demands import Demands
from gems.planning.explain.openings import all_contracts, contract, derogations, hire
from gems.planning.explain.unlocks import Unlock, UnlockKind
from gems.planning.insertion import Insertions
from gems.planning.replace.local import Delta, Local
from gems.prices.load import PROFILES
from gems.rules.catalogue import DEROGABLE
from gems.rules.checker import judge
from gems.rules.law import AGREEMENTS

NEVER = frozenset({"member_in_contract", "qualification_match", "contract_dates", "commute_max", "excluded_person"})
"""Rules that keep somebody away whatever the time: asked at other hours, they need not be tried."""
STEPWISE = frozenset({UnlockKind.EARLIER, UnlockKind.LATER, UnlockKind.SHORTER})
"""Kinds of which the least step that works is the one to ask for."""


@dataclass(frozen=True, kw_only=True)
class Offer:
    """An unlock, and the schedule in which it is used and nothing else moves."""

    unlock: Unlock
    problem: Problem
    """The problem once unlocked."""
    standing: Schedule
    """What stands, under the names of the unlocked problem."""
    piece: Assignment
    """What somebody could take at once."""
    cents: int
    """More on the bill with that piece; negative: it saves. What the change itself does to the bill is left out."""

    @property
    def direct(self) -> Schedule:
        """What stands, and the piece."""
        return Schedule(horizon=self.standing.horizon, assignments=(*self.standing.assignments, self.piece))


def offers(problem: Problem, schedule: Schedule, need: Need, found: Candidates) -> Iterator[Offer]:
    """The cheapest of each kind, in order of price. Every one is legal as it stands, by the checker. A hire only where
    nothing else helps, as it is the dearest to think through and to do.

    Each is looked at only once it is asked for: whoever wants few does not wait for all.
    """
    best: dict[UnlockKind, Offer] = {}
    for unlock in _tried(problem, schedule, need, found):
        if unlock.kind in STEPWISE and unlock.kind in best:
            continue
        offer = _offer(problem, schedule, unlock, found)
        if offer is not None and (unlock.kind not in best or offer.cents < best[unlock.kind].cents):
            best[unlock.kind] = offer
    known, broken, helped = set(_faults(problem)), len(judge(problem, schedule).violations), False
    for offer in sorted(best.values(), key=lambda one: one.cents):
        if _holds(offer, known, broken):
            helped = True
            yield offer
    hired = None if helped else _offer(problem, schedule, hire(problem, need), found)
    if hired is not None and _holds(hired, known, broken):
        yield hired


def _tried(problem: Problem, schedule: Schedule, need: Need, found: Candidates) -> Iterator[Unlock]:
    """All but a hire."""
    demands = Demands(problem, need)
    yield from demands.shifted()
    yield from demands.shorter()
    yield from demands.other_days()
    people = problem.group.employee
    unqualified = [one.employee_id for one in found.blocked if one.rule == "qualification_match"]
    held = {held.code for employee_id in unqualified for held in people[employee_id].qualifications}
    for code in sorted(held - {need.request.qualification}):
        yield demands.qualified(code)
    for one in found.blocked:
        yield from derogations(problem, need, problem.mission[one.mission_id], one.violation)
    signing = _best_to_sign(problem, schedule, need, found)
    if signing is not None:
        yield contract(problem, need, signing)


def _best_to_sign(problem: Problem, schedule: Schedule, need: Need, found: Candidates) -> str | None:
    """The person whom one more member in the contract would bring at the least price; None when it helps nobody."""
    outside = [one.employee_id for one in found.blocked if one.rule == "member_in_contract"]
    pieces = list(_pieces(all_contracts(problem, need), schedule, need, outside))
    return min(pieces, key=lambda one: one[1])[0].employee_id if pieces else None


def _offer(problem: Problem, schedule: Schedule, unlock: Unlock, found: Candidates) -> Offer | None:
    """The unlock with its cheapest direct use; None when the checker finds nobody for it."""
    unlocked, standing = unlock.problem(problem), unlock.schedule(schedule)
    need = unlocked.need.get(unlock.need_id)
    pieces = list(_pieces(unlocked, standing, need, _who(unlock, found))) if need is not None else []
    if not pieces:
        return None
    piece, cents = min(pieces, key=lambda one: one[1])
    return Offer(unlock=unlock, problem=unlocked, standing=standing, piece=piece, cents=cents)


def _pieces(
    problem: Problem, schedule: Schedule, need: Need, people: Iterable[str]
) -> Iterator[tuple[Assignment, int]]:
    """What each of these people could take to serve all that is missing of a need, with its price."""
    asks, local = Insertions(problem, schedule), Local(problem, schedule)
    missing = need.minutes - sum(p.minutes for m in need.missions for p in schedule.by_mission.get(m.id, ()))
    for mission in need.missions if missing > 0 else ():
        whole = tuple(slot for slot in mission.slots if slot.minutes == missing)
        if whole and mission.id not in schedule.by_mission:
            for piece in _legal(asks, people, replace(mission, slots=whole)):
                yield piece, local.cents(Delta(added=(piece,)))


def _legal(asks: Insertions, people: Iterable[str], mission: Mission) -> Iterator[Assignment]:
    for employee_id in people:
        found = asks.obstacle(employee_id, mission)
        if isinstance(found, Assignment):
            yield found


def _who(unlock: Unlock, found: Candidates) -> list[str]:
    """Whom to try."""
    if unlock.employee_id is not None:
        return [unlock.employee_id]
    able = [one.piece.employee_id for one in found.able]
    other_job = unlock.kind is UnlockKind.QUALIFICATION
    blocked = [
        one.employee_id
        for one in found.blocked
        if one.rule not in NEVER or (other_job and one.rule == "qualification_match")
    ]
    return able + blocked


def _holds(offer: Offer, known: Set[object], broken: int) -> bool:
    """Whether the change brings no fault into the data, and the whole schedule with the piece breaks nothing more."""
    if any(issue not in known for issue in _faults(offer.problem)):
        return False
    return len(judge(offer.problem, offer.direct).violations) <= broken


def _faults(problem: Problem) -> tuple[object, ...]:
    return tuple(faults(problem.group, agreements=AGREEMENTS, profiles=tuple(PROFILES), rules=DEROGABLE))
