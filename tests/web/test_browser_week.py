"""The page as a coordinator meets it, in a real browser: open, build, stop, reload, correct, take away."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from page_server import chromium, served
from playwright.sync_api import Browser, Download, FilePayload, Locator, Page, expect

from gems.domain.words import clock
from gems.workbook import read_workbook, write_workbook
from sample_data import generate, planted_weeks
from ui.web import app
from ui.web.panels.result import VIEWS
from ui.web.texts import TEXTS

pytestmark = pytest.mark.browser

PATIENCE = 90_000
"""Milliseconds to wait for a condition: far more than needed, on a busy machine too."""
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
HOSTILE = '<img src=x onerror="window.hacked=1"> ![x](http://evil.invalid/x.png) :red[x]'
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def fr(key: str) -> str:
    return TEXTS[key].fr


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(Path(app.__file__), tmp_path_factory.mktemp("streamlit") / "log.txt") as address:
        yield address


@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    with chromium(chromium_path) as opened:
        yield opened


class Visitor:
    """A browser of somebody's own, with what went wrong there and whom it asked."""

    def __init__(self, browser: Browser, site: str, size: dict[str, int] = DESK) -> None:
        self.context = browser.new_context(viewport=size, accept_downloads=True)  # type: ignore[arg-type]
        self.context.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        self.page: Page = self.context.new_page()
        self.site = site
        self.faults: list[str] = []
        self.hosts: set[str] = set()
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", lambda request: self.hosts.add(request.url.split("/")[2]))

    def arrive(self, address: str = "") -> Page:
        self.page.goto(address or self.site)
        return self.page

    def button(self, key: str) -> Locator:
        return self.page.get_by_role("button", name=fr(key))

    def open_sample(self, name: str) -> None:
        self.arrive()
        self.page.get_by_role("combobox", name=fr("start.sample")).click()
        self.page.get_by_role("option", name=fr(f"sample.{name}")).click()
        expect(self.page.get_by_role("combobox", name=fr("start.sample"))).to_have_value(fr(f"sample.{name}"))
        self.button("start.open").click()
        expect(self.button("build")).to_be_visible()

    def drop(self, content: bytes, name: str = "groupe.xlsx") -> None:
        dropped = FilePayload(name=name, mimeType=XLSX, buffer=content)
        self.page.locator("input[type=file]").set_input_files(dropped)

    def take(self, key: str) -> bytes:
        with self.page.expect_download() as coming:
            self.button(key).click()
        download: Download = coming.value
        return Path(download.path()).read_bytes()

    @property
    def cards(self) -> list[str]:
        labels: list[str] = self.page.locator(".wg .row:not(.lane) .card").evaluate_all(
            "cards => cards.map(card => card.getAttribute('aria-label'))"
        )
        return sorted(labels)

    def wait_for_week(self) -> None:
        expect(self.button("build.again")).to_be_visible()
        expect(self.page.locator(".wg .card:visible").first).to_be_visible()


@pytest.fixture
def visitor(browser: Browser, site: str) -> Iterator[Visitor]:
    opened = Visitor(browser, site)
    yield opened
    opened.context.close()
    assert not opened.faults
    assert opened.hosts <= {site.split("/")[2], ""}, "something asked another site"


def nothing_scrolls_sideways(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    main = page.locator("[data-testid=stMain]")
    assert main.evaluate("element => element.scrollWidth <= element.clientWidth")


def look_at(page: Page, view: str) -> None:
    """Choose a view and wait until it is the one on the page."""
    page.get_by_role("radio", name=fr(f"view.{view}"), exact=True).click()
    names = {"people": "Semaine, une ligne par salarié", "members": fr("members.grid")}
    expect(page.get_by_role("grid")).to_have_count(1 if view in names else 0)
    if view in names:
        expect(page.get_by_role("grid", name=names[view])).to_be_visible()


def nameless(page: Page) -> list[str]:
    """Controls that a screen reader could not name."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("button, input, select, [role=radio], [role=combobox]")]
            .filter(one => one.checkVisibility() && !one.closest(".wg") && !one.textContent.trim()
                && !one.getAttribute("aria-label") && !one.getAttribute("aria-labelledby") && !one.labels?.length)
            .map(one => one.outerHTML.slice(0, 200))"""
    )
    return found


def test_open_build_read_take_away_and_bring_back(visitor: Visitor) -> None:
    visitor.open_sample("small")
    page = visitor.page
    assert not nameless(page)
    visitor.button("build").click()
    visitor.wait_for_week()
    expect(page.get_by_test_id("stMetric")).to_have_count(6)
    reading = read_workbook(visitor.take("download"))
    assert reading.group is not None
    assert reading.schedule is not None
    pieces = reading.schedule.assignments
    assert len(visitor.cards) == len(pieces)
    first = pieces[0]
    person = reading.group.employee[first.employee_id].name
    cell = page.locator(f".cell[data-row='{first.employee_id}'][data-day='{first.day.isoformat()}']")
    expect(cell).to_contain_text(clock(first.start).fr)
    cell.locator(".card").first.click()
    details = page.locator(".st-key-details")
    expect(details).to_contain_text(person)
    expect(page.locator(".card.selected")).to_have_count(1)
    assert not nameless(page)
    shown = visitor.cards
    visitor.button("start.other").click()
    expect(visitor.button("start.open")).to_be_visible()
    again = BytesIO()
    write_workbook(reading.group, again, schedule=reading.schedule)
    visitor.drop(again.getvalue())
    visitor.wait_for_week()
    assert visitor.cards == shown, "the same schedule comes back from the workbook"
    expect(page.get_by_text("relu par le vérificateur : aucune règle enfreinte")).to_be_visible()


def test_watch_reload_stop_and_keep_the_best(visitor: Visitor, browser: Browser, site: str) -> None:
    visitor.open_sample("gems23")
    page = visitor.page
    visitor.button("build").click()
    expect(visitor.button("build.stop")).to_be_visible()
    page.reload()
    expect(visitor.button("build.stop").or_(visitor.button("build.again"))).to_be_visible()
    best = page.get_by_test_id("stMetric").filter(has_text=fr("build.best"))
    expect(best.or_(visitor.button("build.again"))).to_contain_text(re.compile("€|semaine"))
    visitor.button("build.stop").evaluate_all("found => found.forEach(one => one.click())")  # unless it is over already
    visitor.wait_for_week()
    worth = page.locator(".gems-sentence.proof")
    expect(worth).to_contain_text("Coût")
    other = Visitor(browser, site)
    other.arrive(page.url)
    other.wait_for_week()
    assert other.cards == visitor.cards, "another browser finds it by its address"
    other.context.close()


def test_a_spoiled_workbook_is_given_back_annotated(visitor: Visitor) -> None:
    stream = BytesIO()
    write_workbook(generate("small"), stream)
    book = load_workbook(stream)
    book["Salariés"]["I2"] = "beaucoup"
    spoiled = BytesIO()
    book.save(spoiled)
    faults = read_workbook(spoiled.getvalue()).faults
    visitor.arrive()
    visitor.drop(spoiled.getvalue())
    for fault in faults:
        expect(visitor.page.get_by_role("cell", name=fault.cell, exact=True).first).to_be_visible()
        expect(visitor.page.get_by_text(fault.wrong.fr).first).to_be_visible()
        expect(visitor.page.get_by_text(fault.fix.fr).first).to_be_visible()
    copy = load_workbook(BytesIO(visitor.take("faults.download")))
    note = copy["Salariés"]["I2"].comment
    assert note is not None
    assert faults[0].wrong.fr in note.text
    visitor.drop(stream.getvalue())
    expect(visitor.button("build")).to_be_visible()


def test_a_hostile_workbook_stays_text_and_a_phone_never_scrolls_sideways(browser: Browser, site: str) -> None:
    group, kept = generate("small"), planted_weeks("small")
    people = tuple(replace(person, name=HOSTILE) for person in group.employees)
    members = tuple(replace(member, name=HOSTILE) for member in group.members)
    requests = tuple(replace(request, label=HOSTILE) for request in group.requests)
    settings = replace(group.settings, name=HOSTILE)
    pieces = tuple(replace(piece, comment=HOSTILE) for piece in kept.assignments)
    hostile = replace(group, employees=people, members=members, requests=requests, settings=settings)
    stream = BytesIO()
    write_workbook(hostile, stream, schedule=replace(kept, assignments=pieces))
    visitor = Visitor(browser, site, PHONE)
    page = visitor.arrive()
    nothing_scrolls_sideways(page)
    visitor.drop(stream.getvalue(), "<img src=x onerror=1>.xlsx")
    visitor.wait_for_week()
    nothing_scrolls_sideways(page)
    for view in VIEWS:
        look_at(page, view)
        nothing_scrolls_sideways(page)
    look_at(page, "people")
    page.locator(".wg .row:not(.lane) .name:visible").first.click()
    expect(page.locator(".st-key-details")).to_contain_text("<img src=x")
    nothing_scrolls_sideways(page)
    assert page.locator("[data-testid=stMain] img").count() == 0
    assert page.evaluate("window.hacked") is None
    visitor.context.close()
    assert not visitor.faults
    assert visitor.hosts <= {site.split("/")[2], ""}
