"""Why hours are not served: who is kept from them by what, what serving them would cost, what would open the way.

Nothing is claimed that was not tried: people by the checker, prices by a planner whose answer the checker judges.
"""

import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice

from gems.domain.missions import Need
from gems.domain.problem import Problem
from gems.domain.schedule import Schedule
from gems.planning.build import PlannerDisagreement
from gems.planning.explain.blocking import Candidates, candidates
from gems.planning.explain.offers import Offer, offers
from gems.planning.explain.unlocks import Unlock, UnlockKind
from gems.planning.ports import Case, Explainer, NearPlan, Verdict
from gems.planning.week.compare import Between, difference_of
from gems.rules.checker import judge

SECONDS = 8.0
MOST_UNLOCKS = 3
"""The cheapest few are solved."""


@dataclass(frozen=True, kw_only=True)
class Price:
    """What serving hours comes to, with the schedule that shows it."""

    verdict: Verdict
    """Proven: no legal schedule costs less. Found: one may, by `gap_cents` at most."""
    cents: int
    """More on the bill of what stands; negative: it saves."""
    gap_cents: int | None
    """None where time was too short to tell how much less it could cost."""
    schedule: Schedule
    between: Between
    """What changes from what stands."""
    fallen: tuple[tuple[Need, int], ...]
    """Needs that lose hours, and how many minutes."""


@dataclass(frozen=True, kw_only=True)
class Unlocked:
    """An unlock with its price."""

    unlock: Unlock
    price: Price


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """The whole answer for one need."""

    need: Need
    missing_minutes: int
    candidates: Candidates
    """With everything else where it is."""
    verdict: Verdict
    """Of serving it in full with the data as it is."""
    price: Price | None
    """None when it is impossible, or when time was too short."""
    unlocks: tuple[Unlocked, ...]
    """The cheapest first, a hire last."""


def missing_minutes(need: Need, schedule: Schedule) -> int:
    """Minutes of a need that nobody works."""
    pieces = [piece for mission in need.missions for piece in schedule.by_mission.get(mission.id, ())]
    return max(0, need.minutes - sum(piece.minutes for piece in pieces))


def explain(
    problem: Problem, schedule: Schedule, need_id: str, explainer: Explainer, seconds: float = SECONDS
) -> Explanation:
    """Answer for one need of a standing schedule; raises KeyError for no need, PlannerDisagreement."""
    need = problem.need[need_id]
    free = [mission for mission in need.missions if mission.id not in schedule.by_mission]
    plain_case, start = _case(problem, schedule, need_id), time.monotonic()
    # What serving it costs as things are is solved while unlocks are looked for and solved.
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(explainer.near, [plain_case], seconds)
        pricing, found = Pricing(problem, schedule), candidates(problem, schedule, free)
        chosen = list(islice(offers(problem, schedule, need, found), MOST_UNLOCKS))
        cases = [_case(offer.problem, offer.standing, offer.unlock.need_id, offer.direct) for offer in chosen]
        answers = explainer.near(cases, seconds - (time.monotonic() - start))
        (plain,) = asked.result()
    price = pricing.of(plain_case, plain, None)
    unlocked = [
        Unlocked(unlock=offer.unlock, price=found_price)
        for case, offer, answer in zip(cases, chosen, answers, strict=True)
        if (found_price := pricing.of(case, answer, offer)) is not None
        # What costs as much without changing anything unlocks nothing.
        and (price is None or found_price.cents < price.cents)
    ]
    return Explanation(
        need=need,
        missing_minutes=missing_minutes(need, schedule),
        candidates=found,
        verdict=plain.verdict,
        price=price,
        unlocks=tuple(sorted(unlocked, key=lambda one: (one.unlock.kind is UnlockKind.HIRE, one.price.cents))),
    )


def _case(problem: Problem, standing: Schedule, need_id: str, direct: Schedule | None = None) -> Case:
    return Case(problem=replace(problem, must_serve=frozenset({need_id})), standing=standing, direct=direct)


class Pricing:
    """Answers as the checker bills them, against what stands today."""

    def __init__(self, problem: Problem, schedule: Schedule) -> None:
        self._today = judge(problem, schedule)

    def of(self, case: Case, answer: NearPlan, offer: Offer | None) -> Price | None:
        """None without an answer; the direct use of an offer when that is cheaper, or all there is."""
        found = None if answer.schedule is None else self._judged(case, answer.schedule, answer)
        if offer is None or answer.verdict is Verdict.PROVEN:
            return found
        direct = self._judged(case, offer.direct, NearPlan(verdict=Verdict.FOUND, gap_cents=None))
        if found is None or found.cents <= direct.cents:
            return direct if found is None else found
        least = None if found.gap_cents is None else found.cents - found.gap_cents
        return replace(direct, gap_cents=None if least is None else direct.cents - least)

    def _judged(self, case: Case, schedule: Schedule, answer: NearPlan) -> Price:
        """Every answer is judged, and its need counted, before anything is said of it."""
        after = judge(case.problem, schedule)
        new = Counter(after.violations) - Counter(self._today.violations)
        unserved = [n for n in case.problem.must_serve if missing_minutes(case.problem.need[n], schedule)]
        if new or unserved:
            words = "; ".join(violation.words.en for violation in [*new][:5]) or f"not served: {unserved}"
            raise PlannerDisagreement(case.problem, schedule, f"the checker refuses the answer: {words}")
        return Price(
            verdict=answer.verdict,
            cents=after.cents - self._today.cents,
            gap_cents=answer.gap_cents,
            schedule=schedule,
            between=difference_of(case.standing, schedule),
            fallen=tuple(_fallen(case, schedule)),
        )


def _fallen(case: Case, schedule: Schedule) -> Iterator[tuple[Need, int]]:
    for need in case.problem.needs:
        lost = missing_minutes(need, schedule) - missing_minutes(need, case.standing)
        if lost > 0:
            yield need, lost
