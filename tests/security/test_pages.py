"""What served pages hold, seen or hidden: each visitor's own affairs, and nothing of anybody else."""

from collections.abc import Callable, Iterator

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

from gems.access.policy import Actor, Refused, Role
from gems.domain.words import Language
from tests.security.harvest import Harvest, harvesting
from tests.security.knowledge import may_know
from tests.security.roaming import roam
from tests.security.town import Town
from tests.web.visit import Seat, Visit
from ui.web import app, frame
from ui.web.mishap import explain
from ui.web.screens import PAGES


@pytest.fixture
def seat(monkeypatch: pytest.MonkeyPatch) -> Seat:
    """Where visitors sit, one after the other."""
    found = Seat()
    monkeypatch.setattr("ui.web.here.visitor", lambda: found.actor)
    return found


@pytest.fixture
def harvest(monkeypatch: pytest.MonkeyPatch) -> Iterator[Harvest]:
    """What pages send."""
    with harvesting(monkeypatch) as found:
        yield found


def lookers(town: Town) -> dict[str, Actor]:
    """Two members and two people of home, and the board."""
    home = town.groups.home
    return {
        "member": home.actor(Role.MEMBER, home.group.members[0].id),
        "other member": home.actor(Role.MEMBER, home.group.members[1].id),
        "employee": home.actor(Role.EMPLOYEE, home.group.employees[0].id),
        "other employee": home.actor(Role.EMPLOYEE, home.group.employees[1].id),
        "board": home.actor(Role.BOARD),
    }


TOLD = {
    "member": {"label", "draft label", "person", "reason"},
    "other member": {"label", "draft label", "person"},
    "employee": {"label", "member", "site", "phone", "commune"},
    "other employee": {"label", "member", "site", "phone", "commune"},
    "board": set[str](),
}
"""What each is shown somewhere: otherwise the search would prove nothing."""


@pytest.mark.parametrize("who", TOLD)
def test_no_screen_holds_anything_of_others(who: str, served: Town, seat: Seat, harvest: Harvest) -> None:
    actor, home = lookers(served)[who], served.groups.home
    known, seen = may_know(home, actor), set[str]()
    language: Language = "en" if who.startswith("other") else "fr"
    for where in roam(seat, actor, tuple(spec.path for spec in PAGES[actor.role]), language):
        found = home.marks.found(harvest.take())
        assert not found - known, f"{where}: {found - known}"
        seen |= {kind for kind, _ in found}
    assert TOLD[who] <= seen


def test_the_search_finds_what_the_coordinator_is_shown(served: Town, seat: Seat, harvest: Harvest) -> None:
    """Names in the grid, in tables and in files too: whatever holds them."""
    seen = set()
    for spec in PAGES[Role.COORDINATOR]:
        Visit(seat, served.groups.home.actor(Role.COORDINATOR), "fr", spec.path)
        seen |= {kind for kind, _ in served.groups.home.marks.found(harvest.take())}
    assert {"person", "member", "site", "label", "comment"} <= seen


def elsewhere() -> list[tuple[Role | None, Role, int]]:
    """Every screen with every role that it is not made for, and with nobody."""
    return [
        (visitor, role, place)
        for role, specs in PAGES.items()
        for place in range(len(specs))
        for visitor in (*Role, None)
        if visitor is not role
    ]


@pytest.mark.parametrize(("visitor", "role", "place"), elsewhere())
def test_a_screen_of_another_role_shows_nothing_and_breaks_nothing(
    visitor: Role | None,
    role: Role,
    place: int,
    served: Town,
    seat: Seat,
    harvest: Harvest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As if the frame had given it to them by mistake: each screen asks by itself who looks."""
    home, spec = served.groups.home, PAGES[role][place]
    seat.actor = actor = stranger(served, visitor)
    monkeypatch.setattr(frame, "PAGES", {visitor: (spec,)})
    monkeypatch.setattr(LocalScriptRunner, "__init__", told_of_faults(LocalScriptRunner.__init__))
    at = AppTest.from_file(app.__file__, default_timeout=60).run()
    assert not at.exception
    if actor is None or actor.role is not Role.COORDINATOR:  # whose rights reach everywhere
        assert actor is None or Refused.words.fr in [one.value for one in at.error]
        assert not home.marks.found(harvest.take()) - (may_know(home, actor) if actor else set())


def told_of_faults(begin: Callable[..., None]) -> Callable[..., None]:
    """AppTest's runner, given what the server is given to explain what stops a screen."""

    def run(runner: LocalScriptRunner, *args: object, **kwargs: object) -> None:
        begin(runner, *args, **kwargs)
        runner._on_script_error = explain

    return run


def stranger(town: Town, role: Role | None) -> Actor | None:
    """Somebody of a role."""
    found = {actor.role: actor for actor in reversed(lookers(town).values())}
    found[Role.COORDINATOR] = town.groups.home.actor(Role.COORDINATOR)
    return None if role is None else found[role]
