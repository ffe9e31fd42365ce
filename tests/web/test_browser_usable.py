"""The coordinator's week in every view, and every screen of a group still empty: usable by all, reached by keys."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from gems.access.accounts import house as house_of
from gems.access.policy import Role
from gems.domain.group import Settings
from gems.planning.build import Built
from gems.planning.office import Office
from gems.store.store import Store
from tests.web.browsing import DESK, PHONE, Visitor, faults_in, fr, open_site, scrolls_sideways
from tests.web.furnished import House
from tests.web.page_server import chromium
from ui import wiring
from ui.demonstration import NOW, Person, cast, open_account
from ui.web.panels.result import VIEWS
from ui.web.screens import PAGES

pytestmark = pytest.mark.browser

FULL, EMPTY = "coordination@exemple.fr", "debut@exemple.fr"
WEEK = {"semaine": "2026-11-23"}
SIZES = pytest.mark.parametrize("size", [DESK, PHONE], ids=("desk", "phone"))
STOPS = 400
"""Presses of Tab that reach everything on the longest screen."""
FOCUSED = """() => {
    let one = document.activeElement;
    while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
    return one?.dataset?.testid ?? "";
}"""


@pytest.fixture(scope="module")
def site(demonstration: Path, built: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A week objected to and taken up again, and a group without anything."""
    copy = Path(shutil.copyfile(demonstration, tmp_path_factory.mktemp("usable") / "gems.sqlite"))
    store = Store.open(f"sqlite:///{copy}", lambda: wiring.stamp_at(NOW))
    house = House(Office(store), cast(built.problem.group, built.schedule))
    house.propose()
    house.object()
    house.revise()
    empty = store.add_group(Settings(name="Groupement neuf"))
    person = Person(login=EMPTY, name="Odile Pradeau", role=Role.COORDINATOR)
    open_account(Office(store), house_of(empty), person)
    store.close()
    with open_site(copy, NOW) as address:
        yield address


@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    with chromium(chromium_path) as opened:
        yield opened


@SIZES
def test_every_view_of_the_week_is_usable(size: dict[str, int], browser: Browser, site: str) -> None:
    visitor = Visitor(browser, site, FULL, size)
    page = visitor.go("semaine", **WEEK)
    for view in VIEWS:
        page.get_by_role("radio", name=fr(f"view.{view}"), exact=True).click()
        visitor.settle()
        assert not scrolls_sideways(page)
        assert not faults_in(page)
    page.get_by_role("radio", name=fr("view.people"), exact=True).click()
    page.locator(".wg .row:not(.lane) .card:visible").first.click()
    expect(page.locator(".st-key-details")).to_be_visible()
    page.locator("summary", has_text=fr("piece.move")).click()
    assert not faults_in(page)
    visitor.leave()


@SIZES
def test_every_screen_of_an_empty_group_is_usable(size: dict[str, int], browser: Browser, site: str) -> None:
    visitor = Visitor(browser, site, EMPTY, size)
    for spec in PAGES[Role.COORDINATOR]:
        page = visitor.go(spec.path, **WEEK)
        expect(page.locator("[data-testid=stMain]")).to_contain_text(".")  # at least one sentence
        assert not scrolls_sideways(page)
        assert not faults_in(page)
    visitor.leave()


def test_the_tab_key_reaches_the_strong_button_of_every_screen(browser: Browser, site: str) -> None:
    reached = {}
    for login in (FULL, EMPTY):
        visitor = Visitor(browser, site, login)
        for spec in PAGES[Role.COORDINATOR]:
            page = visitor.go(spec.path, **WEEK)
            if page.get_by_test_id("stBaseButton-primary").count():
                reached[login, spec.path] = reaches_strong(page)
        visitor.leave()
    assert (FULL, "semaine") in reached
    assert [screen for screen, found in reached.items() if not found] == []


def reaches_strong(page: Page) -> bool:
    page.evaluate("document.activeElement.blur()")
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED) == "stBaseButton-primary":
            return True
    return False
