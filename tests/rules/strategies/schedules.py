"""Random schedules for a problem.

Modes: *tame* — ordinary days, mostly one after another; *few* — a handful of pieces, so that most rules say yes;
*wild* — overlapping pieces at any time of day and night; *serving* — missions given to people, some wrongly;
*standing* — the baseline, with pieces kept, moved, dropped or given to others.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from random import Random

from gems.domain.missions import Mission
from gems.domain.problem import Problem
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import instant_at
from tests.rules.strategies.people import JOBS, any_day
from tests.rules.strategies.spice import Spice

EVERY_PIECE = 60
SHARE_WITHOUT_DECOYS, SHARE_GIVEN = 0.6, 0.3
DAYS = (
    ((420, 840),),
    ((480, 960),),
    ((480, 1020),),
    ((480, 1080),),
    ((480, 1081),),
    ((420, 1140),),
    ((600, 1200),),
    ((840, 1260),),
    ((780, 1320),),
    ((480, 840),),
    ((480, 841),),
    ((540, 780),),
)
SPLIT_DAYS = (
    ((480, 720), (840, 1020)),
    ((480, 720), (840, 1080)),
    ((420, 660), (1020, 1200)),
    ((480, 600), (720, 840), (1020, 1140)),
    ((480, 600), (630, 780), (840, 990), (1020, 1140)),
    ((480, 660), (780, 1021)),
    ((480, 660), (690, 960)),
    ((450, 510), (720, 780), (1110, 1200)),
    ((420, 540), (1080, 1200)),
    ((390, 510), (1080, 1200)),
    ((480, 600), (900, 960)),
    ((480, 720), (721, 960)),
    ((480, 720), (720, 840)),
)
NIGHTS = (
    ((1260, 1860),),
    ((1260, 1740),),
    ((1320, 1800),),
    ((1200, 1800),),
    ((1080, 1440),),
    ((1140, 1500),),
    ((1320, 1500),),
    ((1320, 1441),),
    ((1380, 1860),),
    ((0, 420),),
    ((300, 720),),
)


def draw_schedule(rng: Random, spice: Spice, problem: Problem) -> Schedule:
    """One schedule over the problem's horizon."""
    mode = rng.choices(list(spice.modes), list(spice.modes.values()))[0]
    return Schedule(horizon=problem.horizon, assignments=tuple(draw_pieces(rng, spice, problem, mode)))


def draw_decoys(rng: Random, spice: Spice, problem: Problem, schedule: Schedule) -> tuple[Assignment, ...]:
    """Pieces that the planner could have chosen instead: none, or some given to others and others altogether."""
    if rng.random() < SHARE_WITHOUT_DECOYS:
        return ()
    people = [person.id for person in problem.group.employees]
    given = [replace(p, employee_id=rng.choice(people)) for p in schedule.assignments if rng.random() < SHARE_GIVEN]
    return (*given, *draw_pieces(rng, spice, problem, rng.choice(("tame", "few", "serving"))))


def draw_pieces(rng: Random, spice: Spice, problem: Problem, mode: str) -> list[Assignment]:
    """The pieces of a schedule in one of the modes."""
    return list(_MODES[mode](rng, spice, problem))[:EVERY_PIECE]


def _tame(rng: Random, spice: Spice, problem: Problem) -> Iterator[Assignment]:
    for person in problem.group.employees:
        load, steady, site = rng.uniform(*spice.load), rng.random() < 0.5, rng.choice(problem.group.sites).id
        usual = _times(rng, spice)
        rested = True
        for day in problem.horizon.days:
            if not rested or rng.random() > load:
                rested = True
                continue
            times = usual if steady and rng.random() < 0.8 else _times(rng, spice)
            rested = times[-1][1] < 1500 or rng.random() < spice.after_night
            for start, end in times:
                place = site if rng.random() < 0.7 else rng.choice(problem.group.sites).id
                yield from _made(rng, spice, problem, person.id, day, start, end, place)


def _times(rng: Random, spice: Spice) -> tuple[tuple[int, int], ...]:
    if rng.random() < spice.nights:
        return rng.choice(NIGHTS)
    return rng.choice(SPLIT_DAYS if rng.random() < spice.splits else DAYS)


def _few(rng: Random, spice: Spice, problem: Problem) -> Iterator[Assignment]:
    for _ in range(rng.randint(0, 4)):
        person, day = rng.choice(problem.group.employees).id, any_day(rng, problem.horizon)
        for start, end in _times(rng, spice):
            yield from _made(rng, spice, problem, person, day, start, end, rng.choice(problem.group.sites).id)


def _wild(rng: Random, spice: Spice, problem: Problem) -> Iterator[Assignment]:
    days = [any_day(rng, problem.horizon) for _ in range(rng.randint(1, 7))]
    for _ in range(rng.randint(1, 14)):
        start = 15 * rng.randint(0, 95) + rng.choice((0, 0, 0, 1))
        minutes = rng.choice((15, 60, 120, 240, 420, 480, 600, 720, 960))
        person, place = rng.choice(problem.group.employees).id, rng.choice(problem.group.sites).id
        yield from _made(rng, spice, problem, person, rng.choice(days), start, start + minutes, place)


def _serving(rng: Random, spice: Spice, problem: Problem) -> Iterator[Assignment]:
    served, faithful = rng.random(), rng.random() < 0.6
    everybody = [person.id for person in problem.group.employees]
    one = rng.choice(everybody)
    usual: dict[str, str] = {}
    for mission in problem.missions:
        if rng.random() > served:
            continue
        for _ in range(2 if rng.random() < 0.04 else 1):
            person = usual.setdefault(mission.need_id, rng.choice(everybody)) if faithful else rng.choice(everybody)
            if rng.random() < spice.qualified:
                person = _able(rng, problem, mission.request.qualification) or person
            yield _for_mission(rng, spice, problem, one if rng.random() < 0.2 else person, mission)


def _standing(rng: Random, spice: Spice, problem: Problem) -> Iterator[Assignment]:
    if problem.baseline is None:
        yield from _tame(rng, spice, problem)
        return
    kept, others = rng.choice((1.0, 0.97, 0.9, 0.6)), [person.id for person in problem.group.employees]
    for piece in problem.baseline.assignments:
        fate = rng.random()
        if fate < kept:
            yield piece
        elif fate < kept + (1 - kept) * 0.3:
            yield replace(piece, employee_id=rng.choice(others))
        elif fate < kept + (1 - kept) * 0.6:
            later = rng.choice((-60, -30, 1, 30, 60))
            yield from _within(problem, replace(piece, start=piece.start + later, end=piece.end + later))
    if rng.random() < 0.5:
        yield from _few(rng, spice, problem)


def _made(
    rng: Random, spice: Spice, problem: Problem, person: str, day: date, start: int, end: int, site: str
) -> Iterator[Assignment]:
    """A piece at these clock times, or one for a mission of that day."""
    missions = _missions_on(problem).get(day)
    if missions and rng.random() < spice.on_missions:
        yield _for_mission(rng, spice, problem, person, rng.choice(missions))
        return
    begin, finish = instant_at(day, start), instant_at(day, end)
    if begin < finish:
        yield Assignment(
            start=begin, end=finish, employee_id=person, site_id=site, qualification=_job(rng, problem, person)
        )


def _for_mission(rng: Random, spice: Spice, problem: Problem, person: str, mission: Mission) -> Assignment:
    span = rng.choice(mission.slots)
    piece = Assignment(
        start=span.start,
        end=span.end,
        employee_id=person,
        site_id=mission.request.site_id,
        qualification=mission.request.qualification,
        mission_id=mission.id,
    )
    if rng.random() < spice.right:
        return piece
    wrong = rng.randrange(3)
    if wrong == 0:
        return replace(piece, site_id=rng.choice(problem.group.sites).id)
    if wrong == 1:
        return replace(piece, qualification=rng.choice(JOBS))
    return replace(piece, end=piece.end + rng.choice((15, 30)))


def _within(problem: Problem, piece: Assignment) -> Iterator[Assignment]:
    if piece.day in problem.horizon:
        yield piece


def _job(rng: Random, problem: Problem, person: str) -> str:
    held = problem.group.employee[person].qualifications
    return rng.choice(held).code if rng.random() < 0.85 else rng.choice(JOBS)


def _able(rng: Random, problem: Problem, job: str) -> str | None:
    able = [p.id for p in problem.group.employees if any(held.code == job for held in p.qualifications)]
    return rng.choice(able) if able else None


def _missions_on(problem: Problem) -> dict[date, list[Mission]]:
    found = _BY_DAY.get(id(problem))
    if found is None or found[0] is not problem:
        by_day: dict[date, list[Mission]] = {}
        for mission in problem.missions:
            if mission.slots:
                by_day.setdefault(mission.day, []).append(mission)
        _BY_DAY.clear()
        found = _BY_DAY[id(problem)] = (problem, by_day)
    return found[1]


_BY_DAY: dict[int, tuple[Problem, dict[date, list[Mission]]]] = {}
_MODES: dict[str, Callable[[Random, Spice, Problem], Iterator[Assignment]]] = {
    "tame": _tame,
    "few": _few,
    "wild": _wild,
    "serving": _serving,
    "standing": _standing,
}
