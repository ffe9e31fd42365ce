"""Hours that nobody may serve as asked: why is asked, a way to open is applied, and the price is the one told."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from gems.domain.group import Group
from gems.domain.life import Version, VersionState
from gems.domain.problem import Problem
from gems.domain.words import euros
from gems.planning.explain.explaining import missing_minutes
from gems.planning.week.problem import problem_of
from gems.prices.load import prices
from gems.rules.checker import judge
from gems.store.store import Store
from sample_data import generate, planted_weeks
from tests.web.browsing import Visitor, faults_in, fr, open_site
from tests.web.page_server import chromium
from ui import wiring
from ui.demonstration import BEFORE, NOW, furnish

pytestmark = pytest.mark.browser

LOGIN = "coordination@exemple.fr"
WEEK = planted_weeks("small")
WEDNESDAY = WEEK.horizon.first + timedelta(days=2)
ASKED, NEED = "R026", f"R026/{WEDNESDAY}/1"
"""In the sample an animator is asked for that Wednesday, and one comes."""
NOBODYS, HELD = "educator", "animator"
"""What is asked for here instead, which nobody holds nor may stand in for; and what the one who came holds."""


def asked_too_much() -> Group:
    """The sample, with one request that nobody is qualified for."""
    group = generate("small")
    changed = (replace(one, qualification=NOBODYS) if one.id == ASKED else one for one in group.requests)
    return replace(group, requests=tuple(changed))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The week of the sample as a draft, without the work of that request."""
    made = Store.open(f"sqlite:///{tmp_path / 'gems.sqlite'}", lambda: wiring.stamp_at(BEFORE))
    group_id, _ = furnish(made, asked_too_much())
    rest = replace(WEEK, assignments=tuple(piece for piece in WEEK.assignments if piece.mission_id != NEED))
    with made.write(group_id) as work:
        work.versions.add(rest, by="Léa", profile="balanced", prices=dict(prices("balanced").cents))
    yield made
    made.close()


def standing(store: Store) -> tuple[Version, Problem]:
    """The draft, and what is asked of it."""
    with store.read(1) as work:
        version = work.versions.find(WEEK.horizon.first, 1)
        assert version is not None
        return version, problem_of(work, version)


def bill(store: Store) -> int:
    """Cents of the draft, which breaks no rule."""
    version, problem = standing(store)
    verdict = judge(problem, version.schedule)
    assert not verdict.violations
    return verdict.cents


def missing(store: Store, job: str) -> list[int]:
    """Minutes that nobody works of what is asked there that Wednesday, by need, while it is asked for this job."""
    version, problem = standing(store)
    site = problem.group.request[ASKED].site_id
    return [
        missing_minutes(need, version.schedule)
        for need in problem.needs
        if (need.request.site_id, need.request.qualification) == (site, job)
        and {mission.day for mission in need.missions} == {WEDNESDAY}
    ]


def test_a_way_is_opened_applied_and_taken_back(chromium_path: str, store: Store, tmp_path: Path) -> None:
    before = bill(store)
    assert missing(store, NOBODYS) == [7 * 60]
    with open_site(tmp_path / "gems.sqlite", NOW) as site, chromium(chromium_path) as browser:
        coordinator = Visitor(browser, site, LOGIN)
        told = why(coordinator)
        apply(coordinator)
        after = bill(store)
        assert (missing(store, NOBODYS), missing(store, HELD)) == ([], [0])
        assert f"{euros(before - after).fr} de moins" in told
        version, _ = standing(store)
        assert version.head.state is VersionState.DRAFT
        expect(lane_card(coordinator)).to_have_count(0)
        coordinator.press("edit.undo")
        expect(lane_card(coordinator).first).to_be_visible()
        coordinator.settle()
        assert missing(store, NOBODYS) == [7 * 60]
        assert bill(store) == before
        coordinator.leave()


def lane_card(coordinator: Visitor) -> Locator:
    """On the grid, the hours of that request that nobody serves."""
    return coordinator.page.locator(f".wg .row.lane .card[data-id='need {NEED}']")


def why(coordinator: Visitor) -> str:
    """From the grid to the answer: nothing serves it as it is, one small change does; its words, price included."""
    page = coordinator.go("semaine", semaine=WEEK.horizon.first.isoformat())
    lane_card(coordinator).first.click()
    coordinator.press("why.ask")
    answer = page.locator(".st-key-explaining")
    coordinator.sees("why.unlocks")
    expect(answer.get_by_role("button", name=fr("why.serve"), exact=True)).to_have_count(0)
    expect(answer).to_contain_text("Animateur", ignore_case=True)
    assert not faults_in(page)
    return answer.inner_text()


def apply(coordinator: Visitor) -> None:
    """The first way told, in one press."""
    coordinator.page.get_by_role("button", name=fr("why.apply"), exact=True).first.click()
    coordinator.sees("why.done", number=1)
    coordinator.settle()
