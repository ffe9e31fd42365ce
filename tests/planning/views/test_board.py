"""The board's figures: the group as a whole, and nothing with fewer than five behind it."""

from dataclasses import replace
from datetime import date

import pytest

from gems.domain.life import Change, ChangeKind, NoticeBand
from gems.domain.schedule import Schedule
from gems.domain.targets import target_minutes
from gems.domain.time import Horizon
from gems.planning.survey import survey_without_reasons
from gems.planning.views.board import Figure, Indicators, indicators
from gems.planning.week.problem import problem_for
from tests.databases import Clock, FillStore
from tests.planning.house import ISSUED, House, house_of, later
from tests.store.put import keep

MONDAY = date(2026, 11, 23)
HIDDEN = Figure(value=None, hidden=True)


@pytest.fixture
def house(filled_store: FillStore, clock: Clock) -> House:
    return house_of(filled_store, clock)


def seen(house: House) -> Indicators:
    return indicators(house.office, house.board)


def change(house: House, people: int, band: NoticeBand) -> None:
    """As many people told of a change."""
    found = (
        Change(
            monday=MONDAY,
            number=1,
            employee_id=one.id,
            kind=ChangeKind.ADDED,
            day=MONDAY,
            notice_days=2,
            band=band,
            piece="p",
            at=house.clock.now,
        )
        for one in house.group.employees[:people]
    )
    with house.office.store.write(house.number) as work:
        work.life.add_changes(found)


def test_before_any_publication_there_is_nothing_to_measure(house: House) -> None:
    house.keep(house.planted)
    found = seen(house)
    assert (found.weeks, found.whole) == ((), None)


def test_the_figures_are_those_of_the_survey(house: House) -> None:
    """The coordinator's own figures of the week, read another way."""
    house.keep(house.planted, *ISSUED)
    with house.office.store.read(house.number) as work:
        group, told = work.group, survey_without_reasons(problem_for(work, MONDAY), house.planted)
    whole = seen(house).whole
    assert whole is not None
    assert whole.coverage.value == told.served_minutes / told.requested_minutes
    worked = {one.employee_id: one.worked_minutes for one in told.hours}
    due = {person.id: target_minutes(group, person, MONDAY) for person in group.employees}
    assert whole.occupation.value == sum(worked.values()) / sum(due.values())
    assert whole.unplaced_minutes.value == sum(max(0, due[one] - worked[one]) for one in due)


def test_an_empty_week_serves_nobody(house: House) -> None:
    house.keep(Schedule(horizon=Horizon(MONDAY)), *ISSUED)
    whole = seen(house).whole
    assert whole is not None
    assert (whole.coverage.value, whole.occupation.value, whole.full_contracts.value) == (0, 0, 0)


def test_week_by_week_and_as_a_whole(house: House) -> None:
    for weeks in (0, 1):
        house.keep(later(house.planted, weeks), *ISSUED)
    found = seen(house)
    assert [week.monday for week in found.weeks] == [MONDAY, date(2026, 11, 30)]
    assert found.whole is not None
    assert found.whole.monday == MONDAY
    parts = [week.unplaced_minutes.value or 0 for week in found.weeks]
    assert found.whole.unplaced_minutes.value == sum(parts)
    assert len(indicators(house.office, house.board, weeks=1).weeks) == 1


@pytest.mark.parametrize(("people", "shown"), [(0, Figure(value=0)), (4, HIDDEN), (5, Figure(value=5))])
def test_changes_of_fewer_than_five_people_are_hidden(house: House, people: int, shown: Figure) -> None:
    house.keep(house.planted, *ISSUED)
    change(house, people, NoticeBand.LATE)
    whole = seen(house).whole
    assert whole is not None
    assert dict(whole.changes) == {
        NoticeBand.EARLY: Figure(value=0),
        NoticeBand.SHORT: Figure(value=0),
        NoticeBand.LATE: shown,
    }


def test_a_job_with_fewer_than_five_members_or_people_is_hidden(house: House) -> None:
    house.keep(house.planted, *ISSUED)
    group, found = house.group, {one.job.fr: one.coverage for one in seen(house).jobs}
    for job in group.qualifications:
        asking = {one.member_id for one in group.requests if one.qualification == job.code}
        able = [one for one in group.employees if any(held.code == job.code for held in one.qualifications)]
        if job.name_fr in found:
            assert found[job.name_fr].hidden == (len(asking) < 5 or len(able) < 5)
    assert any(figure.hidden for figure in found.values())


def test_four_people_and_four_members_give_no_figure_at_all(house: House) -> None:
    group = house.group
    people = {one.id for one in group.employees[:4]}
    history = replace(
        group.history,
        weeks=tuple(one for one in group.history.weeks if one.employee_id in people),
        years=tuple(one for one in group.history.years if one.employee_id in people),
        faces=tuple(one for one in group.history.faces if one.employee_id in people),
        ledgers=group.history.ledgers[:4],
    )
    asked = {one.member_id for one in group.history.ledgers[:4]}
    few = replace(
        group,
        employees=group.employees[:4],
        absences=(),
        wishes=(),
        requests=tuple(
            replace(one, wanted=frozenset(), excluded=frozenset()) for one in group.requests if one.member_id in asked
        ),
        history=history,
    )
    keep(house.office.store, house.number, few)
    pieces = tuple(one for one in house.planted.assignments if one.employee_id in people)
    house.keep(Schedule(horizon=Horizon(MONDAY), assignments=pieces), *ISSUED)
    found = seen(house)
    assert found.whole is not None
    figures = [
        found.whole.coverage,
        found.whole.occupation,
        found.whole.full_contracts,
        found.whole.unplaced_minutes,
        found.whole.km_per_hour,
        found.members_per_employee,
        found.fairness,
        found.least_served,
        *(one.coverage for one in found.jobs),
    ]
    assert all(figure == HIDDEN for figure in figures)


def test_alike_for_all_is_perfectly_fair(house: House) -> None:
    group = house.group
    ledgers = tuple(replace(one, asked_minutes=1000, served_minutes=900) for one in group.history.ledgers)
    keep(house.office.store, house.number, replace(group, history=replace(group.history, ledgers=ledgers)))
    found = seen(house)
    assert found.fairness.value == pytest.approx(1)
    assert found.least_served.value == 0.9
    unlike = (replace(ledgers[0], served_minutes=0), *ledgers[1:])
    keep(house.office.store, house.number, replace(group, history=replace(group.history, ledgers=unlike)))
    assert seen(house).fairness.value == pytest.approx(5 / 6), "one of six members gets nothing"
