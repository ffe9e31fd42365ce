"""What goes on around a version: answers, changes, refusals, closing dates."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gems.domain.life import (
    Answer,
    AnswerKind,
    Change,
    ChangeKind,
    NoticeBand,
    Refusal,
    Side,
    piece_key,
)
from tests.databases import FillStore
from tests.store.given import MONDAY, WEEK, Planned
from tests.store.put import sample_group

PIECE, OTHER = WEEK.assignments[:2]
NO = Answer(
    side=Side.EMPLOYEE,
    who=PIECE.employee_id,
    piece=piece_key(PIECE),
    kind=AnswerKind.OBJECT,
    reason="Rendez-vous",
    wish="Mardi",
    at=1_794_000_000,
)
GONE = Change(
    monday=MONDAY,
    number=1,
    employee_id=PIECE.employee_id,
    kind=ChangeKind.REMOVED,
    day=PIECE.day,
    notice_days=5,
    band=NoticeBand.SHORT,
    piece=piece_key(PIECE),
    at=1_794_000_000,
)


@pytest.fixture
def group(filled_store: FillStore) -> Planned:
    made = Planned(*filled_store(sample_group()))
    made.add()
    made.add()
    return made


def test_answers_belong_to_a_version_and_the_last_one_counts(group: Planned) -> None:
    yes = replace(NO, kind=AnswerKind.AGREE, reason="", wish="", at=NO.at + 1, carried=True)
    member = replace(NO, side=Side.MEMBER, who="A01")
    with group.store.write(group.number) as work:
        work.life.put_answer(MONDAY, 1, NO)
        work.life.put_answer(MONDAY, 1, member)
        work.life.put_answer(MONDAY, 2, NO)
        work.life.put_answer(MONDAY, 1, yes)
    with group.store.read(group.number) as work:
        assert set(work.life.answers(MONDAY, 1)) == {yes, member}
        assert work.life.answers(MONDAY, 2) == (NO,)
        assert work.life.answers(MONDAY, 3) == ()


def test_changes_are_counted_for_ever(group: Planned) -> None:
    added = replace(GONE, kind=ChangeKind.ADDED, piece=piece_key(OTHER), at=GONE.at + 1)
    with group.store.write(group.number) as work:
        work.life.add_changes([added, GONE])
    with group.store.read(group.number) as work:
        assert work.life.changes() == work.life.changes(MONDAY) == (GONE, added)
        assert work.life.changes(MONDAY + timedelta(weeks=1)) == ()


def test_the_refusal_of_one_piece_counts_once(group: Planned) -> None:
    no = Refusal(
        employee_id=PIECE.employee_id, day=PIECE.day, piece=piece_key(PIECE), band=NoticeBand.LATE, at=1_794_000_000
    )
    another = replace(no, piece=piece_key(OTHER), at=no.at - 1)
    with group.store.write(group.number) as work:
        for refusal in (no, another, replace(no, at=no.at + 99)):
            work.life.add_refusal(refusal)
    with group.store.read(group.number) as work:
        assert work.life.refusals() == (another, no)


def test_the_closing_day_of_a_week_is_set_and_taken_back(group: Planned) -> None:
    day = MONDAY - timedelta(days=11)
    with group.store.write(group.number) as work:
        assert work.life.requests_close(MONDAY) is None
        for wanted in (day - timedelta(days=1), day):
            work.life.set_requests_close(MONDAY, wanted)
        assert work.life.requests_close(MONDAY) == day
        assert work.life.set_closing_days() == {MONDAY: day}
        work.life.set_requests_close(MONDAY, None)
        assert work.life.set_closing_days() == {}
