"""Random problems on the small group: people, past, requests, prices, what already stands."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from random import Random

from gems.domain.group import Group
from gems.domain.people import Employee
from gems.domain.places import TravelEntry
from gems.domain.prices import Prices
from gems.domain.problem import Problem
from gems.domain.requests import Demand, FixedSlot, Priority, Recurrence, Request, Season, Volume, Window
from gems.domain.schedule import Schedule
from gems.domain.time import Horizon
from tests.rules.group import group
from tests.rules.strategies.past import draw_history
from tests.rules.strategies.people import (
    JOBS,
    any_moment,
    draw_absences,
    draw_derogations,
    draw_on_calls,
    draw_person,
    draw_terms,
    draw_wishes,
    two_days,
)
from tests.rules.strategies.schedules import draw_pieces
from tests.rules.strategies.spice import Spice

PLAIN = group()


def draw_problem(rng: Random, spice: Spice) -> Problem:
    """A group with its weeks to plan; the same for the same state of `rng`."""
    horizon = Horizon(rng.choice(rng.choice(spice.mondays)), rng.choice(spice.weeks))
    of = _group(rng, spice, horizon)
    problem = Problem(group=of, horizon=horizon, prices=Prices(profile="drawn", cents=DrawnCents(rng.randrange(10**6))))
    if rng.random() >= spice.baseline:
        return problem
    as_of = any_moment(rng, horizon) if rng.random() < 0.85 else None
    return replace(problem, baseline=_baseline(rng, spice, problem), as_of=as_of)


class DrawnCents(dict[str, int]):
    """A price for any name, the same whenever it is asked again."""

    def __init__(self, seed: int) -> None:
        super().__init__()
        self.seed = seed

    def __missing__(self, name: str) -> int:
        self[name] = Random(f"{self.seed} {name}").choice((0, 1, 7, 20, 50, 100, 300))
        return self[name]


def _group(rng: Random, spice: Spice, horizon: Horizon) -> Group:
    agreement = rng.choice(spice.agreements)
    chosen = PLAIN.employees[: rng.randint(*spice.people)]
    people: tuple[Employee, ...] = tuple(draw_person(rng, spice, person, horizon) for person in chosen)
    settings = replace(
        PLAIN.settings,
        agreement=agreement,
        school_zone=rng.choice("ABC"),
        fortnight_start=PLAIN.settings.fortnight_start + timedelta(days=rng.choice((0, 7))),
    )
    requests = [_request(rng, spice, index, horizon) for index in range(rng.randint(*spice.requests))]
    return replace(
        PLAIN,
        settings=settings,
        employees=people,
        absences=draw_absences(rng, spice, people, horizon),
        wishes=draw_wishes(rng, spice, people, horizon),
        requests=tuple(requests),
        roster_terms=draw_terms(rng, spice, people, horizon),
        on_calls=draw_on_calls(rng, spice, people, horizon),
        derogations=draw_derogations(rng, spice, agreement, people, horizon),
        travel=_travel(rng),
        history=draw_history(rng, spice, people, horizon, [member.id for member in PLAIN.members]),
    )


def _travel(rng: Random) -> tuple[TravelEntry, ...]:
    """Half of the time, drives on the quarter of an hour, so that limits are met exactly."""
    if rng.random() < 0.5:
        return ()
    entry = partial(TravelEntry, origin="Guéret")
    return (
        entry(destination="Ahun", minutes=rng.choice((15, 30)), km=20),
        entry(destination="Aubusson", minutes=45, km=41),
        TravelEntry(origin="Ahun", destination="Aubusson", minutes=30, km=22),
    )


def _request(rng: Random, spice: Spice, index: int, horizon: Horizon) -> Request:
    site = rng.choice(PLAIN.sites)
    first, last = two_days(rng, horizon)
    people = [person.id for person in PLAIN.employees]
    demand = _demand(rng, spice)
    visits = not isinstance(demand, Volume) and rng.random() < spice.visits
    return Request(
        id=f"R{index + 1}",
        member_id=site.member_id,
        site_id=site.id,
        qualification=rng.choice(JOBS),
        label=f"R{index + 1}",
        demand=demand,
        recurrence=Recurrence(
            weekdays=frozenset(rng.sample(range(7), rng.randint(1, 7))),
            first_day=first,
            last_day=rng.choice((None, last)),
            every_weeks=rng.choice((1, 1, 1, 2)),
            season=rng.choice((Season.ALWAYS, Season.ALWAYS, *Season)),
        ),
        priority=rng.choice(list(Priority)),
        same_person=rng.random() < spice.same_person,
        wanted=frozenset(rng.sample(people, 1)) if rng.random() < 0.3 else frozenset(),
        excluded=frozenset(rng.sample(people, 1)) if rng.random() < 0.2 else frozenset(),
        break_minutes=rng.choice((0, 0, 20, 30)),
        visit=rng.choice(("Lever", "Lever", "Coucher")) if visits else None,
    )


def _demand(rng: Random, spice: Spice) -> Demand:
    demand = _asked(rng)
    if isinstance(demand, Volume) or rng.random() >= spice.beyond:
        return demand
    asked = rng.choice((0, demand.headcount, demand.headcount))
    most, cents = max(1, asked + rng.choice((0, 1, 2))), rng.choice((0, 1, 300, 2500))
    return replace(demand, headcount=asked, most_headcount=most, beyond_cents=cents)


def _asked(rng: Random) -> Demand:
    kind, headcount = rng.random(), rng.choice((1, 1, 2))
    if kind < 0.45:
        start, end = rng.choice(((420, 840), (840, 1260), (1260, 1860), (480, 1080), (540, 720), (1320, 1740)))
        return FixedSlot(start_clock=start, end_clock=end, headcount=headcount)
    start = rng.choice((360, 480, 840, 1140))
    if kind < 0.7:
        minutes = rng.choice((60, 180, 240, 420))
        return Window(start_clock=start, end_clock=start + minutes + 90, minutes=minutes, headcount=headcount)
    return Volume(
        weekly_minutes=rng.choice((240, 600, 840, 1260)),
        start_clock=start,
        end_clock=start + 300,
        shortest=rng.choice((60, 180)),
        longest=rng.choice((180, 240)),
        most_days=rng.choice((2, 4, 7)),
    )


def _baseline(rng: Random, spice: Spice, problem: Problem) -> Schedule:
    locked, published = rng.random() * 0.6, rng.random()
    pieces = tuple(
        replace(piece, locked=rng.random() < locked, published=rng.random() < published)
        for piece in draw_pieces(rng, spice, problem, rng.choice(("tame", "few", "serving")))
    )
    return Schedule(horizon=problem.horizon, assignments=pieces)
