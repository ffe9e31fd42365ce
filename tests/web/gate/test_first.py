"""The first start."""

from starlette.testclient import TestClient

from gems.access.first_start import is_first_start, one_time_code
from gems.access.policy import Role
from gems.access.sessions import actor_of_session
from gems.domain.group import Settings
from gems.store.store import Store, wall_clock
from tests.web.gate.house import PASSWORD, House, send

FORM = {"group": "GEMS d'essai", "name": "Odile", "login": "odile@exemple.fr", "new": PASSWORD, "again": PASSWORD}


def test_the_code_opens_the_group_and_its_first_account(client: TestClient, empty_store: Store) -> None:
    code = one_time_code(empty_store, now=wall_clock())
    entered = send(client, "/premier-demarrage?lang=en", code=code, **FORM)
    assert entered.headers["location"] == "/?lang=en"
    actor = actor_of_session(empty_store, client.cookies["gems_session"], wall_clock())
    assert actor is not None
    assert (actor.name, actor.role) == ("Odile", Role.COORDINATOR)
    assert [name for _, name in empty_store.groups()] == ["GEMS d'essai"]
    assert client.get("/premier-demarrage").headers["location"] == "/connexion"


def test_a_wrong_code_opens_nothing_and_keeps_what_was_typed_but_passwords(
    client: TestClient, empty_store: Store
) -> None:
    one_time_code(empty_store, now=wall_clock())
    refused = send(client, "/premier-demarrage", code="AAAA-BBBB-CCCC-DDDD", **FORM)
    assert 'role="alert"' in refused.text
    assert 'value="odile@exemple.fr"' in refused.text
    assert PASSWORD not in refused.text
    assert is_first_start(empty_store)


def test_passwords_typed_differently_or_too_short_are_told(client: TestClient, empty_store: Store) -> None:
    code = one_time_code(empty_store, now=wall_clock())
    assert "ne sont pas les mêmes" in send(client, "/premier-demarrage", code=code, **FORM | {"again": "x"}).text
    short = send(client, "/premier-demarrage", code=code, **FORM | {"new": "court", "again": "court"})
    assert "trop court" in short.text
    assert is_first_start(empty_store)


def test_an_imported_group_keeps_its_name(client: TestClient, empty_store: Store) -> None:
    empty_store.add_group(Settings(name="Déjà là"))
    assert 'name="group"' not in client.get("/premier-demarrage").text
    code = one_time_code(empty_store, now=wall_clock())
    fields = {name: value for name, value in FORM.items() if name != "group"}
    assert send(client, "/premier-demarrage", code=code, **fields).status_code == 303
    assert [name for _, name in empty_store.groups()] == ["Déjà là"]


def test_once_somebody_coordinates_it_is_over(client: TestClient, house: House) -> None:
    assert send(client, "/premier-demarrage", code="x", **FORM).headers["location"] == "/connexion"
