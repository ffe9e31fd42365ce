"""Every state of a version against every act: possible ones are listed, the others say why not."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from gems.domain.life import AnswerKind, Side, VersionHead, VersionState, piece_key
from gems.domain.time import Horizon
from gems.planning.office import Declined
from gems.planning.week import build, close, edit, propose, publish
from gems.planning.week.answer import PieceAnswer
from gems.planning.week.changes import Lock
from gems.planning.week.steps import Standing, Step, possible, why_not
from tests.databases import Clock
from tests.planning.week.given import MONDAY, PLANTED, SERVER, House

DURING = {
    VersionState.DRAFT: {Step.BUILD, Step.EDIT, Step.PROPOSE, Step.SET_ASIDE},
    VersionState.PROPOSED: {Step.BUILD, Step.ANSWER, Step.PUBLISH, Step.REVISE},
    VersionState.AGREED: {Step.BUILD, Step.ANSWER, Step.PUBLISH, Step.REVISE},
    VersionState.PUBLISHED: {Step.BUILD, Step.REVISE},
    VersionState.CLOSED: set(),
    VersionState.REPLACED: {Step.BUILD, Step.REVISE},
}
"""What can be done before the week is over."""
AFTER = {state: steps - {Step.BUILD} for state, steps in DURING.items()}
AFTER[VersionState.PUBLISHED] = {Step.REVISE, Step.CLOSE}


def head(state: VersionState, number: int = 1, monday: date = MONDAY) -> VersionHead:
    return VersionHead(
        monday=monday,
        number=number,
        state=state,
        edit=1,
        based_on=None,
        profile="balanced",
        comment="",
        made_by="Claire",
        made_at=0,
        changed_at=0,
    )


@pytest.mark.parametrize("state", VersionState)
@pytest.mark.parametrize("over", [False, True])
def test_every_act_is_possible_or_says_why_not(state: VersionState, over: bool) -> None:
    today = Horizon(MONDAY).last + timedelta(days=1) if over else MONDAY - timedelta(days=10)
    found = possible(Standing(monday=MONDAY, heads=(head(state),), today=today), head(state))
    assert {step for step, no in found.items() if no is None} == (AFTER if over else DURING)[state]
    for no in found.values():
        assert no is None or (no.fr.strip() and no.en.strip() and "{" not in no.fr + no.en)


def test_without_any_version_a_week_can_only_be_built() -> None:
    found = possible(Standing(monday=MONDAY, heads=(), today=MONDAY - timedelta(days=10)), None)
    assert {step for step, no in found.items() if no is None} == {Step.BUILD}


def test_a_second_draft_is_not_opened_beside_the_first() -> None:
    heads = (head(VersionState.PUBLISHED), head(VersionState.DRAFT, 2))
    no = why_not(Step.REVISE, Standing(monday=MONDAY, heads=heads, today=MONDAY), heads[0])
    assert no is not None
    assert "version 2 (brouillon)" in no.fr


def test_a_planning_under_way_keeps_from_asking_another() -> None:
    standing = Standing(monday=MONDAY, heads=(), today=MONDAY, planning_by="Paul")
    no = why_not(Step.BUILD, standing, None)
    assert no is not None
    assert "Paul" in no.fr


def test_weeks_are_closed_in_order() -> None:
    before = MONDAY - timedelta(weeks=1)
    today = MONDAY + timedelta(days=8)
    standing = Standing(monday=MONDAY, heads=(head(VersionState.PUBLISHED),), today=today, unclosed_before=before)
    no = why_not(Step.CLOSE, standing, None)
    assert no is not None
    assert no.fr.startswith("Semaine 47")


def in_state(house: House, clock: Clock, state: VersionState) -> VersionHead:
    """The sample's week with a version in this state, the only one of the week that is not replaced."""
    made = house.build()
    if state is VersionState.REPLACED:
        return house.coordinator(propose.set_aside, number=made.number, edit=made.edit)
    if state is VersionState.DRAFT:
        return made
    made = house.propose_draft(made)
    if state is VersionState.AGREED:
        house.everybody_answers(made)
    if state in (VersionState.PUBLISHED, VersionState.CLOSED):
        house.publish_proposal(made)
    if state is VersionState.CLOSED:
        clock.set("2026-11-30T09:00")
        house.coordinator(close.close_week)
    return house.find(made).head


def acts(house: House, head: VersionHead) -> dict[Step, Callable[[], object]]:
    """Each act on a version, by the use case itself."""
    piece = PLANTED.assignments[0]
    this = {"number": head.number, "edit": head.edit}
    agreed = PieceAnswer(piece=piece_key(piece), kind=AnswerKind.AGREE)
    lock = Lock(piece=piece_key(piece), locked=True)
    return {
        Step.BUILD: lambda: house.coordinator(build.start_build, job_id="another", server=SERVER),
        Step.EDIT: lambda: house.coordinator(edit.edit_week, **this, change=lock),
        Step.PROPOSE: lambda: house.coordinator(propose.propose, **this),
        Step.ANSWER: lambda: house.answer(head, Side.EMPLOYEE, piece.employee_id, agreed),
        Step.PUBLISH: lambda: house.coordinator(publish.publish, **this, despite="Essai"),
        Step.REVISE: lambda: house.coordinator(propose.revise, number=head.number),
        Step.SET_ASIDE: lambda: house.coordinator(propose.set_aside, **this),
        Step.CLOSE: lambda: house.coordinator(close.close_week),
    }


@pytest.mark.parametrize("state", VersionState)
def test_what_is_not_possible_changes_nothing(house: House, clock: Clock, state: VersionState) -> None:
    head = in_state(house, clock, state)
    assert head.state is state
    possible_now = DURING if state is not VersionState.CLOSED else AFTER
    before, deeds = house.sight(number=head.number), house.deeds()
    for step, act in acts(house, head).items():
        if step not in possible_now[state]:
            with pytest.raises(Declined) as no:
                act()
            assert no.value.words.fr
    assert (house.sight(number=head.number).heads, house.deeds()) == (before.heads, deeds)
    assert house.sight(number=head.number).schedule == before.schedule
