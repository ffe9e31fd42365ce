"""Cards of the week grid taken elsewhere: by drag, by keys, by clicks; refused, locked, given up."""

import grid_page
import pytest
from grid_app import DAYS
from grid_page import DESK, PHONE, Shown, focused
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser
site, browser, shown = grid_page.site, grid_page.browser, grid_page.shown  # fixtures

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, _ = (day.date_iso for day in DAYS)
FREE, LOCKED, FIXED, LAST = "c2", "c0", "c12", "c900"


def card(page: Page, name: str) -> Locator:
    return page.locator(f".grid [data-id={name}]")


def cell(page: Page, row: str, day: str) -> Locator:
    return page.locator(f".cell[data-row={row}][data-day='{day}']")


def lift(page: Page, name: str) -> None:
    """The mouse goes down on the card and leaves a little."""
    card(page, name).hover(position={"x": 30, "y": 12})
    page.mouse.down()
    box = card(page, name).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 45, box["y"] + 25, steps=4)


def carry(page: Page, target: Locator) -> None:
    box = target.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=6)


def words(page: Page) -> Locator:
    return page.locator(".moving")


@pytest.mark.parametrize(("row", "day"), [("p1", FRIDAY), ("p3", WEDNESDAY), ("lane", TUESDAY)])
def test_a_card_is_dragged_to_another_cell(shown: Shown, row: str, day: str) -> None:
    page = shown.open("moving")
    lift(page, FREE)
    carry(page, cell(page, row, day))
    expect(page.locator(".target")).to_have_count(1)
    expect(page.locator(f".cell.target[data-row={row}][data-day='{day}']")).to_be_visible()
    page.mouse.up()
    expect(page.get_by_text(f"Reçu : move {FREE} {row} {day}")).to_be_visible()
    expect(cell(page, row, day).locator(f"[data-id={FREE}]")).to_be_visible()
    expect(page.locator(".held, .pending, .target, .lifted")).to_have_count(0)


def test_the_drop_is_said_in_words_while_the_card_is_held(shown: Shown) -> None:
    page = shown.open("moving")
    lift(page, FREE)
    carry(page, cell(page, "p1", FRIDAY))
    expect(page.locator(".held-where")).to_have_text("→ Bruno Petit, vendredi 13 novembre")
    expect(words(page)).to_contain_text("Vous déplacez EHPAD Les Tilleuls, mardi 10 novembre, 7 h 00–14 h 00.")
    carry(page, page.get_by_role("columnheader", name="vendredi"))
    expect(page.locator(".held-where")).to_have_text("Choisissez une case")
    page.mouse.up()
    expect(page.get_by_text("Reçu : rien")).to_be_visible()


def test_escape_gives_a_drag_up(shown: Shown) -> None:
    page = shown.open("moving")
    lift(page, FREE)
    carry(page, cell(page, "p1", FRIDAY))
    page.keyboard.press("Escape")
    expect(page.locator(".held, .target, .lifted")).to_have_count(0)
    page.mouse.up()
    expect(words(page)).to_contain_text("Déplacement annulé, rien n'a changé.")
    card(page, "c3").click()
    expect(page.get_by_text("Reçu : pick c3")).to_be_visible()
    expect(cell(page, "p0", TUESDAY).locator(f"[data-id={FREE}]")).to_be_visible()


@pytest.mark.parametrize(
    ("name", "reason"),
    [(LOCKED, "Cette mission est verrouillée : déverrouillez-la pour la déplacer."),
     (FIXED, "Cette mission ne peut pas être déplacée d'ici.")],
)  # fmt: skip
def test_a_card_that_stays_says_why(shown: Shown, name: str, reason: str) -> None:
    page = shown.open("moving")
    lift(page, name)
    expect(page.get_by_text(reason)).to_be_visible()
    expect(page.locator(".held")).to_have_count(0)
    page.mouse.up()
    card(page, "c3").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_text(reason)).to_be_hidden()
    card(page, name).focus()
    page.keyboard.press("m")
    expect(page.get_by_text(reason)).to_be_visible()
    expect(page.get_by_text("Reçu : rien")).to_be_visible()


def test_a_grid_to_read_moves_nothing(shown: Shown) -> None:
    page = shown.open("full")
    expect(page.get_by_role("button", name="Déplacer")).to_have_count(0)
    lift(page, FREE)
    carry(page, cell(page, "p1", FRIDAY))
    expect(page.locator(".held, .target")).to_have_count(0)
    page.mouse.up()
    card(page, FREE).focus()
    for key in ("m", "l", "Control+z", "Control+y"):
        page.keyboard.press(key)
    expect(words(page)).to_have_attribute("data-quiet", "")
    card(page, "c3").click()
    expect(page.get_by_text("Reçu : pick c3")).to_be_visible()
    expect(page.get_by_text("Touches : aucune")).to_be_visible()


def test_keys_carry_a_card_over_every_cell_and_say_where_it_would_land(shown: Shown) -> None:
    page = shown.open("moving")
    card(page, FREE).focus()
    page.keyboard.press("m")
    spoken = page.locator(".moving [aria-live=polite]")
    expect(spoken).to_contain_text("→ sa place actuelle")
    for key, place in (
        ("ArrowRight", "Aline Martin, mercredi 11 novembre"),
        ("ArrowDown", "Bruno Petit, mercredi 11 novembre"),
        ("End", "Bruno Petit, dimanche 15 novembre"),
        ("Control+End", "Élise Rougier, dimanche 15 novembre"),
        ("Home", "Élise Rougier, lundi 9 novembre, congé"),
        ("Control+Home", "À pourvoir, lundi 9 novembre"),
        ("ArrowLeft", "À pourvoir, lundi 9 novembre"),
        ("PageDown", "Maëlys Fontaine, lundi 9 novembre"),
        ("ArrowUp", "Jules Perrot, lundi 9 novembre"),
    ):
        page.keyboard.press(key)
        expect(spoken).to_contain_text(f"→ {place}")
        expect(page.locator(".cell.target")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"Reçu : move {FREE} p8 {MONDAY}")).to_be_visible()
    assert focused(page).startswith("Jules Perrot, lundi 9 novembre, 7 h 00 à 14 h 00"), "focus follows the card"


def test_escape_gives_a_move_by_keys_up(shown: Shown) -> None:
    page = shown.open("moving")
    card(page, FREE).focus()
    for key in ("m", "ArrowDown", "Escape"):
        page.keyboard.press(key)
    expect(page.get_by_text("Déplacement annulé, rien n'a changé.")).to_be_visible()
    assert focused(page).startswith("Aline Martin, mardi")
    page.keyboard.press("ArrowLeft")
    assert focused(page).startswith("Aline Martin, lundi"), "arrows walk from card to card again"
    expect(page.get_by_text("Reçu : rien")).to_be_visible()


def test_a_card_is_moved_with_clicks_alone_and_found_by_search(shown: Shown) -> None:
    page = shown.open("moving")
    button = page.get_by_role("button", name="Déplacer")
    button.click()
    expect(page.get_by_text("Choisissez d'abord une mission dans la grille.")).to_be_visible()
    card(page, FREE).click()
    expect(page.get_by_text(f"Reçu : pick {FREE}")).to_be_visible()
    button.click()
    page.get_by_role("searchbox").fill("maelys")
    cell(page, "p9", WEDNESDAY).click()
    expect(page.get_by_text(f"Reçu : move {FREE} p9 {WEDNESDAY}")).to_be_visible()


def test_a_refused_card_waits_and_then_stays(shown: Shown) -> None:
    page = shown.open("moving")
    page.evaluate("""() => {
      const grid = document.querySelector("[data-testid=stBidiComponentIsolated]").shadowRoot.querySelector(".grid");
      new MutationObserver(() => { window.waited ||= grid.querySelector(".pending[aria-busy=true]") !== null; })
        .observe(grid, { subtree: true, attributes: true });
    }""")
    lift(page, FREE)
    carry(page, cell(page, "p2", SATURDAY))
    page.mouse.up()
    expect(page.get_by_text(f"Reçu : move {FREE} p2 {SATURDAY}")).to_be_visible()
    expect(page.locator(".pending")).to_have_count(0)
    assert page.evaluate("window.waited")
    expect(cell(page, "p0", TUESDAY).locator(f"[data-id={FREE}]")).to_be_visible()
    expect(words(page)).to_have_attribute("data-quiet", "")


def test_a_card_held_at_the_edge_scrolls_the_grid(shown: Shown) -> None:
    page = shown.open("moving", DESK)
    lift(page, FREE)
    box = page.locator(".scroll").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 500, box["y"] + box["height"] - 5, steps=5)
    expect(cell(page, "p11", DAYS[1].date_iso)).to_be_in_viewport()
    page.mouse.move(box["x"] + 500, box["y"] + 5, steps=5)
    page.wait_for_function("""() => document.querySelector("[data-testid=stBidiComponentIsolated]")
      .shadowRoot.querySelector(".scroll").scrollTop === 0""")
    page.keyboard.press("Escape")


def test_keys_undo_redo_and_lock(shown: Shown) -> None:
    page = shown.open("moving")
    card(page, FREE).focus()
    for key, heard in (
        ("l", f"lock {FREE}"),
        ("Control+z", f"lock {FREE}, undo"),
        ("Control+Shift+Z", f"lock {FREE}, undo, redo"),
        ("Control+y", f"lock {FREE}, undo, redo, redo"),
    ):
        page.keyboard.press(key)
        expect(page.get_by_text(f"Touches : {heard}", exact=True)).to_be_visible()


def test_a_phone_moves_by_taps_to_another_day(shown: Shown) -> None:
    page = shown.open("moving", PHONE)
    tabs = page.get_by_role("tab")
    tabs.nth(4).click()
    card(page, "c4").click()
    expect(page.get_by_text("Reçu : pick c4")).to_be_visible()
    page.get_by_role("button", name="Déplacer").click()
    expect(words(page)).to_contain_text("Touchez la case d'arrivée")
    tabs.nth(2).click()
    cell(page, "p4", WEDNESDAY).click()
    expect(page.get_by_text(f"Reçu : move c4 p4 {WEDNESDAY}")).to_be_visible()
    expect(cell(page, "p4", WEDNESDAY).locator("[data-id=c4]")).to_be_visible()
