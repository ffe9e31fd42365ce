"""What people type is shown as they typed it, on every screen, and what cannot be shown is not kept."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from streamlit.testing.v1 import local_script_runner

from gems.access.policy import Role
from gems.access.sessions import open_session
from gems.domain.life import AnswerKind, piece_key
from gems.planning.asks.writing import write_request
from gems.planning.group_import import export_group
from gems.planning.office import Declined, Office
from gems.planning.week.answer import PieceAnswer, answer_as_member
from gems.store.desk import writing_desk
from gems.store.store import Store, wall_clock
from gems.workbook import write_workbook
from tests.security.conftest import serve, still
from tests.security.lived import PROPOSED, PUBLISHED, Lived, lived
from tests.security.marks import Marks
from tests.security.roaming import roam
from tests.security.rows import whole
from tests.security.town import Town
from tests.web.gate.site import PATIENCE, new_context
from tests.web.page_server import chromium
from tests.web.page_server import served as serving
from tests.web.visit import Seat
from ui import wiring
from ui.web import app
from ui.web.screens import PAGES

LINK, PICTURE = "[lien](https://evil.example/)", '<img src="https://evil.example/x.png" onerror="window.hacked=1">'
HOSTILE = f"{PICTURE}<script>window.hacked=1</script> {LINK} **gras** {{who}} :red[rouge] $x$ =1+1 \u202e{{mark}}"
MADE = ('img[src*="evil"]', "a:text-is('lien')", "strong:text-is('gras')", "script:text('hacked')")
"""What a browser would have made of it."""
AS_TYPED = {
    ("Selectbox", "options"),
    ("MultiSelect", "options"),
    ("TextInput", "default"),
    ("TextInput", "value"),
    ("TextArea", "default"),
    ("TextArea", "value"),
    ("BidiComponent", "json"),  # read as data by our own script, which writes text, never HTML
    ("ArrowData", "data"),  # cells of a table
    ("PandasStyler", "display_values"),  # the same cells as they are to be written: text of the grid
}
"""Messages and fields that Streamlit shows as they are; a place that is not here is held to read Markdown."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Lived]]:
    """A group where everybody is called something terrible."""
    store = Store.open(f"sqlite:///{tmp_path_factory.mktemp('hostile')}/gems.sqlite", still())
    yield store, lived(store, "small", Marks("A", HOSTILE))
    store.close()


def one_of(home: Lived, role: Role) -> str | None:
    """The member or person whom somebody of this role stands for."""
    return {Role.MEMBER: home.group.members[0].id, Role.EMPLOYEE: home.group.employees[0].id}.get(role)


def strings(message: Any) -> Iterator[tuple[str, str, str]]:
    """Every text of a message to the browser: the message it stands in, its field, itself."""
    for field, value in message.ListFields():
        repeated = not isinstance(value, str | bytes) and hasattr(value, "__iter__")
        for one in value if repeated else (value,):
            if hasattr(one, "ListFields"):
                yield from strings(one)
            elif isinstance(one, str | bytes):
                text = one if isinstance(one, str) else one.decode("latin-1")
                yield message.DESCRIPTOR.name, field.name, text


@pytest.mark.parametrize("role", Role)
def test_no_screen_makes_anything_of_what_people_typed(
    role: Role, hostile: tuple[Store, Lived], monkeypatch: pytest.MonkeyPatch
) -> None:
    store, home = hostile
    serve(store, monkeypatch)
    seat, sent = Seat(), []
    monkeypatch.setattr("ui.web.here.visitor", lambda: seat.actor)
    read = local_script_runner.parse_tree_from_messages
    monkeypatch.setattr(
        local_script_runner, "parse_tree_from_messages", lambda messages: (sent.extend(messages), read(messages))[1]
    )
    shown = 0
    for where in roam(seat, home.actor(role, one_of(home, role)), tuple(spec.path for spec in PAGES[role])):
        for message, field, text in (found for one in sent for found in strings(one)):
            shown += "evil.example" in text
            if (message, field) == ("Html", "body"):
                assert "<img" not in text.replace('<img alt="', ""), f"{where}: {text}"
            elif (message, field) not in AS_TYPED:
                assert LINK not in text, f"{where}: {message}.{field} reads Markdown: {text}"
        sent.clear()
    assert shown or role is Role.BOARD


# --- In a real browser -------------------------------------------------------------------------------------


@pytest.mark.browser
def test_no_browser_runs_what_people_typed(hostile: tuple[Store, Lived], chromium_path: str, tmp_path: Path) -> None:
    store, home = hostile
    environment = {
        wiring.DATABASE: str(store.engine.url),
        wiring.PRETENDED_NOW: "2026-11-06T09:00",
        "GEMS_LANG": "fr",
    }
    asgi = Path(app.__file__).with_name("asgi.py")
    with serving(asgi, tmp_path / "log.txt", environment) as address, chromium(chromium_path) as browser:
        for role in Role:
            context = new_context(browser)
            context.add_cookies([{"name": "gems_session", "value": session(store, home, role), "url": address}])
            page, asked = context.new_page(), list[str]()
            page.on("request", lambda request, asked=asked: asked.append(request.url))
            for spec in PAGES[role]:
                week = f"&week={PUBLISHED.isocalendar().year}-W{PUBLISHED.isocalendar().week}"
                page.goto(f"{address}/{spec.path}?lang=fr{week}")
                settled(page)
                assert page.evaluate("window.hacked") is None, f"{role} {spec.path}"
                for made in (
                    'img[src*="evil"]',
                    "a:text-is('lien')",
                    "strong:text-is('gras')",
                    "script:text('hacked')",
                ):
                    assert page.locator(made).count() == 0, f"{role} {spec.path}: {made}"
            assert not [one for one in asked if "evil.example" in one]
            context.close()


def session(store: Store, home: Lived, role: Role) -> str:
    """A way in for somebody of a role."""
    number = home.accounts[one_of(home, role) or role]
    with writing_desk(store) as desk:
        desk.accounts.set_password(number, "none that matches", must_change=False)
        account = desk.accounts.find(number)
        assert account is not None
        return open_session(desk, account, wall_clock()).token


def settled(page: Page) -> None:
    """The page is drawn whole: it says who is here, and nothing is under way."""
    expect(page.locator(".st-key-top")).to_be_visible(timeout=PATIENCE)
    expect(page.locator("[data-test-script-state='notRunning']")).to_be_attached(timeout=PATIENCE)


def test_no_workbook_calculates_what_people_typed(tmp_path: Path) -> None:
    store = Store.open(f"sqlite:///{tmp_path}/gems.sqlite", still())
    home = lived(store, "small", Marks("A", '=HYPERLINK("https://evil.example/","{mark}")'))
    group = export_group(Office(store), home.actor(Role.COORDINATOR))
    write_workbook(group, tmp_path / "out.xlsx", schedule=home.told[PUBLISHED][-1])
    store.close()
    cells = [cell for sheet in load_workbook(tmp_path / "out.xlsx") for row in sheet for cell in row]
    typed = [cell for cell in cells if "evil.example" in str(cell.value)]
    assert typed
    assert not [cell for cell in typed if cell.data_type == "f" or cell.hyperlink]


# --- What is not kept --------------------------------------------------------------------------------------

TOO_MUCH = {
    "long": "x" * 100_000,
    "zero": "a\x00b",
    "bell": "a\x07b",
    "turned around": "a\u202eb",
    "half a character": "a\ud800b",
}


@pytest.mark.parametrize("text", TOO_MUCH.values(), ids=TOO_MUCH)
def test_what_cannot_be_shown_is_refused_in_words(text: str, town: Town) -> None:
    home, before = town.groups.home, whole(town.store)
    member = home.group.members[0].id
    actor, group = home.actor(Role.MEMBER, member), home.group
    request = next(one for one in group.requests if one.member_id == member)
    piece = next(one for one in home.told[PROPOSED][-1].assignments if group.site[one.site_id].member_id == member)
    no = PieceAnswer(piece=piece_key(piece), kind=AnswerKind.OBJECT, reason=text)
    with pytest.raises(Declined):
        write_request(town.office, actor, member_id=member, request=replace(request, id="", label=text))
    with pytest.raises(Declined):
        answer_as_member(town.office, actor, member_id=member, monday=PROPOSED, number=1, answers=(no,))
    assert whole(town.store) == before
