"""A week as the coordinator sees it, and the list of weeks."""

from datetime import timedelta

import pytest

from gems.domain.life import VersionState, piece_key
from gems.planning.office import Declined
from gems.planning.survey import survey
from gems.planning.week import edit, sight
from gems.planning.week.changes import Remove
from gems.planning.week.steps import Step
from gems.prices.bill import bill
from tests.planning.week.given import MONDAY, PLANTED, House

PIECE = PLANTED.assignments[5]


def test_a_week_without_a_version_tells_what_is_asked(house: House) -> None:
    seen = house.sight()
    assert seen.version is None
    assert seen.served_minutes == 0
    assert seen.requested_minutes == sum(line.minutes for line in seen.unserved) > 0
    assert seen.steps[Step.BUILD] is None


def test_the_newest_version_is_shown_unless_another_is_asked(house: House) -> None:
    house.publish()
    house.revise(1)
    assert [head.state for head in house.sight().heads] == [VersionState.PUBLISHED, VersionState.DRAFT]
    newest, first = house.sight(), house.sight(number=1)
    assert newest.version is not None
    assert first.version is not None
    assert (newest.version.head.number, first.version.head.number) == (2, 1)
    assert newest.issued == first.version
    with pytest.raises(Declined):
        house.sight(number=9)


def test_the_figures_are_those_of_the_checker(house: House) -> None:
    house.build()
    seen = house.sight()
    assert seen.bill == bill(seen.problem, PLANTED)
    found = survey(seen.problem, PLANTED)
    assert (seen.requested_minutes, seen.served_minutes) == (found.requested_minutes, found.served_minutes)
    assert [(line.need_id, line.minutes) for line in seen.unserved] == [
        (line.need_id, line.minutes) for line in found.unserved
    ]


def test_why_hours_are_missing_is_asked_need_by_need(house: House) -> None:
    house.build()
    found = {line.need_id: line.reasons for line in survey(house.sight().problem, PLANTED).unserved}
    for need_id, reasons in found.items():
        assert sight.why_unserved(house.office, house.claire, monday=MONDAY, number=1, need_id=need_id) == reasons
    assert not house.sight().reasons_known


def test_published_work_is_told_apart_in_the_next_draft(house: House) -> None:
    house.publish()
    draft = house.revise(1)
    house.coordinator(edit.edit_week, number=2, edit=draft.edit, change=house.legal_move(draft))
    flags = {piece_key(piece): piece.published for piece in house.sight().schedule.assignments}
    known = {piece_key(piece) for piece in PLANTED.assignments}
    assert all(published == (key in known) for key, published in flags.items())
    assert not all(flags.values())


def test_the_weeks_to_come_are_listed_with_what_they_wait_for(house: House) -> None:
    head = house.propose()
    house.object_to(head, PIECE)
    lines = {line.monday: line for line in sight.weeks(house.office, house.claire)}
    line = lines[MONDAY]
    assert list(lines) == sorted(lines)
    assert (line.newest, line.issued) == (house.find(head).head, None)
    assert (line.objections, line.waiting) == (1, 2 * len(PLANTED.assignments) - 1)
    assert line.unserved_minutes == sum(one.minutes for one in house.sight().unserved)
    assert lines[MONDAY - timedelta(weeks=2)].newest is None
    house.publish_proposal(
        house.propose_draft(
            house.coordinator(
                edit.edit_week, number=house.revise(1).number, edit=1, change=Remove(piece=piece_key(PIECE))
            )
        )
    )
    published = next(one for one in sight.weeks(house.office, house.claire) if one.monday == MONDAY)
    assert published.issued is not None
    assert (published.waiting, published.objections) == (0, 0)
