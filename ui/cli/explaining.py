"""`gems explain` at work: the workbook read, the need found, the answer."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gems.domain.issues import InvalidGroup
from gems.domain.missions import Need
from gems.domain.problem import Problem
from gems.domain.schedule import Schedule
from gems.domain.validation.spelling import folded
from gems.domain.words import Words
from gems.planning.explain.explaining import Explanation, explain, missing_minutes
from gems.planning.explain.saying import when_words
from gems.planning.week.saying import joined
from gems.rules.checker import judge
from solver import processes
from solver.job import PlannerDied
from ui import wiring
from ui.cli.exits import wrong_input
from ui.cli.reading import sound
from ui.cli.replacing import NO_REQUEST, NO_SCHEDULE

SERVED = Words("La demande « {id} » est servie en entier.", "Request “{id}” is served in full.")
WHICH_DAY = Words(
    "La demande « {id} » n'est pas servie plusieurs fois : dites laquelle avec --day ({days}).",
    "Request “{id}” is not served several times: say which with --day ({days}).",
)
NOT_THAT_DAY = Words(
    "La demande « {id} » est servie ce jour-là, ou ne demande rien.",
    "Request “{id}” is served on that day, or asks nothing.",
)
NOT_LEGAL = Words(
    "Le planning enfreint {n} règles : corrigez-le d'abord (gems check), les prix n'auraient pas de sens.",
    "The schedule breaks {n} rules: correct it first (gems check), prices would mean nothing.",
)
DIED = Words(
    "Le calcul s'est arrêté sans réponse : relancez-le.", "The search ended without an answer: start it again."
)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A workbook's schedule, and what it leaves unserved."""

    problem: Problem
    schedule: Schedule
    unserved: tuple[Need, ...]


def asked(source: Path) -> Asked:
    """Read and pose; ends the command in words when something cannot be used."""
    processes.get_ready()
    reading = sound(source)
    kept = reading.schedule
    if kept is None or reading.group is None or not kept.assignments:
        raise wrong_input(NO_SCHEDULE.fill(file=source.name))
    try:
        problem = wiring.pose(reading.group, kept, kept.horizon, profile=None, as_of=reading.as_of)
    except InvalidGroup as error:
        raise wrong_input(*(issue.wrong for issue in error.issues)) from error
    schedule = problem.baseline or kept
    broken = judge(problem, schedule).violations
    if broken:
        raise wrong_input(NOT_LEGAL.fill(n=len(broken)))
    unserved = tuple(need for need in problem.needs if missing_minutes(need, schedule))
    return Asked(problem=problem, schedule=schedule, unserved=unserved)


def answer(found: Asked, request: str, day: date | None, seconds: float) -> Explanation:
    """The explanation of the one need meant; ends the command in words when there is none, or several."""
    need = _need(found, request, day)
    try:
        return explain(found.problem, found.schedule, need.id, wiring.explainer(), seconds)
    except PlannerDied as error:
        raise wrong_input(DIED) from error


def _need(found: Asked, request: str, day: date | None) -> Need:
    id_, label = request.strip().casefold(), folded(request)
    ids = {one.id for one in found.problem.group.requests if one.id.casefold() == id_ or folded(one.label) == label}
    if not ids:
        raise wrong_input(NO_REQUEST.fill(id=request))
    unserved = [need for need in found.unserved if need.request.id in ids]
    if not unserved:
        raise wrong_input(SERVED.fill(id=request))
    of_day = [need for need in unserved if day is None or any(one.day == day for one in need.missions)]
    if not of_day:
        raise wrong_input(NOT_THAT_DAY.fill(id=request))
    if len({when_words(need) for need in of_day}) > 1:
        raise wrong_input(WHICH_DAY.fill(id=request, days=joined([when_words(need) for need in of_day])))
    return of_day[0]
