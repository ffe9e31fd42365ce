"""What demand allows to who closed a simulated year short: each answer, and when nothing is asked."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from gems.domain.ceiling import Ceiling, Room
from gems.domain.ceiling_words import allowed_words, ceiling_words
from gems.domain.fairness import Before, Fairness, evenness
from gems.domain.group import Group
from gems.domain.report import Status
from gems.domain.requests import FixedSlot, Recurrence, Request
from gems.domain.schedule import Schedule
from gems.domain.simulation import PersonYear, SimulatedWeek, Simulation
from gems.domain.time import Horizon
from gems.domain.year import year_mondays
from gems.planning.ceilings import with_ceilings
from gems.planning.ports import MostWork
from tests.rules.group import contract, employee, group

DUE = 1607 * 60
YEAR = year_mondays(2027)
CARE = Request(
    id="R1",
    member_id="EHPAD",
    site_id="E",
    qualification="caregiver",
    label="Soins",
    demand=FixedSlot(start_clock=8 * 60, end_clock=15 * 60),
    recurrence=Recurrence(weekdays=frozenset(range(5)), first_day=YEAR[0]),
)


@dataclass
class Told:
    """A reckoner that knows the answers, by the people asked about."""

    answers: dict[tuple[str, ...], MostWork]
    asked: list[tuple[str, ...]] = field(default_factory=list)

    def most_work(self, group: Group, employee_ids: Sequence[str], mondays: Sequence[date]) -> MostWork:
        assert list(mondays) == YEAR
        self.asked.append(tuple(employee_ids))
        return self.answers[tuple(employee_ids)]


def hours(minutes: float, elsewhere: float | None = None) -> MostWork:
    return MostWork(minutes=int(minutes), elsewhere=int(minutes if elsewhere is None else elsewhere))


def simulated(*closings: float, weeks: int = len(YEAR)) -> Simulation:
    """ANA and BEN, full-timers who do the same work, closing at these shares of their year."""
    people = tuple(employee(one, contract=contract(annualised=True)) for one in ("ANA", "BEN"))
    years = [
        PersonYear(
            employee_id=person.id,
            full_time=True,
            due=DUE,
            closing=int(closing * DUE),
            overtime=0,
            quota=None,
            evenings=0,
            sundays=0,
            km=0,
        )
        for person, closing in zip(people, closings, strict=True)
    ]
    return Simulation(
        group=group(employees=people, requests=(CARE,)),
        weeks=tuple(map(_week, YEAR[:weeks])),
        people=tuple(years),
        members=evenness({}),
        broken=(),
        year_over=weeks == len(YEAR),
    )


def _week(monday: date) -> SimulatedWeek:
    known = Before(before=evenness({}), after=evenness({}))
    return SimulatedWeek(
        monday=monday,
        schedule=Schedule(horizon=Horizon(monday)),
        status=Status.OPTIMAL,
        cost_cents=0,
        bound_cents=0,
        asked_minutes=0,
        served_minutes=0,
        members=(),
        people=(),
        fairness=Fairness(members=known, evenings=known, sundays=known, km=evenness({})),
        seconds=0.0,
    )


def found(done: Simulation, **answers: MostWork) -> tuple[Ceiling, ...]:
    """`ANA_BEN=…`: what is answered of both together."""
    return with_ceilings(done, Told({tuple(key.split("_")): told for key, told in answers.items()})).ceilings


def test_who_closes_near_is_not_asked_about() -> None:
    told = Told({})
    assert with_ceilings(simulated(0.99, 1.04), told).ceilings == ()
    assert told.asked == []


def test_too_little_that_one_person_can_serve() -> None:
    (one,) = found(simulated(0.9, 1.0), ANA=hours(0.95 * DUE))
    assert (one.employee_id, one.room, one.most, one.due) == ("ANA", Room.ALONE, int(0.95 * DUE), DUE)
    assert not one.allows


def test_half_of_the_year_at_most_at_public_members() -> None:
    (one,) = found(simulated(0.9, 1.0), ANA=hours(1.2 * DUE, 0.3 * DUE))
    assert (one.room, one.most) == (Room.PUBLIC, int(0.3 * DUE) + DUE // 2)


def test_too_little_for_both_together_and_an_even_part_of_it() -> None:
    (one,) = found(simulated(0.95, 1.0), ANA=hours(1.1 * DUE), ANA_BEN=hours(1.93 * DUE))
    assert (one.room, one.with_ids, one.due) == (Room.TOGETHER, ("BEN",), 2 * DUE)
    (one,) = found(simulated(0.94, 1.0), ANA=hours(1.1 * DUE), ANA_BEN=hours(1.93 * DUE))
    assert one.room is Room.ENOUGH, "less than an even part: the plan is why"


def test_enough_for_both() -> None:
    (one,) = found(simulated(0.9, 1.0), ANA=hours(1.1 * DUE), ANA_BEN=hours(2.1 * DUE))
    assert (one.room, one.most, one.allows) == (Room.ENOUGH, int(1.1 * DUE), True)


def test_nothing_is_said_of_part_of_a_year() -> None:
    assert with_ceilings(simulated(0.9, 0.9, weeks=20), Told({})).ceilings == ()


def test_in_words() -> None:
    done = simulated(0.9, 1.0)
    (one,) = found(done, ANA=hours(0.95 * DUE))
    said = ceiling_words(done.group, one)
    assert said.fr.startswith("Ana Roux : la demande permet 1526 h 39 au plus sur 1607 h")
    told = allowed_words((one,), 1, 2)
    assert told is not None
    assert told.en == "Demand does not allow it to 1 of the others; where it does, 1 of 1 manage (100.0%)."
    assert allowed_words((replace(one, room=Room.ENOUGH),), 1, 2) is None
    both = Ceiling(employee_id="ANA", room=Room.TOGETHER, most=DUE, due=2 * DUE, with_ids=("BEN",))
    assert "avec Ben Faure" in ceiling_words(done.group, both).fr
