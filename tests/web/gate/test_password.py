"""Choosing another password."""

from starlette.testclient import TestClient

from gems.access.sessions import actor_of_session
from gems.store.store import wall_clock
from tests.web.gate.house import LOGIN, PASSWORD, House, send

NEW = "quatre oies blanches"


def test_strangers_are_shown_the_way_in(client: TestClient, house: House) -> None:
    assert client.get("/mot-de-passe").headers["location"] == "/connexion"
    assert send(client, "/mot-de-passe", new=NEW, again=NEW).headers["location"] == "/connexion"


def test_a_temporary_password_is_replaced_before_anything_else(client: TestClient, house: House) -> None:
    _, given = house.employee()
    send(client, "/connexion", login="salarie@exemple.fr", password=given)
    before = client.cookies["gems_session"]
    page = client.get("/mot-de-passe")
    assert 'name="old"' not in page.text
    assert 'action="/deconnexion"' in page.text
    assert 'role="alert"' in send(client, "/mot-de-passe", new=given, again=given).text
    chosen = send(client, "/mot-de-passe?next=/semaine", new=NEW, again=NEW)
    assert chosen.headers["location"] == "/semaine?lang=fr"
    assert client.cookies["gems_session"] != before
    assert client.get("/semaine").status_code == 200


def test_another_one_by_choice_needs_the_present_one_and_ends_the_other_sessions(
    client: TestClient, house: House
) -> None:
    send(client, "/connexion", login=LOGIN, password=PASSWORD)
    assert "Mot de passe actuel" in client.get("/mot-de-passe").text
    assert 'role="alert"' in send(client, "/mot-de-passe", old="wrong", new=NEW, again=NEW).text
    assert "ne sont pas les mêmes" in send(client, "/mot-de-passe", old=PASSWORD, new=NEW, again=NEW + "x").text
    assert send(client, "/mot-de-passe", old=PASSWORD, new=NEW, again=NEW).status_code == 303
    assert client.get("/").status_code == 200
    assert actor_of_session(house.store, house.token, wall_clock()) is None
