"""What is wrong in an explanation, found by other means than those that made it.

Rules are asked again of the whole schedule; prices are those of a plan of the whole week made from nothing, with
another search than the one explained with.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from gems.domain.missions import Need
from gems.domain.problem import Problem
from gems.domain.report import Status
from gems.domain.schedule import Assignment, Schedule
from gems.planning.explain.explaining import Explanation, Price
from gems.planning.ports import PlanOptions, Verdict
from gems.rules.checker import judge
from solver.planner import ExactPlanner


def mistakes(problem: Problem, schedule: Schedule, told: Explanation, seconds: float) -> Iterator[str]:
    """Every statement that does not hold; nothing when all do."""
    yield from _of_people(problem, schedule, told)
    today = judge(problem, schedule).cents
    yield from _of_price(problem, told.need, told.verdict, told.price, today, seconds)
    for one in told.unlocks:
        unlocked = one.unlock.problem(problem)
        need = unlocked.need[one.unlock.need_id]
        for wrong in _of_price(unlocked, need, one.price.verdict, one.price, today, seconds):
            yield f"{one.unlock.kind} ({one.unlock.words.en}): {wrong}"


def _of_people(problem: Problem, schedule: Schedule, told: Explanation) -> Iterator[str]:
    before = judge(problem, schedule)
    for able in told.candidates.able:
        after = judge(problem, _with(schedule, able.piece))
        if Counter(after.violations) - Counter(before.violations) or after.cents - before.cents != able.cents:
            yield f"{able.piece.employee_id} is not able at {able.cents}"
    for blocked in told.candidates.blocked:
        mission = problem.mission[blocked.mission_id]
        request, said = mission.request, []
        for slot in mission.slots:
            piece = Assignment(
                start=slot.start,
                end=slot.end,
                employee_id=blocked.employee_id,
                site_id=request.site_id,
                qualification=request.qualification,
                mission_id=mission.id,
            )
            new = Counter(judge(problem, _with(schedule, piece)).violations) - Counter(before.violations)
            said.append({violation.rule for violation in new})
        if not all(said) or not any(blocked.rule in rules for rules in said):
            yield f"{blocked.employee_id} is not blocked by {blocked.rule}"


def _of_price(
    problem: Problem, need: Need, verdict: Verdict, price: Price | None, today: int, seconds: float
) -> Iterator[str]:
    """The price against that of a plan made from nothing."""
    if verdict is Verdict.OPEN and price is None:
        return
    asked = replace(problem, must_serve=frozenset({need.id}))
    again = ExactPlanner().plan(asked, PlanOptions(time_limit_seconds=seconds))
    if price is None:
        if again.status is not Status.NO_PLAN:
            yield "said impossible, and a plan serves it"
        return
    served = sum(p.minutes for one in need.missions for p in price.schedule.by_mission.get(one.id, ()))
    if served != need.minutes:
        yield f"serves {served} of {need.minutes}"
    judged = judge(problem, price.schedule)
    if judged.violations or judged.cents - today != price.cents:
        yield f"its schedule costs {judged.cents - today} with {len(judged.violations)} violations, not {price.cents}"
    if again.cost_cents is None:
        yield "no plan serves it"
        return
    least, bound = again.cost_cents - today, again.bound_cents - today
    if verdict is Verdict.PROVEN and not bound <= price.cents <= least:
        yield f"said {price.cents}, planned again {least} (at least {bound})"
    if verdict is Verdict.FOUND and price.gap_cents and least < price.cents - price.gap_cents:
        yield f"said at best {price.cents - price.gap_cents}, planned again {least}"


def _with(schedule: Schedule, piece: Assignment) -> Schedule:
    return Schedule(horizon=schedule.horizon, assignments=(*schedule.assignments, piece))
