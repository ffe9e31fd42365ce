"""Changes by hand: made, judged beforehand, undone; refused with words; never over somebody else's."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gems.domain.life import VersionHead, piece_key
from gems.domain.requests import FixedSlot, Volume, Window
from gems.domain.schedule import Assignment, Origin, Schedule
from gems.domain.time import clock_of
from gems.planning.office import Declined, Overtaken
from gems.planning.week import edit
from gems.planning.week.changes import Change, Give, Lock, LockAll, Move, Note, Remove
from gems.rules.checker import judge
from tests.planning.week.given import PLANTED, House, bare, move_to


@pytest.fixture
def draft(house: House) -> VersionHead:
    return house.build()


def change(house: House, head: VersionHead, what: Change) -> VersionHead:
    found: VersionHead = house.coordinator(edit.edit_week, number=head.number, edit=head.edit, change=what)
    return found


def one_of(house: House, kind: type) -> Assignment:
    """A piece that serves a request of this shape."""
    mission = house.sight().problem.mission
    return next(
        piece
        for piece in PLANTED.assignments
        if piece.mission_id in mission and isinstance(mission[piece.mission_id].request.demand, kind)
    )


def someone_else(house: House, piece: Assignment) -> str:
    return next(person.id for person in house.group.employees if person.id != piece.employee_id)


def test_a_piece_goes_to_another_person_with_its_mission(house: House, draft: VersionHead) -> None:
    piece = PLANTED.assignments[0]
    other = someone_else(house, piece)
    head = change(house, draft, move_to(piece, other))
    moved = replace(piece, employee_id=other, origin=Origin.BY_HAND)
    assert head.edit == draft.edit + 1
    assert moved in house.find(head).schedule.assignments
    assert piece not in house.find(head).schedule.assignments


def test_hands_make_the_planners_report_untrue(house: House, draft: VersionHead) -> None:
    assert house.find(draft).report is not None
    assert house.find(change(house, draft, Remove(piece=piece_key(PLANTED.assignments[0])))).report is None


def test_trying_writes_nothing_and_tells_what_making_brings(house: House, draft: VersionHead) -> None:
    piece = PLANTED.assignments[0]
    what, deeds = move_to(piece, someone_else(house, piece)), house.deeds()
    before = house.sight()
    judged = house.coordinator(edit.try_edit, number=draft.number, change=what)
    assert (house.deeds(), house.find(draft).schedule) == (deeds, PLANTED)
    change(house, draft, what)
    after = house.sight()
    assert judged.cents_change == after.verdict.cents - before.verdict.cents
    assert judged.served_minutes_change == after.served_minutes - before.served_minutes
    assert set(judged.new_violations) == set(after.verdict.violations) - set(before.verdict.violations)


def test_moving_somebody_where_they_cannot_work_is_said_at_once(house: House, draft: VersionHead) -> None:
    site = house.group.site
    piece, person = next(
        (piece, person)
        for piece in PLANTED.assignments
        for person in house.group.employees
        if site[piece.site_id].member_id not in person.contract.member_ids
    )
    judged = house.coordinator(edit.try_edit, number=draft.number, change=move_to(piece, person.id))
    assert "member_in_contract" in {found.rule for found in judged.new_violations}


def test_a_fixed_slot_stays_on_its_day(house: House, draft: VersionHead) -> None:
    piece = one_of(house, FixedSlot)
    day = next(day for day in PLANTED.horizon.days if day != piece.day)
    with pytest.raises(Declined) as no:
        change(house, draft, replace(move_to(piece, piece.employee_id), day=day))
    member = house.group.member[house.group.site[piece.site_id].member_id].name
    assert member in no.value.words.fr
    assert house.find(draft).schedule == PLANTED


def test_a_window_lets_the_time_move_and_no_further(house: House, draft: VersionHead) -> None:
    mission = house.sight().problem.mission
    piece = next(
        piece
        for piece in PLANTED.assignments
        if piece.mission_id in mission and len({slot.start for slot in mission[piece.mission_id].slots}) > 1
    )
    slots = mission[piece.mission_id].slots
    slot = next(slot for slot in slots if slot.start != piece.start)
    head = change(house, draft, replace(move_to(piece, piece.employee_id), start_clock=clock_of(slot.start)))
    moved = next(one for one in house.find(head).schedule.assignments if one.mission_id == piece.mission_id)
    assert moved.span in slots
    assert moved.start == slot.start
    with pytest.raises(Declined):
        change(house, head, replace(move_to(moved, moved.employee_id), start_clock=clock_of(slot.start) + 1))


def test_a_volume_goes_to_another_of_its_days(house: House, draft: VersionHead) -> None:
    problem = house.sight().problem
    piece, target = next(
        (piece, mission)
        for piece in PLANTED.assignments
        if piece.mission_id in problem.mission
        for mission in problem.need[problem.mission[piece.mission_id].need_id].missions
        if isinstance(mission.request.demand, Volume | Window)
        and mission.id not in PLANTED.by_mission
        and any(clock_of(slot.start) == clock_of(piece.start) for slot in mission.slots)
    )
    head = change(house, draft, replace(move_to(piece, piece.employee_id), day=target.day))
    served = house.find(head).schedule.by_mission
    assert target.id in served
    assert piece.mission_id not in served


def test_back_to_the_lane_is_taken_out(house: House, draft: VersionHead) -> None:
    piece = PLANTED.assignments[3]
    head = change(house, draft, move_to(piece, None))
    assert bare(house.find(head).schedule) == bare(PLANTED) - {(piece_key(piece), piece.mission_id)}


def test_unserved_hours_are_given_by_need_and_by_mission(house: House, draft: VersionHead) -> None:
    piece = PLANTED.assignments[0]
    need_id = house.sight().problem.mission[piece.mission_id or ""].need_id
    gone = change(house, draft, Remove(piece=piece_key(piece)))
    by_need = change(house, gone, Give(asked=need_id, employee_id=piece.employee_id, day=piece.day))
    assert bare(house.find(by_need).schedule) == bare(PLANTED)
    with pytest.raises(Declined):
        change(house, by_need, Give(asked=piece.mission_id or "", employee_id=piece.employee_id))


def test_a_locked_piece_moves_only_once_unlocked(house: House, draft: VersionHead) -> None:
    piece = PLANTED.assignments[0]
    locked = change(house, draft, Lock(piece=piece_key(piece), locked=True))
    assert [one for one in house.find(locked).schedule.locked] == [replace(piece, locked=True)]
    for what in (move_to(piece, someone_else(house, piece)), Remove(piece=piece_key(piece))):
        with pytest.raises(Declined) as no:
            change(house, locked, what)
        assert "verrouill" in no.value.words.fr
    free = change(house, locked, Lock(piece=piece_key(piece), locked=False))
    assert change(house, free, Remove(piece=piece_key(piece))).edit == free.edit + 1


def test_all_of_a_day_is_locked_at_once(house: House, draft: VersionHead) -> None:
    day = PLANTED.assignments[0].day
    head = change(house, draft, LockAll(locked=True, day=day))
    assert {piece.day for piece in house.find(head).schedule.locked} == {day}
    with pytest.raises(Declined):
        change(house, head, LockAll(locked=True, day=day))


def test_a_comment_is_kept_and_is_not_endless(house: House, draft: VersionHead) -> None:
    piece = PLANTED.assignments[0]
    head = change(house, draft, Note(piece=piece_key(piece), comment=" Clé à l'accueil "))
    assert house.find(head).schedule.assignments[0].comment == "Clé à l'accueil"
    with pytest.raises(Declined):
        change(house, head, Note(piece=piece_key(piece), comment="x" * 501))
    with pytest.raises(Declined, match="invisible"):  # PostgreSQL could not even keep it
        change(house, head, Note(piece=piece_key(piece), comment="Clé\x00 à l'accueil"))


@pytest.mark.parametrize("what", [Remove(piece="nothing"), Give(asked="nothing", employee_id="E1")])
def test_what_is_not_there_any_more_is_said(house: House, draft: VersionHead, what: Change) -> None:
    with pytest.raises(Declined):
        change(house, draft, what)


def test_nobody_gets_work_outside_the_group_or_the_week(house: House, draft: VersionHead) -> None:
    piece = PLANTED.assignments[0]
    beyond = PLANTED.horizon.last + timedelta(days=1)
    for what in (move_to(piece, "nobody"), replace(move_to(piece, piece.employee_id), day=beyond)):
        with pytest.raises(Declined):
            change(house, draft, what)


def test_undo_and_redo_walk_through_the_changes(house: House, draft: VersionHead) -> None:
    first, second = PLANTED.assignments[0], PLANTED.assignments[1]
    states = [house.find(draft).schedule]
    head = change(house, draft, Remove(piece=piece_key(first)))
    states.append(house.find(head).schedule)
    head = change(house, head, move_to(second, someone_else(house, second)))
    states.append(house.find(head).schedule)
    for step, expected in ((edit.undo, 1), (edit.undo, 0), (edit.redo, 1), (edit.redo, 2)):
        head = house.coordinator(step, number=head.number, edit=head.edit)
        assert house.find(head).schedule == states[expected]
    with pytest.raises(Declined):
        house.coordinator(edit.redo, number=head.number, edit=head.edit)


def test_a_new_change_forgets_what_was_undone(house: House, draft: VersionHead) -> None:
    head = change(house, draft, Remove(piece=piece_key(PLANTED.assignments[0])))
    head = house.coordinator(edit.undo, number=1, edit=head.edit)
    assert house.sight().edits.redo is not None
    head = change(house, head, Remove(piece=piece_key(PLANTED.assignments[1])))
    assert house.sight().edits.redo is None
    head = house.coordinator(edit.undo, number=1, edit=head.edit)
    assert house.find(head).schedule == PLANTED
    with pytest.raises(Declined):
        house.coordinator(edit.undo, number=1, edit=head.edit)


def test_the_second_of_two_coordinators_is_told_what_the_first_did(house: House, draft: VersionHead) -> None:
    first, second = PLANTED.assignments[0], PLANTED.assignments[1]
    change(house, draft, Remove(piece=piece_key(first)))
    kept = house.sight().version
    with pytest.raises(Overtaken) as no:
        change(house, draft, Remove(piece=piece_key(second)))
    assert "Claire" in no.value.words.fr
    assert house.group.employee[first.employee_id].name in no.value.words.fr
    assert no.value.current == kept == house.sight().version


def test_a_draft_may_break_rules_and_shows_it(house: House, draft: VersionHead) -> None:
    piece = PLANTED.assignments[0]
    busy = next(one.employee_id for one in PLANTED.assignments if one.employee_id != piece.employee_id)
    change(house, draft, move_to(piece, busy))
    seen = house.sight()
    assert seen.verdict == judge(
        seen.problem, Schedule(horizon=seen.schedule.horizon, assignments=seen.schedule.assignments)
    )
    assert isinstance(move_to(piece, busy), Move)
