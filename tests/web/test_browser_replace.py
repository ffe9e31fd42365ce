"""Somebody falls ill in a published week: entered, seen on the first screen, replaced in one click, published."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Locator, Page, expect

from gems.domain.life import ChangeKind, VersionState
from gems.domain.people import AbsenceKind
from gems.domain.schedule import Assignment
from gems.domain.time import Span, day_end, day_start
from gems.domain.words import clock
from gems.prices.load import prices
from gems.store.store import Store
from gems.workbook.sheets.absences import ABSENCE_KIND
from sample_data import generate, planted_weeks
from tests.web.browsing import PHONE, Visitor, faults_in, fr, open_site, scrolls_sideways
from tests.web.page_server import chromium
from ui import wiring
from ui.demonstration import BEFORE, furnish

pytestmark = pytest.mark.browser

NOW = "2026-11-20T09:00"
"""The Friday before: changes are told late, and the notice of home care is still kept for the Sunday after next."""
COORDINATOR, DESPITE = "coordination@exemple.fr", "accord donné au téléphone"
WEEK = planted_weeks("small")
WATCHER = "E003"
"""Two people could take the night of that Sunday in the sample."""
SUNDAY = WEEK.horizon.first + timedelta(days=6)


@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    with chromium(chromium_path) as opened:
        yield opened


def published_week(folder: Path) -> Store:
    """The small sample's week, published."""
    made = Store.open(f"sqlite:///{folder / 'gems.sqlite'}", lambda: wiring.stamp_at(BEFORE))
    group_id, _ = furnish(made, generate("small"))
    with made.write(group_id) as work:
        head = work.versions.add(WEEK, by="Léa", profile="balanced", prices=dict(prices("balanced").cents))
        for state in (VersionState.PROPOSED, VersionState.PUBLISHED):
            head = work.versions.move(head, state)
    return made


def test_sickness_replaced_published(browser: Browser, tmp_path: Path) -> None:
    store = published_week(tmp_path)
    (lost,) = (piece for piece in WEEK.by_employee[WATCHER] if piece.day == SUNDAY)
    with open_site(tmp_path / "gems.sqlite", NOW) as site:
        coordinator = Visitor(browser, site, COORDINATOR)
        falls_ill(coordinator, store)
        taker = replaced(coordinator, store, lost)
        publishes(coordinator, store, taker, lost)
        coordinator.leave()
    store.close()


def falls_ill(coordinator: Visitor, store: Store) -> None:
    """On the person's sheet; from there the way to the list is one link."""
    page = coordinator.go("equipe", personne=WATCHER)
    page.get_by_role("radio", name=fr("person.absences"), exact=True).click()
    expect(page.get_by_role("combobox").first).to_be_visible()
    coordinator.settle()  # a list opened while the page is drawn again closes
    opened(page, str(ABSENCE_KIND.show(AbsenceKind.SICKNESS, "fr"))).click()
    for place in (0, 1):
        type_day(page, place)
    coordinator.press("absence.add")
    expect(page.get_by_role("link", name="1 intervention à confier à d'autres")).to_be_visible()
    with store.read(1) as work:
        absence = work.group.absences[-1]
    assert (absence.employee_id, absence.span) == (WATCHER, Span(day_start(SUNDAY), day_end(SUNDAY)))


def opened(page: Page, option: str) -> Locator:
    """An option of the first list, which is opened again, as a person would, where the page closed it meanwhile."""
    found = page.get_by_role("option", name=option, exact=False).first
    for _ in range(5):
        page.get_by_role("combobox").first.click()
        with suppress(Error):  # too late
            found.wait_for(timeout=10_000)
            break
    return found


def type_day(page: Page, place: int) -> None:
    """The Sunday in one of the two fields of days, each day, month and year in a box of its own."""
    boxes = page.get_by_test_id("stDateInput").nth(place).get_by_role("spinbutton")
    expect(boxes).to_have_count(3)
    for box, written in zip(boxes.all(), ("%d", "%m", "%Y"), strict=True):
        box.click()
        page.keyboard.type(f"{SUNDAY:{written}}")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")


def replaced(coordinator: Visitor, store: Store, lost: Assignment) -> str:
    """From the first screen to the list, on a phone too; one button."""
    page = coordinator.go()
    page.get_by_role("link", name="1 intervention à confier à d'autres").click()
    panel = page.locator(".st-key-replacing")
    expect(panel).to_contain_text(clock(lost.start).fr)
    expect(panel.get_by_role("button", name=fr("replace.no"))).to_have_count(2)
    assert not faults_in(page)
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    assert not scrolls_sideways(page)
    page.set_viewport_size({"width": 1440, "height": 900})
    with store.read(1) as work:
        people = {person.name: person.id for person in work.group.employees}
    name = panel.locator(".gems-entries strong").first.inner_text()
    panel.get_by_role("button", name="Confier").first.click()
    coordinator.sees("replace.done", number=2)
    expect(panel).to_have_count(0)
    with store.read(1) as work:
        draft = work.versions.find(WEEK.horizon.first, 2)
    assert draft is not None
    assert draft.head.state is VersionState.DRAFT
    assert lost.span in {piece.span for piece in draft.schedule.by_employee[people[name]]}
    return people[name]


def publishes(coordinator: Visitor, store: Store, taker: str, lost: Assignment) -> None:
    """Shown to those it concerns, who agreed by telephone; the change is counted."""
    coordinator.press("step.propose")
    coordinator.sees("told.proposed", number=2)
    coordinator.press("step.publish")
    coordinator.page.get_by_role("textbox", name=fr("publish.despite")).fill(DESPITE)
    coordinator.press("publish.now")
    coordinator.sees("told.published", number=2)
    with store.read(1) as work:
        (change,) = work.life.changes(WEEK.horizon.first)
        issued = work.versions.find(WEEK.horizon.first, 2)
    assert issued is not None
    assert issued.head.state is VersionState.PUBLISHED
    assert (change.employee_id, change.kind, change.day) == (taker, ChangeKind.ADDED, lost.day)
