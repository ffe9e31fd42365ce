"""Why not, in a week of the store: asked, answered, applied as one change; what changed meanwhile is refused."""

from dataclasses import replace

import pytest

from gems.domain.issues import Kind
from gems.domain.life import VersionHead, VersionState, piece_key
from gems.domain.records import records_of
from gems.planning.explain.explaining import Explanation, explain, missing_minutes
from gems.planning.explain.unlocks import UnlockKind
from gems.planning.office import Declined, Overtaken
from gems.planning.week import edit
from gems.planning.week import explain as explaining
from gems.planning.week.changes import Lock
from gems.planning.week.explain import Question
from gems.planning.week.problem import problem_of
from gems.rules.checker import judge
from solver.explainer import NearExplainer
from tests.planning.week.given import PLANTED, House

SECONDS = 30.0
WATCHER, SUNDAY = "E003", 6
"""Whose one night of that Sunday two people could take, in the sample."""


def ask(house: House, head: VersionHead, need_id: str) -> tuple[Question, Explanation]:
    """The question and its answer."""
    question: Question = house.coordinator(explaining.pose_question, number=head.number, need_id=need_id)
    return question, explain(question.problem, question.schedule, need_id, NearExplainer(), SECONDS)


def first_unserved(house: House, head: VersionHead) -> str:
    with house.office.store.read(house.group_id) as work:
        version = house.find(head)
        problem = problem_of(work, version)
        return next(need.id for need in problem.needs if missing_minutes(need, version.schedule))


def emptied(house: House) -> VersionHead:
    """A draft in which one piece was taken out, so that something is not served."""
    return house.build(replace(PLANTED, assignments=PLANTED.assignments[1:]))


def make(house: House, question: Question, **named: object) -> VersionHead:
    head = question.head
    made: VersionHead = house.coordinator(
        explaining.make_so, number=head.number, edit=head.edit, need_id=question.need_id, **named
    )
    return made


def test_serving_as_answered_is_one_change_that_costs_what_was_said_and_is_undone(house: House) -> None:
    head = emptied(house)
    question, told = ask(house, head, first_unserved(house, head))
    assert told.price is not None
    made = make(house, question, answer=told.price.schedule)
    assert (made.number, made.state) == (head.number, VersionState.DRAFT)
    after = house.find(made).schedule
    assert not missing_minutes(question.problem.need[question.need_id], after)
    today = judge(question.problem, question.schedule).cents
    assert judge(question.problem, after).cents - today == told.price.cents
    undone = house.coordinator(edit.undo, number=made.number, edit=made.edit)
    assert {piece_key(one) for one in house.find(undone).schedule.assignments} == {
        piece_key(one) for one in question.schedule.assignments
    }


def unlockable(house: House) -> tuple[VersionHead, Question, Explanation]:
    """A request for a job its site's people do not hold: only a change of the data serves it."""
    head = emptied(house)
    with house.office.store.write(house.group_id) as work:
        group = work.group
        day = PLANTED.horizon.first
        whole = group.requests[0].recurrence
        asked = replace(
            group.requests[0],
            id="R900",
            label="Rare",
            qualification=_held_by_nobody(group),
            same_person=False,
            recurrence=replace(
                whole, weekdays=frozenset({day.weekday()}), first_day=day, last_day=day, except_days=frozenset()
            ),
        )
        work.records.put(Kind.REQUEST, (*records_of(group, Kind.REQUEST), asked))
    need_id = f"R900/{PLANTED.horizon.first.isoformat()}/1"
    question, told = ask(house, head, need_id)
    return head, question, told


def _held_by_nobody(group) -> str:  # type: ignore[no-untyped-def]
    held = {one.code for person in group.employees for one in person.qualifications}
    return next((one.code for one in group.qualifications if one.code not in held), group.qualifications[-1].code)


def test_an_unlock_changes_the_data_and_the_draft_together(house: House) -> None:
    _, question, told = unlockable(house)
    one = next(one for one in told.unlocks if one.unlock.kind is not UnlockKind.HIRE)
    made = make(house, question, answer=one.price.schedule, unlock=one.unlock)
    with house.office.store.read(house.group_id) as work:
        version = house.find(made)
        problem = problem_of(work, version)
        for put in one.unlock.puts:
            assert put.record in records_of(work.group, put.kind)
    assert not missing_minutes(problem.need[one.unlock.need_id], version.schedule)
    assert judge(problem, version.schedule).violations == ()
    assert any(one.unlock.words == deed.words or one.unlock.words.fr in deed.words.fr for deed in house.deeds())


def test_what_somebody_changed_meanwhile_is_never_written_over(house: House) -> None:
    _, question, told = unlockable(house)
    one = next(one for one in told.unlocks if any(put.seen is not None for put in one.unlock.puts))
    put = next(put for put in one.unlock.puts if put.seen is not None)
    with house.office.store.write(house.group_id) as work:
        kept = tuple(row for row in records_of(work.group, put.kind) if row != put.seen)
        changed = replace(put.seen, label="Autre") if put.kind is Kind.REQUEST else replace(put.seen, name="Autre")
        work.records.put(put.kind, (*kept, changed))
    with pytest.raises(Overtaken):
        make(house, question, answer=one.price.schedule, unlock=one.unlock)


def test_a_draft_edited_meanwhile_refuses_the_answer(house: House) -> None:
    head = emptied(house)
    question, told = ask(house, head, first_unserved(house, head))
    assert told.price is not None
    piece = piece_key(question.schedule.assignments[0])
    house.coordinator(edit.edit_week, number=head.number, edit=head.edit, change=Lock(piece=piece, locked=True))
    with pytest.raises(Overtaken):
        make(house, question, answer=told.price.schedule)


def test_an_answer_that_does_not_serve_is_declined(house: House) -> None:
    head = emptied(house)
    question, _ = ask(house, head, first_unserved(house, head))
    with pytest.raises(Declined):
        make(house, question, answer=question.schedule)


def test_what_is_served_has_no_why(house: House) -> None:
    head = house.build()
    served = next(piece.mission_id for piece in PLANTED.assignments if piece.mission_id)
    with pytest.raises(Declined):
        house.coordinator(explaining.pose_question, number=head.number, need_id=served)


def test_a_draft_that_breaks_rules_has_no_price(house: House) -> None:
    first = PLANTED.assignments[0]
    twice = replace(first, start=first.start + 1, mission_id=None)
    head = house.build(replace(PLANTED, assignments=(*PLANTED.assignments[1:], first, twice)))
    with pytest.raises(Declined):
        house.coordinator(explaining.pose_question, number=head.number, need_id=first_unserved(house, head))


def test_why_this_person_names_who_else_could_and_at_what_price(house: House) -> None:
    head = house.build()
    schedule, group = house.find(head).schedule, house.group
    with house.office.store.read(house.group_id) as work:
        problem = problem_of(work, house.find(head))
    today = judge(problem, schedule).cents
    seen = 0
    sunday = [one for one in schedule.by_employee[WATCHER] if one.day.weekday() == SUNDAY]
    for piece in (*schedule.assignments[:4], *sunday):
        found = house.coordinator(explaining.why_this_person, number=head.number, piece=piece_key(piece))
        assert len(found.able) + len(found.blocked) == len(group.employees) - 1
        for able in found.able:
            others = tuple(one for one in schedule.assignments if one != piece)
            verdict = judge(problem, replace(schedule, assignments=(*others, able.piece)))
            assert (verdict.violations, verdict.cents - today) == ((), able.cents)
            seen += 1
        assert "{" not in found.words.fr
    assert seen
