"""A proposed post before the checker: its fortnight twice in a row, as the person would live it."""

from dataclasses import replace
from datetime import date, timedelta

from gems.domain.composition import ComposeQuestion, Post
from gems.domain.hiring import hired, staffed, unpeopled
from gems.domain.problem import Problem
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Horizon, instant_at, local
from gems.domain.typical import REPEATED, WEEKS
from gems.rules.checker import judge
from gems.rules.statement import Violation


def problem_of(question: ComposeQuestion, post: Post, weeks: int = WEEKS) -> Problem:
    """The post's person alone over the typical weeks."""
    fortnight = question.fortnight
    person = hired(post.id, post.kind, question.terms, fortnight.mondays[0])
    return staffed(unpeopled(fortnight.group), [person], Horizon(fortnight.first, weeks))


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
