"""Signing in and out."""

from http.cookies import Morsel, SimpleCookie
from typing import Any

import pytest
from starlette.testclient import TestClient

from gems.access.attempts import FREE_FAILURES
from gems.access.sessions import actor_of_session
from gems.store.store import wall_clock
from tests.web.gate.house import ADDRESS, LOGIN, OURS, PASSWORD, House, send
from ui.web.gate.asked import MOST_BYTES


def cookie_of(answer: Any, name: str = "gems_session") -> Morsel[str]:
    return SimpleCookie(answer.headers["set-cookie"])[name]


def test_the_form_ties_words_to_fields_and_tells_browsers_what_they_are(client: TestClient, house: House) -> None:
    page = client.get("/connexion")
    assert page.status_code == 200
    assert '<label for="login">Identifiant</label>' in page.text
    assert 'autocomplete="username"' in page.text
    assert 'autocomplete="current-password"' in page.text
    assert page.headers["cache-control"] == "no-store"


def test_english(client: TestClient, house: House) -> None:
    page = client.get("/connexion?lang=en&next=/semaine")
    assert '<html lang="en">' in page.text
    assert "Sign-in name" in page.text
    assert 'action="/connexion?lang=en&amp;next=%2Fsemaine"' in page.text


def test_the_right_words_open_a_session_that_lasts(client: TestClient, house: House) -> None:
    entered = send(client, "/connexion?next=/semaine", login=f" {LOGIN.upper()} ", password=PASSWORD)
    assert entered.status_code == 303
    assert entered.headers["location"] == "/semaine?lang=fr"
    told = cookie_of(entered)
    assert (told["httponly"], told["samesite"], told["path"], told["secure"]) == (True, "lax", "/", "")
    assert int(told["max-age"]) > 3600
    assert client.get("/media/x").text == "behind the door: /media/x"
    assert client.get("/connexion").headers["location"] == "/"


def test_over_https_the_cookie_is_strict(client: TestClient, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEMS_BEHIND_PROXY", "1")
    told = OURS | {"x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.9"}
    entered = client.post("/connexion", data={"login": LOGIN, "password": PASSWORD}, headers=told)
    cookie = cookie_of(entered, "__Host-gems_session")
    assert (cookie["secure"], cookie["httponly"], cookie["path"], cookie["domain"]) == (True, True, "/", "")
    assert "strict-transport-security" in entered.headers
    planted = TestClient(client.app, ADDRESS, cookies={"gems_session": cookie.value}, follow_redirects=False)
    assert planted.get("/", headers=told).status_code == 303


def test_what_a_proxy_says_is_not_believed_from_anybody(client: TestClient, house: House) -> None:
    told = OURS | {"x-forwarded-proto": "https"}
    entered = client.post("/connexion", data={"login": LOGIN, "password": PASSWORD}, headers=told)
    assert cookie_of(entered)["secure"] == ""
    assert "strict-transport-security" not in entered.headers


def test_each_signing_in_has_a_token_of_its_own(client: TestClient, house: House) -> None:
    client.cookies.set("gems_session", "chosen by somebody else")
    first = cookie_of(send(client, "/connexion", login=LOGIN, password=PASSWORD)).value
    client.cookies.clear()
    second = cookie_of(send(client, "/connexion", login=LOGIN, password=PASSWORD)).value
    assert len({first, second, house.token, "chosen by somebody else"}) == 4


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
    ],
)
def test_nobody_is_sent_elsewhere(client: TestClient, house: House, elsewhere: str) -> None:
    entered = client.post(
        "/connexion", params={"next": elsewhere}, data={"login": LOGIN, "password": PASSWORD}, headers=OURS
    )
    assert entered.headers["location"] == "/?lang=fr"


def test_wrong_words_say_the_same_whoever_is_asked_for(client: TestClient, house: House) -> None:
    wrong = send(client, "/connexion", login=LOGIN, password="not this one")
    unknown = send(client, "/connexion", login="nobody@example.org", password="not this one")
    assert wrong.status_code == unknown.status_code == 403
    assert 'role="alert"' in wrong.text
    assert wrong.text.replace(LOGIN, "") == unknown.text.replace("nobody@example.org", "")
    assert "set-cookie" not in wrong.headers
    assert "not this one" not in wrong.text


def test_after_several_wrong_passwords_one_has_to_wait(client: TestClient, house: House) -> None:
    for _ in range(FREE_FAILURES):
        send(client, "/connexion", login=LOGIN, password="not this one")
    waiting = send(client, "/connexion", login=LOGIN, password=PASSWORD)
    assert "Attendez 1 min" in waiting.text
    assert "set-cookie" not in waiting.headers


def test_something_left_empty_is_named(client: TestClient, house: House) -> None:
    assert "Remplissez «\u00a0Mot de passe\u00a0»." in send(client, "/connexion", login=LOGIN).text


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://gems.example.evil.example"},
        {"origin": ADDRESS, "sec-fetch-site": "cross-site"},
        {"origin": ADDRESS, "sec-fetch-site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["/connexion", "/deconnexion", "/mot-de-passe", "/lien/x"])
def test_a_form_of_another_site_does_nothing(
    client: TestClient, house: House, path: str, headers: dict[str, str]
) -> None:
    client.cookies.set("gems_session", house.token)
    refused = client.post(path, data={"login": LOGIN, "password": PASSWORD}, headers=headers)
    assert refused.status_code == 403
    assert "Rien n'a été fait" in refused.text.replace("&#x27;", "'")
    assert "set-cookie" not in refused.headers
    assert actor_of_session(house.store, house.token, wall_clock()) is not None


def test_the_browser_may_say_itself_that_the_form_is_ours(client: TestClient, house: House) -> None:
    told = {"sec-fetch-site": "same-origin"}
    assert client.post("/connexion", data={"login": LOGIN, "password": PASSWORD}, headers=told).status_code == 303


def test_a_form_too_long_is_not_read(client: TestClient, house: House) -> None:
    assert send(client, "/connexion", login="x" * MOST_BYTES, password="y").status_code == 413


def test_signing_out_ends_the_session_itself(client: TestClient, house: House) -> None:
    client.cookies.set("gems_session", house.token)
    left = send(client, "/deconnexion")
    assert left.headers["location"] == "/connexion?out=1&lang=fr"
    assert cookie_of(left)["max-age"] == "0"
    assert actor_of_session(house.store, house.token, wall_clock()) is None
    assert "Vous êtes déconnecté·e." in client.get(left.headers["location"]).text


def test_looking_at_the_way_out_ends_nothing(client: TestClient, house: House) -> None:
    client.cookies.set("gems_session", house.token)
    assert '<form method="post" action="/deconnexion">' in client.get("/deconnexion").text
    assert actor_of_session(house.store, house.token, wall_clock()) is not None


def test_a_fault_of_ours_is_told_in_words(client: TestClient, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.web.gate.entry.sign_in", lambda *said, **more: 1 / 0)
    broken = TestClient(client.app, ADDRESS, raise_server_exceptions=False)
    answer = send(broken, "/connexion", login=LOGIN, password=PASSWORD)
    assert answer.status_code == 500
    assert "Quelque chose n&#x27;a pas marché chez nous" in answer.text
    assert "ZeroDivision" not in answer.text


def test_what_people_type_is_shown_as_text(client: TestClient, house: House) -> None:
    page = send(client, "/connexion", login='"><script>alert(1)</script>', password="x")
    assert "<script>" not in page.text
