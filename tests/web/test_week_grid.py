"""The week grid in a real browser: seen, heard, searched, folded, driven by keyboard, safe, and on a phone."""

from pathlib import Path

import grid_page
import pytest
from grid_app import DAYS, full, many
from grid_page import DESK, PHONE, Shown, focused
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
site, browser, shown = grid_page.site, grid_page.browser, grid_page.shown  # fixtures

HERE = Path(__file__).parent
LOCKED = "Aline Martin, lundi 9 novembre, 7 h 00 à 14 h 00, EHPAD Les Tilleuls, Guéret, aide-soignante, verrouillé"
NIGHT = "Gwenaëlle Le Goff, lundi 9 novembre, 22 h 00 à mar. 7 h 00, Résidence du Thaurion, Bourganeuf"


def test_every_card_is_there_and_says_its_whole_name(shown: Shown) -> None:
    page = shown.open()
    assert page.locator(".card").count() == len(full().cards)
    assert page.get_by_role("grid").count() == 1
    assert page.get_by_role("columnheader").count() == 8
    expect(page.get_by_role("button", name=f"{LOCKED}, brouillon", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name=NIGHT)).to_be_attached()
    expect(page.get_by_role("rowheader").first).to_contain_text("À pourvoir3 · 13 h3 missions")
    expect(page.get_by_role("button", name="Bruno Petit, 28 h / 35 h, il manque 7 h", exact=True)).to_be_visible()
    expect(page.get_by_role("columnheader", name="mercredi 11 novembre, férié, Armistice")).to_be_visible()
    reason = page.get_by_title("il manque une aide-soignante : deux sont en congé")
    expect(reason).to_be_visible()
    expect(page.locator(".cell[data-row=p6] .tail").first).to_have_text("jusqu'à 7 h 00")
    expect(page.locator(".cell[data-row=p11] .away")).to_have_count(5)


def test_search_keeps_who_answers_and_dims_the_rest(shown: Shown) -> None:
    page = shown.open()
    search = page.get_by_role("searchbox", name="Chercher")
    search.press_sequentially("guéret zcr")  # "c" and "r" are Streamlit's own keys elsewhere
    expect(page.locator(".row:visible .name-text")).to_have_text(["À pourvoir"])
    expect(page.get_by_text("Personne ne correspond à cette recherche.")).to_be_visible()
    assert page.get_by_role("dialog").count() == 0
    search.fill("bonnat")
    expect(page.get_by_role("status")).to_have_text("1 sur 12")
    expect(page.locator(".row:not(.lane):visible .card:not(.dim)")).to_have_count(1)
    search.press("Escape")
    expect(page.get_by_role("status")).to_have_text("12 personnes")
    expect(page.locator(".card.dim")).to_have_count(0)


def test_sectors_fold_and_stay_folded_when_the_page_answers(shown: Shown) -> None:
    page = shown.open()
    sector = page.get_by_role("button", name="Aide et soin 3 personnes 1 à regarder")
    expect(sector).to_have_attribute("aria-expanded", "true")
    sector.click()
    expect(sector).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_text("Aline Martin", exact=True)).to_be_hidden()
    page.get_by_text("Inès Caron", exact=True).click()
    expect(page.get_by_text("Reçu : row p5")).to_be_visible()
    expect(page.get_by_text("Aline Martin", exact=True)).to_be_hidden()
    page.get_by_role("button", name="Tout replier").click()
    page.get_by_role("button", name="Tout déplier").click()
    expect(page.get_by_text("Aline Martin", exact=True)).to_be_visible()


def test_the_keyboard_goes_everywhere_picks_and_leaves(shown: Shown) -> None:
    page = shown.open()
    page.get_by_role("button", name="Aline Martin, 34 h 30").focus()
    for key, place in (
        ("ArrowRight", "Aline Martin, lundi 9 novembre, 7 h 00"),
        ("ArrowDown", "Aline Martin, lundi 9 novembre, 14 h 30"),
        ("ArrowDown", "Bruno Petit, lundi 9 novembre"),
        ("ArrowRight", "Bruno Petit, mardi 10 novembre"),
        ("ArrowRight", "Bruno Petit, jeudi 12 novembre"),
        ("End", "Bruno Petit, samedi 14 novembre"),
        ("Home", "Bruno Petit, 28 h"),
        ("Control+End", "Élise Rougier"),
        ("Control+Home", "À pourvoir"),
        ("ArrowRight", "À pourvoir, lundi 9 novembre, 17 h 00"),
    ):
        page.keyboard.press(key)
        assert focused(page).startswith(place), key
    assert page.locator("[role=grid] [tabindex='0']").count() == 1
    bubble = page.get_by_role("tooltip")
    expect(bubble).to_contain_text("personne de libre à moins de 30 km ce soir-là")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Reçu : pick c900")).to_be_visible()
    assert focused(page).startswith("À pourvoir, lundi"), "the answer of the page must not take the focus away"
    page.keyboard.press("Escape")
    assert focused(page) == "Chercher"


def test_what_has_the_focus_is_never_under_the_lane(shown: Shown) -> None:
    page = shown.open()
    lane = page.locator(".lane").bounding_box()
    page.locator(f".cell[data-row=p10][data-day='{DAYS[0].date_iso}'] .card").first.focus()
    for _ in range(20):
        page.keyboard.press("ArrowUp")
        stop = page.locator(".grid :focus").bounding_box()
        assert lane is not None
        assert stop is not None
        if focused(page).startswith("À pourvoir"):
            return
        assert stop["y"] >= lane["y"] + lane["height"] - 1, focused(page)
    pytest.fail("the way up must end in the lane")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_text_from_a_hostile_workbook_stays_text(shown: Shown, size: dict[str, int]) -> None:
    page = shown.open("hostile", size)
    page.locator(".tab:visible, .card").first.click()
    page.locator(".card:visible").first.focus()
    assert page.locator(".wg img, .wg script").count() == 0
    assert page.evaluate("window.hacked") is None
    expect(page.locator(".card:visible .title").first).to_have_text('<img src=x onerror="window.hacked=1">')


@pytest.mark.parametrize("case", ["full", "hostile", "empty"])
def test_a_phone_shows_one_day_and_never_scrolls_sideways(shown: Shown, case: str) -> None:
    page = shown.open(case, PHONE)
    tabs = page.get_by_role("tab")
    expect(tabs).to_have_count(len(DAYS))
    tabs.nth(5).click()
    expect(tabs.nth(5)).to_have_attribute("aria-selected", "true")
    days = page.locator(".cell:visible").evaluate_all("cells => [...new Set(cells.map(cell => cell.dataset.day))]")
    assert days == [DAYS[5].date_iso]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    main = page.locator("[data-testid=stMain]")
    assert main.evaluate("element => element.scrollWidth <= element.clientWidth")
    if case == "full":
        tops = page.locator(".row:visible").evaluate_all("rows => rows.map(row => row.getBoundingClientRect().top)")
        assert tops[0] == min(tops), "the lane comes first"
        page.locator("[data-id=c902]").click()
        expect(page.get_by_text("Reçu : pick c902")).to_be_visible()
        expect(tabs.nth(5)).to_have_attribute("aria-selected", "true")


def test_350_people_are_usable(shown: Shown) -> None:
    page = shown.open("many")
    grid = many()
    expect(page.locator(".card")).to_have_count(len(grid.cards))
    expect(page.get_by_role("status")).to_have_text("350 personnes")
    expect(page.locator(".lane .card:visible")).to_have_count(4)
    page.get_by_role("button", name="+ 10 de plus").click()
    expect(page.locator(".lane .card:visible")).to_have_count(18)
    assert focused(page).startswith("À pourvoir, lundi"), "the button went away: focus must not"
    page.get_by_role("searchbox").fill("karim 29")
    expect(page.get_by_role("status")).to_have_text("1 sur 350")
    page.locator("[data-id=c35-28]").click()
    expect(page.get_by_text("Reçu : pick c35-28")).to_be_visible()


def test_an_empty_week_says_what_will_be_here(shown: Shown) -> None:
    page = shown.open("empty")
    expect(page.get_by_text("Rien n'est encore placé cette semaine.")).to_be_visible()
    expect(page.get_by_text("Aline Martin", exact=True)).to_be_visible()
    assert page.locator(".card").count() == 0


CONTRASTS = (HERE / "contrast.js").read_text("utf-8")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_all_words_are_readable_in_both_themes(shown: Shown, theme: str, size: dict[str, int]) -> None:
    page = shown.open("full", size, theme)
    contrasts = page.evaluate(CONTRASTS)
    assert len(contrasts) > 50
    assert not {words: ratio for words, ratio in contrasts if ratio < 4.5}
