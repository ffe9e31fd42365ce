"""A proposed post before the checker: its fortnight twice in a row, as the person would live it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from gems.domain.composition import ComposeQuestion, Post
from gems.domain.hiring import hired, staffed, unpeopled
from gems.domain.missions import request_id_of
from gems.domain.problem import Problem
from gems.domain.requests import Demand, Request, Volume
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import DAYS_OF_WEEK, Horizon, instant_at, local
from gems.domain.typical import REPEATED, WEEKS
from gems.prices.load import prices
from gems.rules.checker import judge
from gems.rules.roster import Roster
from gems.rules.statement import Violation


def problem_of(question: ComposeQuestion, post: Post, weeks: int = WEEKS) -> Problem:
    """The post's person alone over the typical weeks."""
    fortnight = question.fortnight
    person = hired(post.id, post.kind, question.terms, fortnight.mondays[0])
    return staffed(unpeopled(fortnight.group), [person], Horizon(fortnight.first, weeks))


def own_problem(question: ComposeQuestion, post: Post) -> Problem:
    """The same, asked for exactly what the post holds, each week, to be planned: does its work stand by itself?"""
    problem = problem_of(question, post)
    requests = [own for request in problem.group.requests for own in _own(request, post, problem.horizon)]
    group = replace(problem.group, requests=tuple(requests))
    return replace(problem, group=group, prices=prices(group.settings.profile))


def stands_alone(question: ComposeQuestion, post: Post, plan: Schedule | None) -> bool:
    """Whether a plan of the post's own problem is legal, of all that the post holds, each week within modulation."""
    problem = own_problem(question, post)
    if plan is None or judge(problem, plan).violations:
        return False
    roster, terms = Roster(problem, plan), question.terms
    weeks = [roster.week_minutes(post.id, monday) or 0 for monday in problem.horizon.mondays]
    whole = sum(piece.minutes for piece in plan.assignments) == sum(piece.minutes for piece in post.pieces)
    return whole and all(terms.low <= minutes <= terms.high for minutes in weeks)


def _own(request: Request, post: Post, horizon: Horizon) -> Iterator[Request]:
    """What the post holds of a request, as a request of each week."""
    held = {piece.day: piece.minutes for piece in post.pieces if request_id_of(piece.mission_id or "") == request.id}
    for number, monday in enumerate(horizon.mondays, start=1):
        days = {monday + timedelta(days=day) for day in range(DAYS_OF_WEEK)} & held.keys()
        if days:
            recurrence = request.recurrence
            recurrence = replace(recurrence, except_days=recurrence.except_days | set(horizon.days) - days)
            demand = _for_one(request.demand, [held[day] for day in days])
            yield replace(request, id=f"{request.id} {number}", demand=demand, recurrence=recurrence)


def _for_one(demand: Demand, minutes: Sequence[int]) -> Demand:
    """What is asked of one person on whose days these minutes are held."""
    if isinstance(demand, Volume):
        return replace(demand, weekly_minutes=sum(minutes), most_days=len(minutes))
    return replace(demand, headcount=1, most_headcount=None)


def violations(question: ComposeQuestion, post: Post, weeks: int = REPEATED) -> tuple[Violation, ...]:
    """What the checker finds in the post's fortnight, lived twice (once when `weeks` says so).

    The second time the pieces serve no mission where the fortnight after asks otherwise: hours, rests and drives are
    what repeats.
    """
    problem = problem_of(question, post, weeks)
    again = [_later(problem, piece) for piece in post.pieces] if weeks > WEEKS else []
    whole = Schedule(horizon=problem.horizon, assignments=(*post.pieces, *again))
    return judge(problem, whole).violations


def _later(problem: Problem, piece: Assignment) -> Assignment:
    """The same piece a fortnight later, by the clock."""
    start, end = _moved(piece.start), _moved(piece.end)
    known = problem.mission.get(_mission_later(piece.mission_id or ""))
    fits = known is not None and any((slot.start, slot.end) == (start, end) for slot in known.slots)
    return replace(piece, start=start, end=end, mission_id=known.id if fits and known is not None else None)


def _moved(instant: int) -> int:
    moment = local(instant)
    return instant_at(moment.date() + timedelta(weeks=WEEKS), moment.hour * 60 + moment.minute)


def _mission_later(mission_id: str) -> str:
    request, day, *head = mission_id.rsplit("/", 2) if mission_id.count("/") > 1 else mission_id.rsplit("/", 1)
    return "/".join([request, _day_later(day), *head])


def _day_later(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(weeks=WEEKS)).isoformat()
