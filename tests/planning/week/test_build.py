"""A planning asked, kept as a draft, or come to nothing; what stands while it is made."""

from dataclasses import replace

import pytest

from gems.domain.life import Side, VersionHead, VersionState, piece_key
from gems.domain.people import WishKind
from gems.domain.problem import Problem
from gems.domain.schedule import Assignment, Schedule
from gems.domain.words import Words
from gems.planning.build import build as plan
from gems.planning.office import Declined
from gems.planning.ports import PlanOptions
from gems.planning.week import build, edit
from gems.planning.week.build import Keep
from gems.planning.week.changes import Lock, Note, Remove
from gems.planning.week.compare import difference_of
from gems.rules.checker import judge
from gems.store.jobs import JobState
from solver.planner import ExactPlanner
from tests.databases import Clock
from tests.planning.week.given import MONDAY, PLANTED, SERVER, House, answered, bare

PIECE = PLANTED.assignments[5]


def start(house: House, job_id: str = "job", **named: object) -> Problem:
    problem: Problem = house.coordinator(build.start_build, job_id=job_id, server=SERVER, **named)
    return problem


def keep(house: House, problem: Problem, schedule: Schedule | None) -> VersionHead | None:
    return build.keep_build(house.office, house.claire, job_id="job", built=answered(problem, schedule))


def stays(problem: Problem) -> set[str]:
    return {piece_key(piece) for piece in problem.baseline.locked} if problem.baseline is not None else set()


def test_a_planning_is_found_by_its_id_until_it_is_a_draft(house: House) -> None:
    problem = start(house)
    job = build.find_job(house.office, house.claire, job_id="job")
    assert job is not None
    assert (job.state, job.monday, job.asked_by) == (JobState.RUNNING, MONDAY, "Claire")
    assert house.sight().planning_by == "Claire"
    head = keep(house, problem, PLANTED)
    assert head is not None
    done = build.find_job(house.office, house.claire, job_id="job")
    assert done is not None
    assert (done.state, done.number) == (JobState.DONE, head.number)
    assert house.find(head).schedule == PLANTED
    assert head.state is VersionState.DRAFT
    with pytest.raises(Declined):
        keep(house, problem, PLANTED)


def test_no_plan_leaves_the_week_as_it_was(house: House) -> None:
    head = house.build()
    assert keep(house, start(house), None) is None
    job = build.find_job(house.office, house.claire, job_id="job")
    assert job is not None
    assert job.state is JobState.FAILED
    assert house.sight().version == house.find(head)


def test_a_planning_that_failed_says_so(house: House) -> None:
    start(house)
    build.fail_build(house.office, house.claire, job_id="job", words=Words("Le calcul s'est arrêté", "It stopped"))
    (job,) = build.recent_jobs(house.office, house.claire)
    assert (job.state, job.words.fr) == (JobState.FAILED, "Le calcul s'est arrêté")
    assert start(house, "again") is not None


def test_the_prices_are_kept_with_the_version(house: House) -> None:
    head = house.build(profile="least_travel")
    assert head.profile == "least_travel"
    assert house.sight().problem.prices.profile == "least_travel"
    with pytest.raises(Declined):
        start(house, profile="no such profile")


def test_locks_stay_and_come_back_as_locks(house: House) -> None:
    head = house.build()
    head = house.coordinator(edit.edit_week, number=1, edit=head.edit, change=Lock(piece=piece_key(PIECE), locked=True))
    head = house.coordinator(
        edit.edit_week, number=1, edit=head.edit, change=Note(piece=piece_key(PIECE), comment="Demandée")
    )
    problem = start(house)
    assert stays(problem) == {piece_key(PIECE)}
    # A planner gives locked work back as it was handed to it.
    kept = keep(house, problem, PLANTED)
    assert kept is not None
    marks = {piece_key(piece): (piece.locked, piece.comment) for piece in house.find(kept).schedule.assignments}
    assert {key: mark for key, mark in marks.items() if mark != (False, "")} == {piece_key(PIECE): (True, "Demandée")}
    assert kept.based_on == head.number


def test_the_draft_that_was_open_is_set_aside_whole(house: House) -> None:
    first = house.build()
    problem = start(house)
    edited = house.coordinator(edit.edit_week, number=1, edit=first.edit, change=Remove(piece=piece_key(PIECE)))
    by_hand = house.find(edited).schedule
    second = keep(house, problem, PLANTED)
    assert second is not None
    heads = house.sight().heads
    assert [head.state for head in heads] == [VersionState.REPLACED, VersionState.DRAFT]
    assert house.find(heads[0]).schedule == by_hand
    again = house.coordinator(edit.edit_week, number=second.number, edit=1, change=Remove(piece=piece_key(PIECE)))
    assert house.find(again).schedule == by_hand


def test_published_work_is_what_changes_are_measured_against(house: House) -> None:
    house.publish()
    baseline = start(house).baseline
    assert baseline is not None
    assert bare(Schedule(horizon=baseline.horizon, assignments=baseline.published)) == bare(PLANTED)
    assert not baseline.locked


def test_work_that_has_begun_stays(house: House, clock: Clock) -> None:
    house.publish()
    clock.set("2026-11-25T12:00")
    problem = start(house)
    begun = {piece_key(piece) for piece in PLANTED.assignments if piece.start * 60 <= clock.now}
    assert begun
    assert stays(problem) == begun


def test_only_what_was_objected_to_and_what_breaks_rules_is_planned_again(house: House) -> None:
    proposed = house.propose()
    house.object_to(proposed, PIECE)
    problem = start(house)
    assert stays(problem) == {piece_key(piece) for piece in PLANTED.assignments} - {piece_key(PIECE)}
    assert {found.rule for found in judge(problem, PLANTED).violations} == {"unavailable"}


@pytest.mark.parametrize("side", Side)
def test_planning_does_not_give_back_what_was_objected_to(house: House, side: Side) -> None:
    house.object_to(house.propose(), PIECE, side)
    (told,) = house.sight().not_given_back
    assert house.group.employee[PIECE.employee_id].name in told.fr
    wishes = start(house, keep=Keep.LOCKED).group.wishes[len(house.group.wishes) :]
    assert [(wish.employee_id, wish.kind) for wish in wishes] == [(PIECE.employee_id, WishKind.IMPOSSIBLE)]
    with house.office.store.read(house.group_id) as work:
        assert work.group.wishes == house.group.wishes


def test_an_objection_settled_in_the_draft_is_forgotten(house: House) -> None:
    house.object_to(house.propose(), PIECE)
    head = house.revise(1)
    assert [answer.piece for answer in house.sight().objections] == [piece_key(PIECE)]
    house.coordinator(edit.edit_week, number=2, edit=head.edit, change=Remove(piece=piece_key(PIECE)))
    assert house.sight().objections == ()
    assert start(house).group.wishes == house.group.wishes


def test_what_the_coordinator_locks_in_spite_of_an_objection_stays(house: House) -> None:
    house.object_to(house.propose(), PIECE)
    head = house.revise(1)
    lock = Lock(piece=piece_key(PIECE), locked=True)
    house.coordinator(edit.edit_week, number=2, edit=head.edit, change=lock)
    assert house.sight().not_given_back == ()
    problem = start(house)
    assert stays(problem) == {piece_key(PIECE)}
    assert problem.group.wishes == house.group.wishes


def test_the_planner_changes_nothing_but_what_was_objected_to(house: House) -> None:
    """With the real planner: the hours refused go to somebody else, or to nobody, and the rest stays."""
    house.object_to(house.propose(), PIECE)
    house.revise(1, keep_agreed=True)
    problem = start(house)
    built = plan(problem, ExactPlanner(), PlanOptions(time_limit_seconds=20.0))
    made = build.keep_build(house.office, house.claire, job_id="job", built=built)
    assert made is not None
    schedule = house.find(made).schedule
    between = difference_of(PLANTED, schedule)
    assert PIECE in {*between.removed, *(one.before for one in between.moved)}
    gone: set[Assignment] = {*between.removed, *(one.before for one in between.moved)}
    assert gone == {PIECE}
    assert not any(replace(piece, locked=False) == PIECE for piece in schedule.assignments)
