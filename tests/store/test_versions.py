"""Versions of a week: what is saved comes back, nobody overwrites anybody, and what was issued never changes."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from gems.domain.life import FROZEN_STATES, ISSUED_STATES, NEXT_STATES, VersionHead, VersionState
from gems.domain.schedule import Schedule
from gems.domain.time import Horizon
from gems.domain.words import Words
from gems.store.versions import IllegalMove, StaleEdit
from tests.databases import Clock, FillStore
from tests.store.given import GROUP, MONDAY, WEEK, Planned, with_pieces
from tests.store.put import sample_group
from tests.store.test_records import ON_ONE_STORE
from tests.store.test_trail import DEED
from tests.workbook.small_group import REPORT
from tests.workbook.strategies import schedules

DRAFT, PROPOSED, AGREED, PUBLISHED, CLOSED, REPLACED = VersionState
WAYS: dict[VersionState, tuple[VersionState, ...]] = {
    DRAFT: (),
    PROPOSED: (PROPOSED,),
    AGREED: (PROPOSED, AGREED),
    PUBLISHED: (PROPOSED, PUBLISHED),
    CLOSED: (PROPOSED, PUBLISHED, CLOSED),
    REPLACED: (REPLACED,),
}
FEWER = with_pieces(lambda pieces: pieces[1:])


@pytest.fixture
def group(filled_store: FillStore) -> Planned:
    return Planned(*filled_store(sample_group()))


# --- What is saved comes back --------------------------------------------------------------------------------


def test_a_version_comes_back_whole(group: Planned, clock: Clock) -> None:
    with group.store.write(group.number) as work:
        head = work.versions.add(
            WEEK, by="Léa", profile="balanced", prices={"heure": [1, 2]}, report=REPORT, based_on=7, comment="essai"
        )
    with group.store.read(group.number) as work:
        found = work.versions.find(MONDAY, head.number)
        assert found is not None
        assert (found.head, found.schedule, found.report) == (head, WEEK, REPORT)
        assert work.versions.prices(MONDAY, head.number) == {"heure": [1, 2]}
        assert work.versions.find(MONDAY, 9) is None
    assert (head.number, head.state, head.edit, head.based_on, head.made_at) == (1, DRAFT, 1, 7, clock.now)


def test_versions_of_a_week_are_numbered(group: Planned) -> None:
    first, second = group.add(), group.add()
    other = group.add(Schedule(horizon=Horizon(MONDAY + timedelta(weeks=1))))
    with group.store.read(group.number) as work:
        assert work.versions.heads() == (first, second, other)
        assert work.versions.heads(MONDAY) == (first, second)
    assert (first.number, second.number, other.number) == (1, 2, 1)


def test_a_version_is_of_one_week(group: Planned) -> None:
    with pytest.raises(ValueError, match="one week"):
        group.add(Schedule(horizon=Horizon(MONDAY, 2)))


@ON_ONE_STORE
@given(data=st.data())
def test_any_week_follows_any_other(group: Planned, data: st.DataObject) -> None:
    """Pieces that begin together, or are the same twice, too."""
    drawn = data.draw(schedules(GROUP))
    week = Horizon(drawn.horizon.first)
    pool = drawn.assignments
    pool += tuple(replace(piece, qualification=other.code) for piece in pool for other in GROUP.qualifications[:2])
    several = st.lists(st.sampled_from(pool), max_size=12) if pool else st.just([])
    head = group.add(Schedule(horizon=week, assignments=tuple(data.draw(several))))
    for _ in range(3):
        wanted = Schedule(horizon=week, assignments=tuple(data.draw(several)))
        head = group.save(head, wanted)
        assert group.schedule(head) == wanted


# --- Nobody overwrites anybody -------------------------------------------------------------------------------


def test_the_second_to_save_the_same_draft_hears_of_the_first(group: Planned) -> None:
    seen = group.add()
    saved = group.save(seen, FEWER)
    with pytest.raises(StaleEdit) as refused:
        group.save(seen, with_pieces(lambda pieces: pieces[5:]))
    assert refused.value.current.head == saved
    assert refused.value.current.schedule == FEWER == group.schedule(seen)
    assert saved.edit == seen.edit + 1


def test_a_version_saved_since_is_not_moved(group: Planned) -> None:
    seen = group.add()
    group.save(seen, FEWER)
    with pytest.raises(StaleEdit):
        group.move(seen, PROPOSED)


def test_saving_drops_what_the_planner_said(group: Planned) -> None:
    with group.store.write(group.number) as work:
        head = work.versions.add(WEEK, by="Léa", profile="balanced", prices={}, report=REPORT)
    group.save(head, FEWER)
    with group.store.read(group.number) as work:
        found = work.versions.find(MONDAY, head.number)
    assert found is not None
    assert found.report is None


# --- States --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", VersionState)
def test_only_known_moves_are_possible(group: Planned, state: VersionState) -> None:
    for later, wanted in enumerate(VersionState):
        week = Schedule(horizon=Horizon(MONDAY + timedelta(weeks=later)))
        head = group.move(group.add(week), *WAYS[state])
        assert head.state == state
        if wanted in NEXT_STATES[state]:
            assert group.move(head, wanted).state == wanted
        else:
            with pytest.raises(IllegalMove):
                group.move(head, wanted)


def test_the_day_of_publication_stays(group: Planned, clock: Clock) -> None:
    head = group.move(group.add(), PROPOSED, PUBLISHED)
    published = clock.now
    clock.advance(days=10)
    assert group.move(head, REPLACED).published_at == published == head.published_at


def test_a_week_has_one_issued_version(group: Planned) -> None:
    """Whatever a use case may forget."""
    group.move(group.add(), PROPOSED, PUBLISHED)
    second = group.move(group.add(), PROPOSED)
    with pytest.raises(IntegrityError):
        group.move(second, PUBLISHED)


# --- What left the drafts never changes: the database itself refuses ------------------------------------------

TAMPERING: dict[str, str] = {
    "a piece is moved": "UPDATE assignments SET start = start + 60 WHERE number = 1",
    "a piece is given to somebody else": "UPDATE assignments SET employee_id = (SELECT MAX(id) FROM employees) "
    "WHERE number = 1 AND place = 1",
    "a piece leaves for another version": "UPDATE assignments SET number = 2, place = 999 WHERE number = 1 AND place=1",
    "a piece comes from another version": "UPDATE assignments SET number = 1, place = 999 WHERE number = 2 AND place=1",
    "a piece is taken out": "DELETE FROM assignments WHERE number = 1 AND place = 1",
    "a piece is put in": 'INSERT INTO assignments SELECT group_id, monday, 1, 999, start, "end", employee_id, site_id, '
    "qualification, mission_id, origin, locked, published, comment FROM assignments WHERE number = 2 AND place = 1",
    "the version goes": "DELETE FROM versions WHERE number = 1",
    "the version is a draft again": "UPDATE versions SET state = 'draft' WHERE number = 1",
    "its prices change": "UPDATE versions SET prices = '{}' WHERE number = 1",
    "its report changes": "UPDATE versions SET report = '{}' WHERE number = 1",
    "its author changes": "UPDATE versions SET made_by = 'somebody' WHERE number = 1",
}


@pytest.mark.parametrize("state", sorted(FROZEN_STATES))
def test_what_left_the_drafts_never_changes(group: Planned, state: VersionState) -> None:
    head = group.move(group.add(), *WAYS[state])
    group.add()
    for statement in TAMPERING.values():
        with pytest.raises(DBAPIError, match=r"never changes|is kept"):
            _runner(group, statement)()
    assert group.schedule(head) == WEEK
    with group.store.read(group.number) as work:
        assert work.versions.heads()[0] == head


@pytest.mark.parametrize("state", sorted(FROZEN_STATES))
def test_what_left_the_drafts_is_not_saved(group: Planned, state: VersionState) -> None:
    head = group.move(group.add(), *WAYS[state])
    with pytest.raises(IllegalMove):
        group.save(head, FEWER)


def test_a_draft_may_be_tampered_with(group: Planned) -> None:
    """The same statements pass on a draft: it is the state that protects, not a mistake in them."""
    group.add()
    group.add()
    for what, tampering in TAMPERING.items():
        with suppress(Undone), group.store.writing() as connection:
            if what == "the version goes":  # after what belongs to it
                connection.execute(text("DELETE FROM assignments WHERE number = 1"))
            assert connection.execute(text(tampering)).rowcount > 0, what
            raise Undone  # the next one finds the same drafts


class Undone(Exception):
    """Nothing of a transaction is kept."""


@pytest.mark.parametrize("state", sorted(ISSUED_STATES))
def test_the_day_of_publication_is_not_rewritten(group: Planned, state: VersionState) -> None:
    group.move(group.add(), *WAYS[state])
    with pytest.raises(DBAPIError, match="is kept"):
        _runner(group, "UPDATE versions SET published_at = 0")()


@pytest.mark.parametrize("tampering", ["UPDATE deeds SET who = 'somebody'", "DELETE FROM deeds"])
def test_the_history_of_acts_is_only_added_to(group: Planned, tampering: str) -> None:
    with group.store.write(group.number) as work:
        work.trail.add(DEED)
    with pytest.raises(DBAPIError, match="only added to"):
        _runner(group, tampering)()


def _runner(group: Planned, statement: str) -> Callable[[], None]:
    def run() -> None:
        with group.store.writing() as connection:
            connection.execute(text(statement))

    return run


# --- Edits by hand -------------------------------------------------------------------------------------------


def test_edits_are_undone_and_done_again(group: Planned) -> None:
    head = group.add()
    first, second, third = WEEK.assignments[:3]
    words = Words("Déplacé", "Moved")

    def steps(head: VersionHead) -> list[tuple[int, bool]]:
        return [(edit.step, edit.undone) for edit in work.versions.edits(head.monday, head.number)]

    with group.store.write(group.number) as work:
        work.versions.log_edit(head, (first,), (second,), words)
        work.versions.log_edit(head, (second,), (third,), words)
        found = work.versions.edits(MONDAY, head.number)
        assert [(edit.removed, edit.added, edit.words) for edit in found] == [
            ((first,), (second,), words),
            ((second,), (third,), words),
        ]
        work.versions.mark_edit(head, 2, undone=True)
        assert steps(head) == [(1, False), (2, True)]
        work.versions.mark_edit(head, 2, undone=False)
        assert steps(head) == [(1, False), (2, False)]
        work.versions.mark_edit(head, 2, undone=True)
        work.versions.log_edit(head, (first,), (third,), words)
        assert steps(head) == [(1, False), (2, False)]
        assert work.versions.edits(MONDAY, head.number)[1].removed == (first,)
