"""An instance said in the product's own words, and the product's schedule said in the family's.

A caregiver's start and end points are locked pieces of a minute before and after the shift, at sites of their own: so
drives from and to them count, and nobody is home late. Each service is a request with a window on a grid of times.

Two services at once are a visit by two people, both or none. Two services of one patient at any hours are by two people
too, which no rule of the product asks for: whoever could give both is kept for one of them. So every plan is one of the
family's, but not each of the family's is a plan here, and what the planner proves holds for these only.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from benchmarks.yardsticks.clocks import CannotSay
from benchmarks.yardsticks.uhhc.evaluate import EXTRA, LATE, TRAVEL
from benchmarks.yardsticks.uhhc.instance import HARD, Caregiver, Instance, Patient
from benchmarks.yardsticks.uhhc.solution import Routes, Stop
from gems.domain.group import Group, Settings
from gems.domain.members import Member, Site
from gems.domain.people import Contract, ContractKind, Employee, HeldQualification, Qualification
from gems.domain.places import Commune, TravelEntry
from gems.domain.prices import Prices
from gems.domain.problem import Problem
from gems.domain.requests import Priority, Recurrence, Request, Window
from gems.domain.schedule import Assignment, Origin, Schedule
from gems.domain.time import Horizon, clock_of, instant_at

DAY = date(2026, 3, 30)
"""A Monday; the rest of its week is empty."""
RULES = (
    *("mission_once", "mission_slot", "qualification_match", "no_overlap", "excluded_person", "locks_kept"),
    *("visit_together", "visit_incomplete", "unserved", "travel_time"),
)
"""The rules of the product that the family has too."""
BEGIN = 60
"""Minutes after midnight at which the family's day begins: there is room for the piece at the start point."""
MEMBER, AT_POINT = "M", "point"
MUST = 10_000
"""Cents a minute of a service not given: dearer than any drive. A point is a cent."""
SAID = {TRAVEL, LATE, EXTRA}


def adapt(instance: Instance, grid: int) -> Problem:
    """The instance as a problem of the product, with start times every `grid` minutes; raises CannotSay."""
    _refuse(instance)
    skills = sorted({skill for caregiver in instance.caregivers for skill in caregiver.abilities})
    group = Group(
        settings=Settings(name=instance.name, grid_minutes=grid),
        communes=tuple(Commune(name=_site(n), latitude=46.17, longitude=1.87) for n in range(len(instance.distances))),
        members=(Member(id=MEMBER, name="M"),),
        sites=tuple(
            Site(id=_site(n), member_id=MEMBER, name=_site(n), commune=_site(n)) for n in range(len(instance.distances))
        ),
        qualifications=tuple(Qualification(code=one, name_fr=one, name_en=one) for one in [AT_POINT, *skills]),
        employees=tuple(_employee(caregiver) for caregiver in instance.caregivers),
        requests=tuple(request for patient in instance.patients for request in _requests(instance, patient)),
        travel=tuple(_travel(instance)),
    )
    horizon = Horizon(DAY)
    weight = instance.weights[TRAVEL]
    assert isinstance(weight, int)
    cents = {"travel_time.minute": weight, "unserved.essential": MUST, "visit_incomplete.time": MUST}
    return Problem(
        group=group,
        horizon=horizon,
        prices=Prices(
            profile="yardstick",
            cents=cents,
        ),
        baseline=Schedule(horizon=horizon, assignments=tuple(_points(instance))),
    )


def routes_of(schedule: Schedule) -> Routes:
    """The family's routes: a request's id is a patient and a service."""
    found: dict[str, list[Stop]] = {}
    for piece in schedule.assignments:
        if piece.mission_id is not None:
            patient, service = piece.mission_id.split("/")[0].split("|")
            start = clock_of(piece.start) - BEGIN
            stop = Stop(start=start, end=start + piece.minutes, patient=patient, service=service)
            found.setdefault(piece.employee_id, []).append(stop)
    return found


def _refuse(instance: Instance) -> None:
    priced = sorted(term for term, weight in instance.weights.items() if weight != HARD and term not in SAID)
    if priced:
        raise CannotSay(f"no price of the product is that of {', '.join(priced)}")
    if any(instance.weights.get(term) != HARD for term in (LATE, EXTRA)):
        raise CannotSay("a service after its window, or a day beyond its shift, is never planned, at no price")
    if any(len(patient.windows) > 1 for patient in instance.patients):
        raise CannotSay("a request has one window a day")
    if any(patient.together == "sequential" for patient in instance.patients):
        raise CannotSay("no rule of the product puts some minutes between two requests")
    if any(patient.optional for patient in instance.patients):
        raise CannotSay("a patient is served in full or not at all, which no rule of the product asks for")
    size = range(len(instance.distances))
    if any(instance.distances[one][other] != instance.distances[other][one] for one in size for other in size):
        raise CannotSay("a drive takes as long there as back")


def _site(point: int) -> str:
    return f"P{point}"


def _travel(instance: Instance) -> Iterator[TravelEntry]:
    for one, row in enumerate(instance.distances):
        for other, minutes in enumerate(row[:one]):
            yield TravelEntry(origin=_site(one), destination=_site(other), minutes=minutes, km=0)


def _employee(caregiver: Caregiver) -> Employee:
    return Employee(
        id=caregiver.id,
        name=caregiver.id,
        home=_site(caregiver.leaves),
        qualifications=tuple(HeldQualification(code=one) for one in [AT_POINT, *sorted(caregiver.abilities)]),
        contract=Contract(
            kind=ContractKind.FULL_TIME,
            weekly_minutes=35 * 60,
            annual_minutes=1607 * 60,
            first_day=DAY - timedelta(days=7),
            member_ids=frozenset({MEMBER}),
        ),
    )


def _points(instance: Instance) -> Iterator[Assignment]:
    """The minute before the shift at the start point, the minute after it at the end point."""
    for caregiver in instance.caregivers:
        for point, clock in ((caregiver.leaves, caregiver.shift[0] - 1), (caregiver.arrives, caregiver.shift[1])):
            start = instant_at(DAY, BEGIN + clock)
            yield Assignment(
                start=start,
                end=start + 1,
                employee_id=caregiver.id,
                site_id=_site(point),
                qualification=AT_POINT,
                origin=Origin.BY_HAND,
                locked=True,
            )


def _requests(instance: Instance, patient: Patient) -> Iterator[Request]:
    [(first, last)] = patient.windows
    at_once = len(patient.services) > 1 and patient.together == "simultaneous"
    for number, (service, minutes) in enumerate(patient.services.items()):
        until = last if instance.at_service_end else last + minutes
        yield Request(
            id=f"{patient.id}|{service}",
            member_id=MEMBER,
            site_id=_site(patient.point),
            qualification=service,
            label=service,
            demand=Window(start_clock=BEGIN + first, end_clock=BEGIN + until, minutes=minutes),
            recurrence=Recurrence(weekdays=frozenset({DAY.weekday()}), first_day=DAY, last_day=DAY),
            priority=Priority.ESSENTIAL,
            visit=patient.id if at_once else None,
            excluded=patient.incompatible | _kept_for_the_other(instance, patient, number),
        )


def _kept_for_the_other(instance: Instance, patient: Patient, number: int) -> frozenset[str]:
    """Of those who could give both services every second one, so that nobody is asked for both."""
    if len(patient.services) < 2 or patient.together == "simultaneous":
        return frozenset()
    services = patient.services.keys()
    both = [caregiver.id for caregiver in instance.caregivers if caregiver.abilities >= services]
    return frozenset(both[1 - number :: 2])
