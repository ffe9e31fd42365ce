"""The coordinator's screens beside the week in a real browser: every one usable, and a few ways through them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from gems.workbook import read_workbook
from sample_data import generate
from tests.web.browsing import DESK, PHONE, Visitor, faults_in, open_site, scrolls_sideways
from tests.web.page_server import chromium
from ui.demonstration import NOW
from ui.web.screens.coordinator.settings import PARTS

pytestmark = pytest.mark.browser

LOGIN = "coordination@exemple.fr"
GROUP = generate("small")
PERSON, MEMBER, REQUEST = GROUP.employees[0], GROUP.members[0], GROUP.requests[0]
SCREENS: tuple[tuple[str, dict[str, str]], ...] = (
    ("", {}),
    ("demandes", {}),
    ("demandes", {"ligne": REQUEST.id}),
    ("equipe", {}),
    ("equipe", {"personne": PERSON.id}),
    ("equipe", {"personne": PERSON.id, "clause": "nouveau"}),
    ("adherents", {}),
    ("adherents", {"adherent": MEMBER.id}),
    ("composer", {}),
    ("comptes", {}),
    ("comptes", {"compte": "3"}),
    ("comptes", {"compte": "nouveau"}),
    *(("reglages", {"rubrique": part}) for part in PARTS),
    ("historique", {}),
)


@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    with chromium(chromium_path) as opened:
        yield opened


@pytest.fixture(scope="module")
def site(demonstration: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    copy = shutil.copyfile(demonstration, tmp_path_factory.mktemp("site") / "gems.sqlite")
    with open_site(copy, NOW) as address:
        yield address


@pytest.fixture(scope="module", params=(DESK, PHONE), ids=("desk", "phone"))
def anywhere(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Visitor]:
    """The coordinator, at a desk or with a phone."""
    visitor = Visitor(browser, site, LOGIN, request.param)
    yield visitor
    visitor.leave()


@pytest.fixture
def coordinator(browser: Browser, site: str) -> Iterator[Visitor]:
    visitor = Visitor(browser, site, LOGIN)
    yield visitor
    visitor.leave()


@pytest.mark.parametrize(("path", "about"), SCREENS, ids=lambda one: "-".join(one.values()) if one != str(one) else one)
def test_every_screen_is_usable_in_light_and_dark(path: str, about: dict[str, str], anywhere: Visitor) -> None:
    page = anywhere.go(path, **about)
    assert not scrolls_sideways(page)
    assert not faults_in(page)


def test_a_line_of_the_team_opens_by_a_click_and_by_the_keyboard(coordinator: Visitor) -> None:
    page = coordinator.go("equipe")
    table = page.get_by_test_id("stDataFrame")
    box = table.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 60, box["y"] + 55)
    first = min(GROUP.employees, key=lambda one: one.name.casefold())
    expect(page.get_by_role("heading", name=first.name)).to_be_visible()
    coordinator.press("person.back")
    box_by_name = page.get_by_role("combobox", name="Ouvrir la fiche de")
    box_by_name.focus()
    page.keyboard.type(PERSON.name)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=PERSON.name)).to_be_visible()
    assert f"personne={PERSON.id}" in page.url


def test_a_title_of_the_team_sorts_it_and_opens_nobody(coordinator: Visitor) -> None:
    page = coordinator.go("equipe")
    table = page.get_by_test_id("stDataFrame")
    last = max((one.name for one in GROUP.employees), key=str.casefold)
    for title in ("Nom ↑", "Nom ↓"):
        box = table.bounding_box()
        assert box is not None
        page.mouse.click(box["x"] + 60, box["y"] + 15)
        expect(table.locator("th", has_text=title)).to_be_attached()
    assert "personne=" not in page.url
    page.mouse.click(box["x"] + 60, box["y"] + 55)
    expect(page.get_by_role("heading", name=last)).to_be_visible()


def test_what_is_typed_outlives_another_screen_and_is_saved(coordinator: Visitor) -> None:
    page = coordinator.go("equipe", personne=PERSON.id)
    field = page.get_by_role("textbox", name="Trajet maximal (minutes)")
    field.fill("41")
    field.press("Tab")
    coordinator.sees("form.unsaved")
    page.get_by_role("link", name="Adhérents", exact=True).click()
    expect(page.get_by_role("heading", name="Adhérents")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name=PERSON.name)).to_be_visible()
    expect(field).to_have_value("41")
    coordinator.press("form.save")
    coordinator.sees("person.saved")


def test_the_settings_lead_to_a_workbook_that_says_the_same(coordinator: Visitor) -> None:
    coordinator.go("reglages", rubrique="workbook")
    coordinator.press("workbook.write")
    reading = read_workbook(coordinator.take("workbook.take"))
    assert reading.group is not None
    assert reading.group.members == GROUP.members
