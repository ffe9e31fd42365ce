"""Who looks is asked anew at each rerun, and what one person left in a tab is nobody else's."""

from pathlib import Path

import pytest
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from gems.access.sessions import actor_of_session, sign_out
from gems.access.sign_in import choose_password, sign_in
from gems.store.store import wall_clock
from tests.web.gate.house import NAME, House

PAGE = Path(__file__).parent / "small_page.py"
PATIENCE = 60
RERUNS = 20


@pytest.fixture
def cookies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, str]:
    """The cookies of the browser that asks; a test changes them."""
    held: dict[str, str] = {}
    monkeypatch.setattr(ContextProxy, "cookies", property(lambda self: held))
    monkeypatch.setenv("PRESSES", str(tmp_path / "presses.txt"))
    return held


@pytest.fixture
def other(house: House) -> str:
    """The token of somebody else."""
    now = wall_clock()
    token = sign_in(house.store, "salarie@exemple.fr", house.employee()[1], origin="", now=now).token
    return choose_password(house.store, token, "quatre oies blanches", now=now).token


def name_of(house: House, token: str) -> str:
    actor = actor_of_session(house.store, token, wall_clock())
    assert actor is not None
    return actor.name


def tab() -> AppTest:
    return AppTest.from_file(str(PAGE), default_timeout=PATIENCE)


def said(at: AppTest) -> str:
    assert not at.exception
    return str(at.markdown[0].value)


def test_without_a_session_nobody_is_here(cookies: dict[str, str], house: House) -> None:
    assert said(tab().run()) == "nobody is here"
    cookies["gems_session"] = "made up"
    assert said(tab().run()) == "nobody is here"


def test_two_tabs_of_two_people_never_mix(cookies: dict[str, str], house: House, other: str) -> None:
    tabs = {house.token: tab(), other: tab()}
    for presses in range(RERUNS):
        for token, at in tabs.items():
            cookies["gems_session"] = token
            at = at.run() if presses == 0 else at.button[0].click().run()
            assert said(at) == f"{name_of(house, token)} is here, after {presses} presses"


def test_somebody_else_in_the_same_tab_finds_nothing(cookies: dict[str, str], house: House, other: str) -> None:
    cookies["gems_session"] = house.token
    at = tab().run()
    assert said(at.button[0].click().run()) == f"{NAME} is here, after 1 presses"
    cookies["gems_session"] = other
    assert said(at.run()) == f"{name_of(house, other)} is here, after 0 presses"


def test_after_signing_out_the_tab_holds_nothing(cookies: dict[str, str], house: House) -> None:
    cookies["gems_session"] = house.token
    at = tab().run()
    at.button[0].click().run()
    sign_out(house.store, house.token, wall_clock())
    assert said(at.run()) == "nobody is here"
    assert "pressed" not in at.session_state


def test_the_strict_cookie_alone_counts_where_there_is_one(cookies: dict[str, str], house: House, other: str) -> None:
    cookies |= {"gems_session": house.token, "__Host-gems_session": other}
    assert said(tab().run()).startswith(name_of(house, other))
    cookies["__Host-gems_session"] = "ended"
    assert said(tab().run()) == "nobody is here"
