"""Why is this not served? Asked on the week, answered beside it, applied in one click, and undone."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.web.browsing import Visitor, faults_in, fr, open_site, scrolls_sideways
from tests.web.page_server import chromium
from ui.demonstration import NOW

pytestmark = pytest.mark.browser

LOGIN = "coordination@exemple.fr"
LOW = {"width": 1440, "height": 500}
"""A window in which the week's grid and the answer above it do not show together."""


@pytest.fixture
def coordinator(chromium_path: str, demonstration: Path, tmp_path: Path) -> Iterator[Visitor]:
    copy = shutil.copyfile(demonstration, tmp_path / "gems.sqlite")
    with open_site(copy, NOW) as address, chromium(chromium_path) as browser:
        visitor = Visitor(browser, address, LOGIN)
        yield visitor
        visitor.leave()


def test_explained_opened_and_applied(coordinator: Visitor) -> None:
    page = coordinator.go("semaine")
    page.locator(".wg .row:not(.lane) .card:visible").first.click()
    coordinator.press("piece.remove")
    expect(page.locator(".wg .row.lane .card").first).to_be_visible()
    page.set_viewport_size(LOW)
    page.locator(".wg").evaluate("grid => grid.scrollIntoView({block: 'start'})")
    page.locator(".wg .row.lane .card:visible").first.click()
    expect(page.locator(".st-key-week-bar")).not_to_be_in_viewport()
    coordinator.press("why.ask")
    answer = page.locator(".st-key-explaining")
    expect(answer).to_be_focused()
    expect(answer.locator("h2")).to_be_in_viewport()
    coordinator.sees("why.verified")
    assert not scrolls_sideways(page)
    assert not faults_in(page)
    before = coordinator.cards
    apply = page.get_by_role("button", name=fr("why.serve"), exact=True)
    apply.or_(page.get_by_role("button", name=fr("why.apply"), exact=True)).first.click()
    expect(page.get_by_text(fr("why.done", number="")[:-2]).first).to_be_visible()
    coordinator.settle()
    assert coordinator.cards != before
    coordinator.press("edit.undo")
    coordinator.settle()
    expect(page.locator(".wg .row:not(.lane) .card")).to_have_count(len(before))
