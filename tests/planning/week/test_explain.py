"""Why not, in a week of the store: asked, answered, applied as one change; what changed meanwhile is refused."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from gems.access.policy import RIGHTS, Act, Refused, Role
from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.domain.life import VersionHead, VersionState, piece_key
from gems.domain.records import records_of
from gems.domain.words import Words
from gems.planning.explain.explaining import Explanation, Unlocked, explain, missing_minutes
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


def applied(house: House, kinds: Callable[[Unlocked], bool]) -> tuple[VersionHead, Unlocked, Group]:
    """A way to open taken, and the group as it was before."""
    _, question, told = unlockable(house)
    one = next(one for one in told.unlocks if kinds(one))
    with house.office.store.read(house.group_id) as work:
        before = work.group
    return make(house, question, answer=one.price.schedule, unlock=one.unlock), one, before


def data(house: House) -> Group:
    with house.office.store.read(house.group_id) as work:
        group: Group = work.group
    return group


def test_undoing_an_unlock_takes_its_data_back_with_the_schedule_and_redoing_brings_both_again(house: House) -> None:
    made, _, before = applied(house, lambda one: one.unlock.kind is not UnlockKind.HIRE)
    with_data, work = data(house), house.find(made).schedule
    assert with_data != before
    with house.office.store.read(house.group_id) as within:
        told = edit.undoable(within, made).undo
    assert told is not None
    assert told.fr.endswith("données comprises"), "the button says what it gives back"
    undone = house.coordinator(edit.undo, number=made.number, edit=made.edit)
    assert data(house) == before
    assert house.find(undone).schedule != work
    assert any(deed.words == edit.UNDONE.fill(words=_served_words(house, made)) for deed in house.deeds())
    again = house.coordinator(edit.redo, number=made.number, edit=undone.edit)
    assert data(house) == with_data
    assert house.find(again).schedule == work
    assert house.coordinator(edit.undo, number=made.number, edit=again.edit)
    assert data(house) == before


def _served_words(house: House, made: VersionHead) -> Words:
    with house.office.store.read(house.group_id) as work:
        return work.versions.edits(made.monday, made.number)[-1].words


def test_an_unlock_whose_data_were_changed_since_is_not_undone(house: House) -> None:
    made, one, _ = applied(house, lambda one: any(put.seen is not None for put in one.unlock.puts))
    put = next(put for put in one.unlock.puts if put.seen is not None)
    touch(house, put.kind, put.record)
    theirs, work = data(house), house.find(made).schedule
    with pytest.raises(Overtaken, match="changed this since"):
        house.coordinator(edit.undo, number=made.number, edit=made.edit)
    assert (data(house), house.find(made).schedule) == (theirs, work), "nothing of it was taken back"


def test_an_unlock_taken_back_is_not_made_again_over_what_was_changed_since(house: House) -> None:
    made, one, _ = applied(house, lambda one: any(put.seen is not None for put in one.unlock.puts))
    undone = house.coordinator(edit.undo, number=made.number, edit=made.edit)
    put = next(put for put in one.unlock.puts if put.seen is not None)
    touch(house, put.kind, put.seen)
    theirs = data(house)
    with pytest.raises(Overtaken, match="changed this since"):
        house.coordinator(edit.redo, number=made.number, edit=undone.edit)
    assert data(house) == theirs


def test_only_who_may_change_the_data_undoes_an_unlock(house: House) -> None:
    made, _, _ = applied(house, lambda one: one.unlock.kind is not UnlockKind.HIRE)
    theirs = data(house)
    about = {"monday": made.monday, "number": made.number, "edit": made.edit}
    for actor in (house.member("M001"), house.employee("E001"), None):
        with pytest.raises(Refused):
            edit.undo(house.office, actor, **about)
    assert data(house) == theirs


@pytest.mark.parametrize("act", [Act.EDIT_GROUP, Act.SEND_REQUEST, Act.WITHDRAW_REQUEST])
def test_the_right_to_change_a_week_alone_takes_no_data_back(
    house: House, act: Act, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, one, _ = applied(house, lambda one: one.unlock.kind is not UnlockKind.HIRE)
    asked = set(_acts(one))
    fewer = {right: scope for right, scope in RIGHTS[Role.COORDINATOR].items() if right is not act}
    monkeypatch.setattr("gems.access.policy.RIGHTS", {**RIGHTS, Role.COORDINATOR: fewer})
    theirs = data(house)
    if act in asked:
        with pytest.raises(Refused):
            house.coordinator(edit.undo, number=made.number, edit=made.edit)
        assert data(house) == theirs
    else:
        house.coordinator(edit.undo, number=made.number, edit=made.edit)
        assert data(house) != theirs


def _acts(one: Unlocked) -> Iterator[Act]:
    """What taking an unlock back asks the right to do."""
    for put in one.unlock.puts:
        if put.kind is not Kind.REQUEST:
            yield Act.EDIT_GROUP
        else:
            yield Act.WITHDRAW_REQUEST if put.seen is None else Act.SEND_REQUEST


def touch(house: House, kind: Kind, seen: object) -> None:
    """Somebody else changes a record."""
    with house.office.store.write(house.group_id) as work:
        changed = replace(seen, label="Autre") if kind is Kind.REQUEST else replace(seen, name="Autre")  # type: ignore[type-var]
        rows = tuple(changed if row == seen else row for row in records_of(work.group, kind))
        work.records.put(kind, rows)


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
