"""What demand allows to who closed a simulated year short: each answer, and when nothing is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from gems.domain.ceiling import Ceiling, Room, fewest_short
from gems.domain.ceiling_words import allowed_words, ceiling_words, rival_names
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
    weights: list[Mapping[str, int]] = field(default_factory=list)

    def most_work(
        self, group: Group, employee_ids: Sequence[str], mondays: Sequence[date], weights: Mapping[str, int]
    ) -> MostWork:
        assert list(mondays) == YEAR
        self.asked.append(tuple(employee_ids))
        self.weights.append(dict(weights))
        told = self.answers[tuple(employee_ids)]
        lighter = sum(minutes * weights[one] // 1000 for one, minutes in told.public.items())
        return replace(told, minutes=told.minutes - lighter)


def hours(minutes: float, **public: float) -> MostWork:
    """So many, of which these at public members by each, whatever they weigh."""
    return MostWork(minutes=int(minutes), public={one: int(there) for one, there in public.items()})


def simulated(*closings: float, weeks: int = len(YEAR), full_time: bool = True) -> Simulation:
    """ANA and BEN (a full-timer or not), who do the same work, closing at these shares of their year."""
    people = tuple(employee(one, contract=contract(annualised=True)) for one in ("ANA", "BEN"))
    years = [
        PersonYear(
            employee_id=person.id,
            full_time=full_time or person.id == "ANA",
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
    told = Told({("ANA",): hours(1.2 * DUE, ANA=0.9 * DUE)})
    (one,) = with_ceilings(simulated(0.9, 1.0), told).ceilings
    assert told.weights == [{"ANA": 0}, {"ANA": 500}, {"ANA": 750}], "no further once it is proven"
    assert (one.room, one.most) == (Room.PUBLIC, int(1.2 * DUE) - int(0.9 * DUE) * 3 // 4 + -(-DUE * 3 // 8))


def test_no_weight_is_tried_where_none_can_tell_more() -> None:
    told = Told({("ANA",): hours(1.2 * DUE, ANA=0.6 * DUE), ("ANA", "BEN"): hours(2.1 * DUE)})
    (one,) = with_ceilings(simulated(0.9, 1.0), told).ceilings
    assert one.room is Room.ENOUGH
    assert told.asked == [("ANA",), ("ANA", "BEN")]


def test_too_little_for_both_together() -> None:
    (one,) = found(simulated(0.8, 1.0), ANA=hours(1.1 * DUE), ANA_BEN=hours(1.93 * DUE))
    assert (one.room, one.with_ids, one.due) == (Room.TOGETHER, ("BEN",), 2 * DUE)
    assert fewest_short((one,), ("ANA", "BEN")) == 1


def test_too_little_for_both_together_as_each_has_half_at_public_members_at_most() -> None:
    both = hours(2.02 * DUE, ANA=0.8 * DUE)
    (one,) = found(simulated(0.8, 1.0), ANA=hours(1.3 * DUE, ANA=0.6 * DUE), ANA_BEN=both)
    assert one.room is Room.PUBLIC_TOGETHER
    assert one.most == int(2.02 * DUE) - int(0.8 * DUE) // 2 + DUE // 4


def test_beside_a_part_timer_an_even_part_of_too_little() -> None:
    (one,) = found(simulated(0.95, 1.0, full_time=False), ANA=hours(1.1 * DUE), ANA_BEN=hours(1.93 * DUE))
    assert one.room is Room.TOGETHER
    assert fewest_short((one,), ("ANA",)) == 1
    (one,) = found(simulated(0.94, 1.0, full_time=False), ANA=hours(1.1 * DUE), ANA_BEN=hours(1.93 * DUE))
    assert one.room is Room.ENOUGH, "less than an even part: the plan is why"


def test_two_short_where_one_must_be_are_not_both_excused() -> None:
    ceilings = found(
        simulated(0.9, 0.9),
        ANA=hours(1.1 * DUE),
        BEN=hours(1.1 * DUE),
        ANA_BEN=hours(1.9 * DUE),
        BEN_ANA=hours(1.9 * DUE),
    )
    assert [one.employee_id for one in ceilings] == ["ANA", "BEN"]
    assert fewest_short(ceilings, ("ANA", "BEN")) == 1


def test_one_may_be_enough_for_several_groups() -> None:
    def of(*ids: str, room: Room = Room.TOGETHER) -> Ceiling:
        return Ceiling(employee_id=ids[0], room=room, most=1, due=2, with_ids=ids[1:])

    everybody = ("A", "B", "C", "D", "E")
    assert fewest_short((of("A", "B"), of("B", "C"), of("C", "B")), everybody) == 1
    assert fewest_short((of("A", "B"), of("B", "C"), of("C", "A")), everybody) == 2
    assert fewest_short((of("A", "B"), of("C", "D"), of("E", room=Room.ALONE)), everybody) == 3
    assert fewest_short((of("A", "P"), of("C", room=Room.ENOUGH)), everybody) == 1
    assert fewest_short((), everybody) == 0


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
    told = allowed_words((one,), 1, ("ANA", "BEN"))
    assert told is not None
    assert told.en.startswith("Demand does not allow it to everybody: 1 at least do not manage, whatever the plan.")
    assert told.en.endswith("Of 1 at most, 1 manage (100.0%).")
    assert allowed_words((replace(one, room=Room.ENOUGH),), 1, ("ANA", "BEN")) is None
    both = Ceiling(employee_id="ANA", room=Room.TOGETHER, most=DUE, due=2 * DUE, with_ids=("BEN",))
    assert "avec Ben Faure" in ceiling_words(done.group, both).fr
    assert "se disputent les mêmes heures" in ceiling_words(done.group, both).fr
    assert "la moitié de l'année" in ceiling_words(done.group, replace(both, room=Room.PUBLIC_TOGETHER)).fr
    assert rival_names(done.group, both) == "Ben Faure"
