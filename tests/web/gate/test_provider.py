"""Sign-in by the organisation: the answer Streamlit keeps in its cookie becomes a session of ours, or nothing."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient
from streamlit.auth_util import decode_provider_token
from streamlit.runtime.secrets import secrets_singleton
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from gems.access.sessions import actor_of_session
from gems.store.store import wall_clock
from tests.web.gate.house import ADDRESS, LOGIN, House

SECRET = "a secret long enough for nobody to guess"
AUTH = {
    "redirect_uri": f"{ADDRESS}/oauth2callback",
    "cookie_secret": SECRET,
    "client_id": "gems",
    "client_secret": "between the provider and us",
    "server_metadata_url": "https://id.example/.well-known/openid-configuration",
}


@pytest.fixture(params=[AUTH, {**AUTH, "client_id": None} | {"asso": {"client_id": "gems"}}], ids=["one", "named"])
def provider(request: pytest.FixtureRequest) -> dict[str, Any]:
    """The secrets of an installation with a provider, the only one or one that has a name."""
    return {key: value for key, value in request.param.items() if value is not None}


@pytest.fixture
def configured(provider: dict[str, Any]) -> Iterator[None]:
    secrets_singleton.merge_programmatic_secrets({"auth": provider})
    yield
    secrets_singleton._reset()


def coming_back(client: TestClient, **told: Any) -> Any:
    """The sign-in page, asked for by a browser that Streamlit has just given its cookie."""
    claims = {"origin": ADDRESS, "is_logged_in": True, "email": LOGIN, "email_verified": True} | told
    cookie = create_signed_value(told.get("secret", SECRET), USER_COOKIE_NAME, json.dumps(claims))
    client.cookies.set(USER_COOKIE_NAME, cookie.decode(), domain="gems.example")
    return client.get("/connexion")


@pytest.mark.usefixtures("configured")
def test_the_page_offers_it_and_sets_off(client: TestClient, house: House) -> None:
    page = client.get("/connexion")
    key = "asso" if "avec asso" in page.text else "default"
    assert f'href="/connexion/compte?provider={key}"' in page.text
    away = client.get("/connexion/compte", params={"provider": key}).headers["location"]
    token = away.removeprefix("/auth/login?provider=")
    assert decode_provider_token(token)["provider"] == key
    assert client.get("/connexion/compte?provider=other").headers["location"] == "/connexion"


def test_without_a_provider_nothing_is_offered(client: TestClient, house: House) -> None:
    assert "/connexion/compte" not in client.get("/connexion").text
    assert client.get("/connexion/compte").headers["location"] == "/connexion"
    assert coming_back(client).status_code == 200


@pytest.mark.usefixtures("configured")
def test_a_verified_address_becomes_a_session_of_ours(client: TestClient, house: House) -> None:
    entered = coming_back(client, email=LOGIN.upper())
    assert entered.headers["location"] == "/?lang=fr"
    actor = actor_of_session(house.store, client.cookies["gems_session"], wall_clock())
    assert actor == house.coordinator
    assert USER_COOKIE_NAME not in client.cookies


@pytest.mark.usefixtures("configured")
@pytest.mark.parametrize("told", [{"email_verified": False}, {"email_verified": "true"}, {"email": "other@exemple.fr"}])
def test_any_other_address_is_told_so_and_forgotten(client: TestClient, house: House, told: dict[str, Any]) -> None:
    refused = coming_back(client, **told)
    assert refused.status_code == 403
    assert 'role="alert"' in refused.text
    assert "gems_session" not in client.cookies
    assert USER_COOKIE_NAME not in client.cookies


@pytest.mark.usefixtures("configured")
@pytest.mark.parametrize(
    "told", [{"secret": "made up by somebody else"}, {"origin": "https://evil.example"}, {"email": 1}]
)
def test_what_streamlit_did_not_write_for_us_says_nothing(
    client: TestClient, house: House, told: dict[str, Any]
) -> None:
    assert coming_back(client, **told).status_code == 200
    assert "gems_session" not in client.cookies
