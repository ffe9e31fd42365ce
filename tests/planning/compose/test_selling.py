"""Hours to sell: each of them makes a post, for the composer that knows nothing of the suggestion."""

from dataclasses import replace

import pytest

from gems.domain.composition import ComposeQuestion, Kind, Post
from gems.domain.missions import Mission
from gems.domain.requests import FixedSlot, Recurrence, Request, Season
from gems.domain.schedule import Assignment
from gems.domain.year import year_mondays
from gems.planning.compose.asking import question_of
from gems.planning.compose.judging import violations
from gems.planning.compose.selling import closed_with, hours_to_sell
from gems.planning.compose.sheets import sheet_of
from gems.planning.ports import PlanOptions
from solver.compose.composer import FragmentComposer
from tests.rules.group import group

MONDAYS = tuple(year_mondays(2027))
OPTIONS = PlanOptions(time_limit_seconds=20.0, deterministic=True)


def _year(days: dict[str, tuple[int, ...]], hours: int, **terms: int) -> ComposeQuestion:
    """Mornings at the members' sites, and so many hours after lunch."""
    requests = [
        _request(f"{site}{start}", site, on, start, length)
        for site, on in days.items()
        for start, length in ((8, 4), (13, hours))
        if length
    ]
    return question_of(group(employees=(), requests=tuple(requests)), MONDAYS, **terms)


def _request(code: str, site: str, days: tuple[int, ...], start: int, hours: int) -> Request:
    return Request(
        id=code,
        member_id={"E": "EHPAD", "F": "FOYER"}[site],
        site_id=site,
        qualification="caregiver",
        label="soins",
        demand=FixedSlot(start_clock=start * 60, end_clock=(start + hours) * 60),
        recurrence=Recurrence(weekdays=frozenset(days), first_day=MONDAYS[0], season=Season.NOT_PUBLIC_HOLIDAYS),
    )


def _begun(question: ComposeQuestion) -> Post:
    """All that is asked, held by one person."""
    group_ = question.fortnight.group
    home = group_.site["E"].commune
    members = tuple(sorted({request.member_id for request in group_.requests}))
    pieces = tuple(sorted(map(_piece, question.fortnight.mission.values()), key=lambda piece: piece.span))
    return Post(id="B1", kind=Kind(job="caregiver", home=home, members=members), pieces=pieces, whole=False)


def _piece(mission: Mission) -> Assignment:
    slot, request = mission.slots[0], mission.request
    return Assignment(
        start=slot.start,
        end=slot.end,
        employee_id="B1",
        site_id=request.site_id,
        qualification=request.qualification,
        mission_id=mission.id,
    )


YEARS = {
    "a few hours": _year({"E": (0, 1, 2, 3)}, 3),
    "two members": _year({"E": (0, 1, 2), "F": (3,)}, 4, members_most=2),
    "mornings only": _year({"E": (0, 1, 2, 3, 4)}, 0),
}


@pytest.mark.parametrize("name", YEARS)
def test_each_sale_makes_a_post(name: str) -> None:
    question = YEARS[name]
    sales = hours_to_sell(question, [_begun(question)])
    assert len(sales) == 1
    for sale in sales:
        year, post = closed_with(question, sale)
        assert not violations(year, post)
        sheet = sheet_of(year, post)
        assert question.terms.least_year <= sheet.placed + sheet.driving <= question.terms.most_year
        assert sale.weekly_minutes == sum(one.end_clock - one.start_clock for one in sale.hours)
        assert FragmentComposer().compose(question, OPTIONS).posts == ()
        assert len(FragmentComposer().compose(year, OPTIONS).posts) == 1


def test_what_no_hours_close_is_not_told() -> None:
    """Weeks so short that the year cannot reach its hours."""
    question = YEARS["a few hours"]
    tight = replace(question, terms=replace(question.terms, high=29 * 60))
    assert not hours_to_sell(tight, [_begun(tight)])


def test_a_post_with_all_its_members_sells_to_one_of_them() -> None:
    question = YEARS["two members"]
    assert hours_to_sell(question, [_begun(question)])[0].member_id in {"EHPAD", "FOYER"}
    free = YEARS["a few hours"]
    assert hours_to_sell(free, [_begun(free)])[0].member_id is None
