"""The week as coordinators meet it, in real browsers: build, stop, come back, correct, take away, and never scroll."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Locator, Page, expect

from gems.access.accounts import house as house_of
from gems.access.policy import Role
from gems.domain.group import Group
from gems.domain.life import piece_key
from gems.domain.schedule import Schedule
from gems.domain.time import Horizon
from gems.domain.words import clock
from gems.planning.office import Office
from gems.store.store import Store
from gems.workbook import read_workbook, write_workbook
from sample_data import generate, planted_weeks
from tests.store.put import new_group
from tests.web.browsing import PHONE, Visitor, faults_in, fr, open_site, opened, scrolls_sideways
from tests.web.page_server import chromium
from ui import wiring
from ui.demonstration import BEFORE, NOW, Person, furnish, open_account
from ui.web.panels.result import VIEWS
from ui.web.screens import PAGES

pytestmark = pytest.mark.browser

SAMPLE, SCARCE = "gems23", 130
"""Hours asked for a hundred that people can work: so much that no proof ends a planning before somebody stops it."""
HOSTILE = '<img src=x onerror="window.hacked=1"> ![x](http://evil.invalid/x.png) :red[x]'
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COORDINATOR, COLLEAGUE = "coordination@exemple.fr", "collegue@exemple.fr"
FULL_WEEK, EMPTY_WEEK = "2026-11-23", "2026-11-30"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A group with a draft of one week and nothing else built, a second coordinator, and a group of hostile names."""
    made = Store.open(f"sqlite:///{tmp_path_factory.mktemp('week') / 'gems.sqlite'}", lambda: wiring.stamp_at(BEFORE))
    group_id, _ = furnish(made, generate(SAMPLE, demand=SCARCE))
    colleague = Person(login=COLLEAGUE, name="Odile Pradeau", role=Role.COORDINATOR)
    open_account(Office(made), house_of(group_id), colleague)
    draft(made, group_id, planted_weeks(SAMPLE))
    hostile_group(made)
    yield made
    made.close()


@pytest.fixture(scope="module")
def site(store: Store) -> Iterator[str]:
    with open_site(Path(str(store.engine.url.database)), NOW) as address:
        yield address


@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    with chromium(chromium_path) as opened_browser:
        yield opened_browser


def draft(store: Store, group_id: int, schedule: Schedule) -> None:
    with store.write(group_id) as work:
        work.versions.add(schedule, by="Léa", profile="balanced", prices={})


def hostile_group(store: Store) -> None:
    """The small sample, where every name is an attack; somebody of each role there."""
    group, kept = generate("small"), planted_weeks("small")
    hostile = replace(
        group,
        employees=tuple(replace(person, name=HOSTILE) for person in group.employees),
        members=tuple(replace(member, name=HOSTILE) for member in group.members),
        requests=tuple(replace(request, label=HOSTILE) for request in group.requests),
        settings=replace(group.settings, name=HOSTILE),
    )
    group_id = new_group(store, hostile)
    pieces = tuple(replace(piece, comment=HOSTILE) for piece in kept.assignments)
    draft(store, group_id, replace(kept, assignments=pieces))
    first = kept.assignments[0]
    about = {"member_id": group.site[first.site_id].member_id, "employee_id": first.employee_id}
    for role in Role:
        own = {f"{role}_id": about[f"{role}_id"]} if f"{role}_id" in about else {}
        person = Person(login=f"{role}@hostile.fr", name=HOSTILE, role=role, **own)
        open_account(Office(store), house_of(group_id), person)


def look_at(page: Page, view: str) -> None:
    """Choose a view and wait until it is the one on the page."""
    page.get_by_role("radio", name=fr(f"view.{view}"), exact=True).click()
    names = {"people": "Semaine, une ligne par salarié", "members": fr("members.grid"), "day": None}
    expect(page.get_by_role("grid")).to_have_count(1 if view in names else 0)
    if names.get(view):
        expect(page.get_by_role("grid", name=names[view])).to_be_visible()


def wait_for_week(visitor: Visitor) -> None:
    expect(visitor.button("build.again")).to_be_visible()
    expect(visitor.page.locator(".wg .card:visible").first).to_be_visible()


def test_built_while_nobody_watches_stopped_elsewhere_read_and_taken_away(browser: Browser, site: str) -> None:
    first, other = Visitor(browser, site, COORDINATOR), Visitor(browser, site, COLLEAGUE)
    first.go("semaine", semaine=EMPTY_WEEK)
    first.press("step.build")
    expect(first.button("build.stop")).to_be_visible()
    first.page.reload()
    expect(first.button("build.stop")).to_be_visible()
    expect(first.page.get_by_test_id("stMetric").filter(has_text=fr("build.best"))).to_contain_text("€")
    first.leave()
    page = other.go("semaine", semaine=EMPTY_WEEK)
    other.press("build.stop")
    wait_for_week(other)
    expect(page.locator(".gems-sentence.proof")).to_contain_text("Coût")
    expect(page.get_by_test_id("stMetric")).to_have_count(6)
    reading = read_workbook(other.take("download"))
    assert reading.group is not None
    assert reading.schedule is not None
    pieces = reading.schedule.assignments
    assert len(other.cards) == len(pieces)
    person = reading.group.employee[pieces[0].employee_id]
    cell = page.locator(f".cell[data-row='{person.id}'][data-day='{pieces[0].day.isoformat()}']")
    expect(cell).to_contain_text(clock(pieces[0].start).fr)
    cell.locator(".card").first.click()
    expect(page.locator(".st-key-details")).to_contain_text(person.name)
    expect(page.locator(".card.selected")).to_have_count(1)
    assert not faults_in(page)
    shown = other.cards
    page.reload()
    wait_for_week(other)
    assert other.cards == shown
    other.leave()


def test_the_second_of_two_coordinators_gets_words_and_overwrites_nothing(
    browser: Browser, site: str, store: Store
) -> None:
    late, quick = Visitor(browser, site, COORDINATOR), Visitor(browser, site, COLLEAGUE)
    for one in (late, quick):
        one.go("semaine", semaine=FULL_WEEK)
        wait_for_week(one)
    before = planted(store)
    pieces = before.assignments
    card_of(late.page, 1).click()
    expect(late.button("piece.remove")).to_be_visible()
    card_of(quick.page, 0).click()
    quick.press("piece.lock")
    expect(card_of(quick.page, 0)).to_have_attribute("aria-label", re.compile("verrouillé"))
    late.press("piece.remove")
    expect(late.page.get_by_text("Quelqu'un a changé ce planning entre-temps").first).to_be_visible()
    expect(late.page.get_by_text("Odile Pradeau").first).to_be_visible()
    after = planted(store)
    assert {piece_key(piece) for piece in after.assignments} == {piece_key(piece) for piece in pieces}
    assert len(after.locked) == 1, "what the first did is there"
    late.settle()
    late.press("piece.remove")  # having seen it all: before the page is whole, the press would speak of the old version
    expect(late.button("piece.remove")).to_have_count(0)
    assert len(planted(store).assignments) == len(pieces) - 1
    assert len(planted(store).locked) == 1
    late.leave()
    quick.leave()


def planted(store: Store) -> Schedule:
    """The newest version of the full week."""
    monday = Horizon(planted_weeks(SAMPLE).horizon.first).first
    with store.read(1) as work:
        version = work.versions.find(monday, max(head.number for head in work.versions.heads(monday)))
    assert version is not None
    return version.schedule


def card_of(page: Page, place: int) -> Locator:
    return page.locator(f".wg .row:not(.lane) .card[data-id='piece {place}']")


def test_a_spoiled_workbook_is_given_back_annotated(browser: Browser, site: str, store: Store) -> None:
    with store.read(1) as work:
        group: Group = work.group
    stream = BytesIO()
    write_workbook(group, stream)
    book = opened(stream.getvalue())
    book["Salariés"]["I2"] = "beaucoup"
    spoiled = BytesIO()
    book.save(spoiled)
    faults = read_workbook(spoiled.getvalue()).faults
    visitor = Visitor(browser, site, COORDINATOR)
    page = visitor.go("reglages", rubrique="workbook")
    drop(page, spoiled.getvalue())
    for fault in faults:
        expect(page.get_by_role("cell", name=fault.cell, exact=True).first).to_be_visible()
        expect(page.get_by_text(fault.wrong.fr).first).to_be_visible()
        expect(page.get_by_text(fault.fix.fr).first).to_be_visible()
    note = opened(visitor.take("faults.download"))["Salariés"]["I2"].comment
    assert note is not None
    assert faults[0].wrong.fr in note.text
    drop(page, stream.getvalue())
    visitor.sees("import.nothing")
    visitor.leave()


def drop(page: Page, content: bytes, name: str = "groupe.xlsx") -> None:
    page.locator("input[type=file]").set_input_files(FilePayload(name=name, mimeType=XLSX, buffer=content))


@pytest.mark.parametrize("role", Role)
def test_hostile_names_stay_text_and_a_phone_never_scrolls_sideways(role: Role, browser: Browser, site: str) -> None:
    visitor = Visitor(browser, site, f"{role}@hostile.fr", PHONE)
    page = visitor.page
    for spec in PAGES[role]:
        visitor.go("" if spec is PAGES[role][0] else spec.path)
        assert not scrolls_sideways(page)
        if spec.key == "page.week":
            every_view(page)
        assert page.locator("[data-testid=stMain] img:not([src^='data:'])").count() == 0
    assert page.evaluate("window.hacked") is None
    visitor.leave()


def every_view(page: Page) -> None:
    expect(page.locator(".wg .card:visible").first).to_be_visible()
    for view in VIEWS:
        if page.get_by_role("radio", name=fr(f"view.{view}"), exact=True).count():
            look_at(page, view)
            assert not scrolls_sideways(page)
    look_at(page, "people")
    page.locator(".wg .row:not(.lane) .name:visible").first.click()
    expect(page.locator(".st-key-details")).to_contain_text("<img src=x")
    assert not scrolls_sideways(page)
