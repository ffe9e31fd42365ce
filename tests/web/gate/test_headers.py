"""What browsers are told with every answer."""

import pytest
from starlette.testclient import TestClient

from tests.web.gate.house import House
from ui.web.gate.headers import EVERYWHERE, screens_policy

ADDRESSES = [
    "/connexion",
    "/",
    "/media/x",
    "/_stcore/metrics",
    "/static/x.js",
    "/agenda/x.ics",
    "/lien/x",
    "/entree.css",
]


@pytest.mark.parametrize("path", ADDRESSES)
def test_every_answer_carries_them(client: TestClient, house: House, path: str) -> None:
    answer = client.get(path)
    assert EVERYWHERE.items() <= dict(answer.headers).items()
    policy = answer.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "form-action 'self'" in policy
    assert "strict-transport-security" not in answer.headers


def test_a_page_without_scripts_allows_none(client: TestClient, house: House) -> None:
    assert client.get("/connexion").headers["content-security-policy"].startswith("default-src 'none'; ")


def test_the_screens_run_no_script_that_is_not_ours() -> None:
    rules = dict(rule.split(" ", 1) for rule in screens_policy("gems.example", secure=True).split("; "))
    assert "unsafe" not in rules["script-src"]
    assert "sha256-" in rules["script-src"]
    assert rules["connect-src"] == "'self' wss://gems.example"


def test_a_made_up_host_adds_nothing() -> None:
    assert "evil" not in screens_policy("x; script-src evil.example", secure=False)
    assert "connect-src 'self';" in screens_policy("x; script-src evil.example", secure=False)
