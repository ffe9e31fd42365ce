"""Tiny random problems, small enough to try every schedule, and the schedule that costs least found by trying all."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache
from itertools import product

from gems.domain.history import History, KnownFace, MemberLedger, WeekDone
from gems.domain.missions import Mission
from gems.domain.people import ContractKind, HeldQualification, Wish, WishKind
from gems.domain.problem import Problem
from gems.domain.requests import FixedSlot, Priority, Recurrence, Request, Volume, Window
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import instant_at
from gems.prices.load import prices
from gems.rules.catalogue import RULES
from gems.rules.checker import judge
from tests.rules.group import FIRST, contract, employee, group, problem

CLOSED = ("member_in_contract", "qualification_match", "contract_dates", "absence", "unavailable", "excluded_person")
"""Rules that one piece alone breaks for ever: they only make the trying shorter."""
SITES = ("E", "F", "G", "M")
PROFILES = ("balanced", "service_first", "least_travel")


class NothingLegal(Exception):
    """No legal schedule serves what must be served."""


def tiny(seed: int) -> Problem:
    """Two or three people, three to five missions over a few days, of the three kinds, with a history."""
    draw = random.Random(f"tiny/{seed}")
    people = tuple(_person(draw, name) for name in ("ANA", "BEN", "CLE")[: draw.choice((2, 2, 3))])
    requests, missions = [], 0
    while missions < draw.choice((3, 4, 5)):
        request = _request(draw, f"R{len(requests) + 1}")
        missions += len(request.recurrence.weekdays)
        requests.append(request)
    of = group(employees=people, requests=tuple(requests), wishes=_wishes(draw), history=_history(draw, people))
    return problem(of, prices=prices(draw.choice(PROFILES)))


def tiny_visits(seed: int) -> Problem:
    """The same with a window that two people come to at once, and perhaps another request of that visit."""
    draw, of = random.Random(f"visits/{seed}"), tiny(seed)
    start, day = draw.choice((8, 9, 13)) * 60, draw.randrange(5)
    pair = Request(
        id="V1",
        member_id="EHPAD",
        site_id="E",
        qualification=draw.choice(("caregiver", "aes")),
        label="Lever",
        demand=Window(start_clock=start, end_clock=start + 120, minutes=60, headcount=draw.choice((1, 2, 2))),
        recurrence=Recurrence(weekdays=frozenset({day}), first_day=FIRST),
        priority=draw.choice(tuple(Priority)),
        visit="Lever",
    )
    third = replace(pair, id="V2", demand=Window(start_clock=start + 30, end_clock=start + 120, minutes=60))
    asked = (*of.group.requests[:1], pair, *((third,) if draw.random() < 0.5 else ()))
    return replace(of, group=replace(of.group, requests=asked))


def _person(draw: random.Random, name: str):  # type: ignore[no-untyped-def]
    part_time = draw.random() < 0.3
    hours = draw.choice((6, 10, 14, 20))  # small contracts, so that hours run short and over
    return employee(
        name,
        qualifications=(HeldQualification(code=draw.choice(("caregiver", "caregiver", "aes"))),),
        home=draw.choice(("Guéret", "Ahun")),
        contract=contract(
            kind=ContractKind.PART_TIME if part_time else ContractKind.FULL_TIME,
            weekly_minutes=hours * 60 if part_time else 35 * 60,
            member_ids=frozenset(draw.sample(("EHPAD", "FOYER", "MAIRIE"), draw.choice((2, 3)))),
        ),
    )


def _request(draw: random.Random, id: str) -> Request:
    site = draw.choice(SITES)
    days = draw.sample(range(7), 1)
    start = draw.choice((7, 8, 9, 13, 14, 20)) * 60
    kind = draw.random()
    demand: FixedSlot | Window | Volume
    if kind < 0.5:
        demand = FixedSlot(start_clock=start, end_clock=start + draw.choice((3, 5, 7, 10)) * 60)
    elif kind < 0.75:
        demand = Window(start_clock=start, end_clock=start + 180, minutes=120)
    else:
        days = sorted(draw.sample(range(5), 2))
        demand = Volume(
            weekly_minutes=draw.choice((180, 300)),
            start_clock=480,
            end_clock=690,
            shortest=150,
            longest=180,
            most_days=2,
        )
    return Request(
        id=id,
        member_id={"E": "EHPAD", "F": "FOYER", "G": "FOYER", "M": "MAIRIE"}[site],
        site_id=site,
        qualification=draw.choice(("caregiver", "aes")),
        label="Renfort",
        demand=demand,
        recurrence=Recurrence(weekdays=frozenset(days), first_day=FIRST),
        priority=draw.choice(tuple(Priority)),
        same_person=isinstance(demand, Volume) and draw.random() < 0.5,
        break_minutes=draw.choice((0, 20)),
    )


def _wishes(draw: random.Random) -> tuple[Wish, ...]:
    kind = draw.choice((WishKind.UNWANTED, WishKind.WANTED, WishKind.IMPOSSIBLE))
    window = draw.choice(((0, 720), (720, 1440)))
    days = frozenset(draw.sample(range(7), 2))
    return (Wish(id="W", employee_id="ANA", kind=kind, weekdays=days, start_clock=window[0], end_clock=window[1]),)


def _history(draw: random.Random, people: tuple) -> History:  # type: ignore[type-arg]
    monday = FIRST - timedelta(days=7)
    weeks = tuple(
        WeekDone(
            employee_id=person.id,
            monday=monday,
            minutes=1800,
            pattern=draw.choice(("JJJJJ--", "JJ-JJJJ", "--JJJJN")),
            last_end=instant_at(monday, 7 * 1440 - draw.choice((180, 1500))),
        )
        for person in people
    )
    faces = (KnownFace(employee_id="ANA", member_id="EHPAD", minutes=600),)
    ledger = MemberLedger(member_id="FOYER", asked_minutes=600, served_minutes=draw.choice((300, 600)))
    return History(weeks=weeks, faces=faces, ledgers=(ledger,))


def cheapest(problem: Problem) -> tuple[int, Schedule]:
    """The least bill of all legal schedules that serve what must be served, found by trying every one.

    Raises NothingLegal when there is none, which only a need that must be served can cause.
    """
    legal = every_legal(replace(problem, must_serve=frozenset()))
    found = min((priced for priced in legal if _serves(problem, priced[1])), key=lambda priced: priced[0], default=None)
    if found is None:
        assert problem.must_serve, "serving nobody is always legal"
        raise NothingLegal
    return found


@cache
def every_legal(problem: Problem) -> tuple[tuple[int, Schedule], ...]:
    """Every legal schedule with its bill, whatever must be served; serving nobody is one.

    Kept, as trying takes longest and the same problem is asked about many times.
    """
    choices = [tuple(_choices(problem, mission)) for mission in problem.missions]
    tried = (
        Schedule(horizon=problem.horizon, assignments=tuple(piece for piece in pieces if piece))
        for pieces in product(*choices)
    )
    judged = ((judge(problem, one), one) for one in tried)
    return tuple((verdict.cents, one) for verdict, one in judged if not verdict.violations)


def _serves(problem: Problem, schedule: Schedule) -> bool:
    return all(
        sum(piece.minutes for one in problem.need[id].missions for piece in schedule.by_mission.get(one.id, ()))
        >= problem.need[id].minutes
        for id in problem.must_serve
    )


def _choices(problem: Problem, mission: Mission) -> Iterator[Assignment | None]:
    yield None
    closed = tuple(rule for rule in RULES if rule.info.name in CLOSED)
    for person in problem.group.employees:
        for slot in mission.slots:
            piece = Assignment(
                start=slot.start,
                end=slot.end,
                employee_id=person.id,
                site_id=mission.request.site_id,
                qualification=mission.request.qualification,
                mission_id=mission.id,
            )
            alone = Schedule(horizon=problem.horizon, assignments=(piece,))
            if not judge(problem, alone, closed).violations:
                yield piece


def tries(problem: Problem) -> int:
    """How many schedules `cheapest` would try."""
    total = 1
    for mission in problem.missions:
        total *= sum(1 for _ in _choices(problem, mission))
    return total
