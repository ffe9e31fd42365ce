"""A small group in a store, its people, and a planner that answers at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import count
from typing import Any

from gems.access.policy import Actor, Role
from gems.domain.group import Group
from gems.domain.life import AnswerKind, Deed, Side, Version, VersionHead, VersionState, piece_key
from gems.domain.problem import Problem
from gems.domain.report import PlanReport, Status
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Horizon, clock_of
from gems.planning.build import Built
from gems.planning.office import Office
from gems.planning.ports import PlanResult
from gems.planning.survey import survey_without_reasons
from gems.planning.week import answer, build, propose, publish, sight
from gems.planning.week.answer import PieceAnswer
from gems.planning.week.asked import progress_of
from gems.planning.week.changes import Move
from gems.planning.week.problem import problem_of
from gems.prices.bill import bill_of
from gems.rules.checker import judge
from gems.store.store import Store
from sample_data import generate, planted_weeks
from tests.databases import START, Clock, Fill, FillStore
from tests.store.put import sample_group

PLANTED = planted_weeks("small")
MONDAY = PLANTED.horizon.first
SERVER = "this run"
JOBS = count(1)


class House:
    """The small sample group in a store, seen from the outside.

    The store is opened by the first act. Many tests begin with the sample's week built, proposed or published: then
    the store is a copy of one where exactly this was done before.
    """

    def __init__(self, open_store: FillStore, clock: Clock | None = None) -> None:
        self.group: Group = generate("small")
        self._open_store, self._clock = open_store, clock

    @classmethod
    def of(cls, store: Store, number: int) -> "House":
        """Around the sample that is in this store; every act is really done."""
        return cls(lambda _: (store, number))

    @cached_property
    def _entered(self) -> tuple[Office, int]:
        store, number = self._open_store(sample_group())
        return Office(store), number

    def _done_before(self, fill: Fill) -> VersionHead | None:
        """What was made beforehand, if nothing happened here yet, not even an hour."""
        if "_entered" in vars(self) or self._clock != Clock.at(START):
            return None
        store, (number, head) = self._open_store(fill)
        self._entered = Office(store), number
        made: VersionHead = head
        return made

    @property
    def office(self) -> Office:
        return self._entered[0]

    @property
    def group_id(self) -> int:
        return self._entered[1]

    @property
    def claire(self) -> Actor:
        """The coordinator."""
        return Actor(account_id=1, group_id=self.group_id, name="Claire", role=Role.COORDINATOR)

    def member(self, member_id: str) -> Actor:
        """Somebody at a member."""
        return Actor(account_id=2, group_id=self.group_id, name="Adhérent", role=Role.MEMBER, member_id=member_id)

    def employee(self, employee_id: str) -> Actor:
        """A shared person."""
        return Actor(account_id=3, group_id=self.group_id, name="Salarié", role=Role.EMPLOYEE, employee_id=employee_id)

    def coordinator(self, act: Callable[..., Any], **named: Any) -> Any:
        """An act of the coordinator on the sample's week, unless told another."""
        return act(self.office, self.claire, **({"monday": MONDAY} | named))

    def build(self, schedule: Schedule = PLANTED, **named: Any) -> VersionHead:
        """A planning that answers this."""
        if schedule is PLANTED and not named and (made := self._done_before(BUILT)) is not None:
            return made
        job_id = f"job {next(JOBS)}"
        monday = schedule.horizon.first
        problem = self.coordinator(build.start_build, monday=monday, job_id=job_id, server=SERVER, **named)
        kept = build.keep_build(self.office, self.claire, job_id=job_id, built=answered(problem, schedule))
        assert kept is not None
        return kept

    def propose(self, schedule: Schedule = PLANTED) -> VersionHead:
        """Built, then proposed."""
        if schedule is PLANTED and (made := self._done_before(PROPOSED)) is not None:
            return made
        return self.propose_draft(self.build(schedule))

    def propose_draft(self, head: VersionHead) -> VersionHead:
        """Proposed as it stands."""
        found: VersionHead = self.coordinator(propose.propose, monday=head.monday, number=head.number, edit=head.edit)
        return found

    def publish(self, schedule: Schedule = PLANTED) -> VersionHead:
        """Built, proposed, and published without waiting."""
        if schedule is PLANTED and (made := self._done_before(PUBLISHED)) is not None:
            return made
        return self.publish_proposal(self.propose(schedule))

    def publish_proposal(self, head: VersionHead) -> VersionHead:
        """Published without waiting."""
        found: VersionHead = self.coordinator(
            publish.publish, monday=head.monday, number=head.number, edit=head.edit, despite="Essai"
        )
        return found

    def revise(self, number: int, **named: Any) -> VersionHead:
        """A new draft of a version of the week."""
        found: VersionHead = self.coordinator(propose.revise, number=number, **named)
        return found

    def everybody_answers(self, head: VersionHead, kind: AnswerKind = AnswerKind.AGREE) -> VersionState:
        """Each one asked and not answered yet says the same of everything."""
        with self.office.store.read(self.group_id) as work:
            waiting = [seat for seat, _ in progress_of(work, head).waiting]
        state = head.state
        for side, who in dict.fromkeys(seat[:2] for seat in waiting):
            pieces = [seat[2] for seat in waiting if seat[:2] == (side, who)]
            state = self.answer(head, side, who, *(PieceAnswer(piece=one, kind=kind, reason="Non") for one in pieces))
        return state

    def answer(self, head: VersionHead, side: Side, who: str, *answers: PieceAnswer) -> VersionState:
        """What one member or person says."""
        if side is Side.MEMBER:
            return answer.answer_as_member(
                self.office,
                self.member(who),
                member_id=who,
                monday=head.monday,
                number=head.number,
                answers=answers,
            )
        return answer.answer_as_employee(
            self.office, self.employee(who), employee_id=who, monday=head.monday, number=head.number, answers=answers
        )

    def object_to(self, head: VersionHead, piece: Assignment, side: Side = Side.EMPLOYEE) -> VersionState:
        """A no, with a reason."""
        who = piece.employee_id if side is Side.EMPLOYEE else self.group.site[piece.site_id].member_id
        said = PieceAnswer(piece=piece_key(piece), kind=AnswerKind.OBJECT, reason="Impossible ce jour-là")
        return self.answer(head, side, who, said)

    def find(self, head: VersionHead) -> Version:
        """A version as the store has it."""
        with self.office.store.read(self.group_id) as work:
            found = work.versions.find(head.monday, head.number)
        assert found is not None
        return found

    def sight(self, monday: date = MONDAY, number: int | None = None) -> sight.WeekSight:
        """What the coordinator sees."""
        return sight.week_sight(self.office, self.claire, monday=monday, number=number)

    def deeds(self) -> tuple[Deed, ...]:
        """The history of acts, the latest first."""
        with self.office.store.read(self.group_id) as work:
            return work.trail.deeds()

    def legal_move(self, head: VersionHead, *, new_times: bool = False) -> Move:
        """A move of one piece to another person that breaks no rule; with `new_times`, hours nobody had."""
        with self.office.store.read(self.group_id) as work:
            version = work.versions.find(head.monday, head.number)
            assert version is not None
            problem = problem_of(work, version)
        for piece in version.schedule.assignments:
            member_id = problem.group.site[piece.site_id].member_id
            for person in problem.group.employees:
                if member_id not in person.contract.member_ids:
                    continue  # forbidden without a look at the rest
                taken = replace(piece, employee_id=person.id)
                same = {one.span for one in version.schedule.by_employee.get(person.id, ())}
                others = tuple(one for one in version.schedule.assignments if one is not piece)
                moved = Schedule(horizon=version.schedule.horizon, assignments=(*others, taken))
                if person.id != piece.employee_id and piece.span not in same and not judge(problem, moved).violations:
                    return move_to(piece, person.id)
        raise AssertionError("no piece of the sample can change hands lawfully")


def _filling(act: Callable[[House], VersionHead]) -> Fill:
    """What fills a database with the sample and this act; it tells the group's number and what the act made."""

    def fill(store: Store) -> tuple[int, VersionHead]:
        house = House.of(store, sample_group()(store))
        return house.group_id, act(house)

    return fill


BUILT, PROPOSED, PUBLISHED = map(_filling, (House.build, House.propose, House.publish))


def move_to(piece: Assignment, employee_id: str | None) -> Move:
    """The piece to another person, same day and time."""
    return Move(piece=piece_key(piece), employee_id=employee_id, day=piece.day, start_clock=clock_of(piece.start))


def bare(schedule: Schedule) -> set[tuple[object, ...]]:
    """Who works where and when, without locks and comments."""
    return {(piece_key(piece), piece.mission_id) for piece in schedule.assignments}


def next_week(schedule: Schedule = PLANTED, weeks: int = 1) -> Schedule:
    """The same hours some weeks later, without missions."""
    minutes = weeks * 7 * 24 * 60
    pieces = tuple(
        replace(piece, start=piece.start + minutes, end=piece.end + minutes, mission_id=None)
        for piece in schedule.assignments
    )
    monday = date.fromordinal(schedule.horizon.first.toordinal() + 7 * weeks)
    return Schedule(horizon=Horizon(monday), assignments=pieces)


def answered(problem: Problem, schedule: Schedule | None) -> Built:
    """A finished planning that found this; None: no plan."""
    verdict = judge(problem, schedule) if schedule is not None else None
    bill: dict[str, int] = {}
    for charge in verdict.charges if verdict is not None else ():
        bill[charge.rule] = bill.get(charge.rule, 0) + charge.cents
    result = PlanResult(
        status=Status.GOOD if schedule is not None else Status.NO_PLAN,
        schedule=schedule,
        cost_cents=verdict.cents if verdict is not None else None,
        bound_cents=0,
        bill=bill,
        seed=1,
        seconds=1.0,
        first_plan_seconds=1.0,
        peak_memory_mb=1,
    )
    found = survey_without_reasons(problem, schedule or Schedule(horizon=problem.horizon))
    report = PlanReport(
        status=result.status,
        cost_cents=result.cost_cents or 0,
        bound_cents=0,
        requested_minutes=found.requested_minutes,
        served_minutes=found.served_minutes,
        bill=bill_of(verdict.charges) if verdict is not None else (),
        unserved=found.unserved,
        hours=found.hours,
        profile=problem.prices.profile,
        seed=1,
        seconds=1.0,
        first_plan_seconds=1.0,
        peak_memory_mb=1,
    )
    return Built(problem=problem, result=result, schedule=schedule, verdict=verdict, report=report)
