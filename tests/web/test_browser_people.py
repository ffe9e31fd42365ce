"""The screens of members, employees and the board in a real browser: on a phone and a desk, by touch and by keys."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect

from gems.access.policy import Role
from gems.planning.build import Built
from gems.planning.office import Office
from gems.store.store import Store
from tests.web.browsing import DESK, SMALL_PHONE, Visitor, faults_in, fr, open_site, scrolls_sideways
from tests.web.furnished import House
from tests.web.page_server import chromium
from ui import wiring
from ui.demonstration import NOW, cast
from ui.web.screens import PAGES

pytestmark = pytest.mark.browser

LOGINS = {
    Role.MEMBER: "adherent@exemple.fr",
    Role.EMPLOYEE: "salarie@exemple.fr",
    Role.BOARD: "conseil@exemple.fr",
}
FINGER = 44
"""CSS pixels that a finger needs, both ways."""
TARGETS = "[data-testid=stMain] :is(button, a, summary):visible"
STOPS = f"{TARGETS}:not([role=radio], .stSelectbox button)"
"""What Tab stops at: the arrows choose in a group, and a list opens by its own field."""
VISITS = [
    ("built", Role.MEMBER, SMALL_PHONE),
    ("built", Role.EMPLOYEE, SMALL_PHONE),
    ("built", Role.BOARD, DESK),
    ("proposed", Role.MEMBER, SMALL_PHONE),
    ("proposed", Role.EMPLOYEE, SMALL_PHONE),
    ("published", Role.MEMBER, SMALL_PHONE),
    ("published", Role.MEMBER, DESK),
    ("published", Role.EMPLOYEE, SMALL_PHONE),
    ("published", Role.BOARD, SMALL_PHONE),
    ("published", Role.BOARD, DESK),
]
"""In which state of the week who looks, on what."""
Site = Callable[[str], str]
"""From a state of the week to the address of a server where it is so."""


@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    with chromium(chromium_path) as opened:
        yield opened


@pytest.fixture(scope="module")
def site(demonstration: Path, built: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server for each state, started when first asked for."""
    started: dict[str, str] = {}
    with ExitStack() as open_sites:

        def at(state: str) -> str:
            if state not in started:
                copy = Path(shutil.copyfile(demonstration, tmp_path_factory.mktemp(state) / "gems.sqlite"))
                befall(copy, built, state)
                started[state] = open_sites.enter_context(open_site(copy, NOW))
            return started[state]

        yield at


def befall(database: Path, built: Built, state: str) -> None:
    """Bring the week of a demonstration to this state."""
    store = Store.open(f"sqlite:///{database}", lambda: wiring.stamp_at(NOW))
    house = House(Office(store), cast(built.problem.group, built.schedule))
    if state in ("proposed", "published"):
        house.propose()
    if state == "published":
        house.publish()
    store.close()


@pytest.fixture
def visitor(browser: Browser, site: Site) -> Iterator[Callable[..., Visitor]]:
    """Opens browsers, each for somebody of a role where the week is in a state; nothing may go wrong in any."""
    opened: list[Visitor] = []

    def at(state: str, role: Role, size: dict[str, int] = SMALL_PHONE) -> Visitor:
        opened.append(Visitor(browser, site(state), LOGINS[role], size))
        return opened[-1]

    yield at
    for one in opened:
        one.leave()


At = Callable[..., Visitor]


@pytest.mark.parametrize(("state", "role", "size"), VISITS)
def test_every_screen_is_usable_light_and_dark_full_and_empty(
    visitor: At, state: str, role: Role, size: dict[str, int]
) -> None:
    somebody = visitor(state, role, size)
    for spec in PAGES[role]:
        page = somebody.go(spec.path, semaine="2026-11-23")
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
        assert not scrolls_sideways(page)
        assert not faults_in(page)


def test_a_request_is_written_on_a_phone_and_read_back(visitor: At) -> None:
    member = visitor("built", Role.MEMBER)
    page = member.go()
    member.press("asks.new")
    page.get_by_label(fr("ask.label")).fill("Renfort du goûter")
    page.get_by_role("radio", name=fr("ask.often.every_week")).click()
    expect(page.locator(".gems-sentence.read-back")).to_contain_text("Renfort du goûter")
    expect(page.locator(".gems-sentence.read-back")).to_contain_text("du lundi au vendredi")
    assert not scrolls_sideways(page)
    assert not faults_in(page)
    member.press("ask.send")
    member.settle()
    expect(page.get_by_text(fr("ask.told.sent"))).to_be_in_viewport()
    page.reload()
    expect(page.get_by_role("heading", name="Renfort du goûter")).to_be_visible()


def test_a_request_half_written_is_found_again_and_withdrawn_at_last(visitor: At) -> None:
    member = visitor("built", Role.MEMBER)
    page = member.go("demandes", demande="nouvelle")
    page.get_by_label(fr("ask.label")).fill("Presque rien")
    member.press("ask.keep")
    card = page.locator(".gems-ask", has_text="Presque rien")
    expect(card).to_contain_text(fr("asks.state.draft"))
    page.reload()
    expect(card).to_contain_text(fr("asks.state.draft"))
    page.locator("[class*=st-key-ask-R]", has=card).get_by_role("button", name=fr("asks.withdraw")).click()
    dialog = page.get_by_role("dialog")
    assert not faults_in(page)
    dialog.get_by_role("button", name=fr("asks.withdraw.yes")).click()
    expect(dialog).to_have_count(0)
    member.sees("asks.told.withdrawn", label="Presque rien")


def test_one_agrees_and_the_other_objects(visitor: At) -> None:
    employee = visitor("proposed", Role.EMPLOYEE)
    employee.go()
    employee.press("answer.all")
    employee.sees("answer.thanks")
    member = visitor("proposed", Role.MEMBER)
    page = member.go("proposition")
    member.button("answer.object").first.click()
    page.get_by_label(fr("answer.wish")).fill("plutôt le jeudi")
    member.press("answer.send")
    expect(page.get_by_role("alert").first).to_be_in_viewport()
    expect(page.get_by_label(fr("answer.wish"))).to_have_value("plutôt le jeudi")
    page.get_by_label(fr("answer.reason")).fill("la salle est prise")
    assert not faults_in(page)
    member.press("answer.send")
    member.sees("answer.said.reason", said="la salle est prise")
    member.press("answer.rest")
    member.sees("answer.thanks.objected")


def test_everything_on_the_employees_page_is_large_enough_to_touch(visitor: At) -> None:
    employee = visitor("published", Role.EMPLOYEE)
    page = employee.go("", semaine="2026-11-23")
    for key in ("mine.weeks", "wish.title", "calendar.title"):
        page.locator("summary", has_text=fr(key)).click()
    expect(employee.button("wish.write")).to_be_visible()
    small = page.locator(TARGETS).evaluate_all(
        "(found, least) => found.map(one => [one.innerText, one.getBoundingClientRect()])"
        ".filter(([, box]) => box.height < least).map(([words, box]) => `${words}: ${box.height}`)",
        FINGER,
    )
    assert not small


@pytest.mark.parametrize("role", list(LOGINS))
def test_keys_reach_everything(visitor: At, role: Role) -> None:
    page = visitor("published", role).go()
    wanted: int = page.locator(STOPS).evaluate_all(
        "found => { found.forEach((one, n) => one.dataset.wanted = n); return found.length }"
    )
    page.evaluate("document.activeElement.blur()")
    reached = set()
    for _ in range(6 * wanted + 60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement?.dataset.wanted"))
        if len(reached - {None}) == wanted:
            break
    missed = set(map(str, range(wanted))) - reached
    assert not [page.locator(f"[data-wanted='{n}']").inner_text() for n in missed]


def test_only_the_list_is_printed(visitor: At) -> None:
    page = visitor("published", Role.MEMBER, DESK).go("qui-vient", semaine="2026-11-23")
    page.emulate_media(media="print")
    expect(page.get_by_role("table")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.get_by_role("button").count() == 0


def test_the_calendar_link_works_until_it_is_taken_back(visitor: At) -> None:
    employee = visitor("published", Role.EMPLOYEE)
    page = employee.go()
    page.locator("summary", has_text=fr("calendar.title")).click()
    employee.press_until("calendar.make", "calendar.told.made")
    address = page.locator("[data-testid=stCode] code").inner_text()
    with urlopen(address) as answer:
        assert answer.headers["content-type"].startswith("text/calendar")
        assert b"BEGIN:VEVENT" in answer.read()
    employee.press("calendar.drop")
    employee.sees("calendar.told.dropped")
    with pytest.raises(OSError, match="404"):
        urlopen(address)
