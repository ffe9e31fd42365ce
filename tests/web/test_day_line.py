"""The day line in a real browser: hours, ways and gaps, keyboard, search, safe words, a phone, both themes."""

from collections.abc import Iterator
from pathlib import Path

import grid_page
import pytest
from day_app import full, many
from grid_page import DESK, PHONE, Shown, focused
from page_server import served
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser
browser, shown = grid_page.browser, grid_page.shown  # fixtures

HERE = Path(__file__).parent
CONTRASTS = (HERE / "contrast.js").read_text("utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(HERE / "day_app.py", tmp_path_factory.mktemp("streamlit") / "log.txt") as address:
        yield address


def edges(element: Locator) -> tuple[float, float]:
    box = element.bounding_box()
    assert box is not None
    return box["x"], box["x"] + box["width"]


def bar(page: Page, name: str) -> Locator:
    return page.locator(f"[data-id={name}]")


def test_bars_stand_under_their_hours(shown: Shown) -> None:
    page = shown.open()
    expect(page.locator(".span")).to_have_count(len(full().bars))
    expect(page.get_by_role("columnheader", name="lundi 9 novembre")).to_be_visible()
    expect(page.get_by_role("columnheader", name="De 6 h à 7 h")).to_be_visible()
    seven, eight = (edges(page.locator(".hour").nth(place))[0] for place in (1, 2))
    start, end = edges(bar(page, "c0"))
    assert start == pytest.approx(seven, abs=2)
    assert end - start == pytest.approx(7 * (eight - seven), abs=3)
    midnight = edges(page.locator(".hour.midnight"))[0]
    evening, morning = edges(
        page.get_by_role("button", name="Gwenaëlle Le Goff, lundi 9 novembre, 22 h 00 à mar. 7 h 00")
    )
    assert evening < midnight < morning
    expect(page.locator(".span.cut")).to_have_count(1)


def test_overlaps_are_one_under_the_other(shown: Shown) -> None:
    page = shown.open()
    tops = [bar(page, name).bounding_box() for name in ("c14", "c51")]
    assert tops[0] is not None
    assert tops[1] is not None
    assert tops[1]["y"] >= tops[0]["y"] + tops[0]["height"]


def test_ways_and_gaps_are_shown_and_said(shown: Shown) -> None:
    page = shown.open()
    row = page.locator(".row[data-row=p3]")
    expect(row.locator(".gap-whole")).to_have_text("4 h 05")
    expect(row.get_by_title("trajet : 25 min · 21 km")).to_be_visible()
    assert edges(row.get_by_title("trajet : 25 min · 21 km"))[1] == pytest.approx(edges(bar(page, "c16"))[0], abs=2)
    expect(row.get_by_role("button", name="trajet 25 min · 21 km, brouillon, 4 h 05 libre avant")).to_be_visible()
    bar(page, "c16").focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tooltip")).to_contain_text("4 h 05 libre avant")
    expect(page.locator(".lane .gap, .lane .way")).to_have_count(0)


def test_the_keyboard_goes_along_the_hours_and_picks(shown: Shown) -> None:
    page = shown.open()
    page.get_by_role("button", name="Aline Martin, 34 h 30").focus()
    for key, place in (
        ("ArrowRight", "Aline Martin, lundi 9 novembre, 7 h 00"),
        ("ArrowRight", "Aline Martin, lundi 9 novembre, 14 h 30"),
        ("ArrowDown", "Bruno Petit, lundi 9 novembre, 14 h 00"),
        ("ArrowDown", "Chloé Girard-Desmoulins, lundi 9 novembre"),
        ("ArrowDown", "Fatoumata Diallo, lundi 9 novembre, 8 h 00"),
        ("End", "Fatoumata Diallo, lundi 9 novembre, 17 h 00"),
        ("ArrowDown", "Hugo Marchand, lundi 9 novembre"),
        ("Home", "Hugo Marchand, 20 h"),
        ("ArrowDown", "Inès Caron, 30 h"),
        ("Control+Home", "À pourvoir, 3"),
        ("PageDown", "Gwenaëlle Le Goff, 35 h"),
        ("Control+End", "Élise Rougier, 0 h"),
        ("PageUp", "Hugo Marchand, 20 h"),
        ("ArrowRight", "Hugo Marchand, lundi 9 novembre"),
    ):
        page.keyboard.press(key)
        assert focused(page).startswith(place), key
        expect(page.locator(".grid :focus")).to_be_in_viewport()
    assert page.locator("[role=grid] [tabindex='0']").count() == 1
    page.keyboard.press("Enter")
    expect(page.get_by_text("Reçu : pick c22")).to_be_visible()
    assert focused(page).startswith("Hugo Marchand, lundi"), "the answer of the page must not take the focus away"
    page.get_by_text("Inès Caron", exact=True).click()
    expect(page.get_by_text("Reçu : row p5")).to_be_visible()


def test_search_and_folds_are_the_week_s(shown: Shown) -> None:
    page = shown.open()
    search = page.get_by_role("searchbox", name="Chercher")
    search.fill("creche")
    expect(page.get_by_role("status")).to_have_text("1 sur 12")
    expect(page.locator(".row:not(.lane):visible .card")).to_have_count(1)
    search.press("Escape")
    page.get_by_role("button", name="Aide et soin 3 personnes").click()
    expect(page.get_by_text("Aline Martin", exact=True)).to_be_hidden()


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_text_from_a_hostile_workbook_stays_text(shown: Shown, size: dict[str, int]) -> None:
    page = shown.open("hostile", size)
    page.locator(".card").first.focus()
    assert page.locator(".wg img, .wg script").count() == 0
    assert page.evaluate("window.hacked") is None
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_a_phone_hours_go_sideways_under_names_that_stay(shown: Shown) -> None:
    page = shown.open("full", PHONE)
    main = page.locator("[data-testid=stMain]")
    assert main.evaluate("element => element.scrollWidth <= element.clientWidth")
    name = page.get_by_role("button", name="Bruno Petit, 28 h")
    before = edges(name)
    page.locator(".scroll").evaluate("frame => { frame.scrollLeft = 400; }")
    expect(bar(page, "c6")).to_be_in_viewport()
    assert edges(name) == before
    page.locator(".scroll").evaluate("frame => { frame.scrollLeft = 700; }")
    bar(page, "c0").evaluate("card => card.focus({ preventScroll: true })")
    page.keyboard.press("ArrowRight")
    expect(bar(page, "c1")).to_be_in_viewport(ratio=1)
    assert edges(bar(page, "c1"))[0] >= before[1] - 1, "what has the focus is not under the names"


def test_350_people_are_usable(shown: Shown) -> None:
    page = shown.open("many")
    expect(page.locator(".span")).to_have_count(len(many().bars))
    page.get_by_role("searchbox").fill("gwen 29")
    expect(page.get_by_role("status")).to_have_text("1 sur 350")
    page.locator(".row:visible .span:not(.cut) .card").click()
    expect(page.get_by_text("Reçu : pick c31-28")).to_be_visible()


def test_an_empty_day_says_so(shown: Shown) -> None:
    page = shown.open("empty")
    expect(page.get_by_text("Rien n'est placé ce jour.")).to_be_visible()
    expect(page.get_by_role("columnheader", name="De 6 h à 21 h")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_all_words_are_readable_in_both_themes(shown: Shown, theme: str, size: dict[str, int]) -> None:
    page = shown.open("full", size, theme)
    contrasts = page.evaluate(CONTRASTS)
    assert len(contrasts) > 50
    assert not {words: ratio for words, ratio in contrasts if ratio < 4.5}
