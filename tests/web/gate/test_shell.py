"""The empty page of the screens: in the language asked for, sent to whoever is signed in, and to nobody else."""

import base64
import hashlib
import re

import pytest
from starlette.testclient import TestClient

from gems.domain.words import Language
from tests.web.gate.house import House
from ui.web.gate.shell import SERVER_IS_HERE, STATIC, shell


@pytest.fixture
def signed_in(client: TestClient, house: House) -> TestClient:
    client.cookies.set("gems_session", house.token)
    return client


@pytest.mark.parametrize(
    ("address", "language", "words"),
    [("/", "fr", "a besoin de JavaScript"), ("/semaine?semaine=2026-11-23&lang=en", "en", "needs JavaScript")],
)
def test_it_speaks_the_language_of_the_screens(signed_in: TestClient, address: str, language: str, words: str) -> None:
    page = signed_in.get(address)
    assert (page.status_code, page.headers["cache-control"]) == (200, "no-cache")
    assert f'<html lang="{language}">' in page.text
    assert "<title>GEMS</title>" in page.text
    assert words in page.text
    assert "Streamlit app" not in page.text


@pytest.mark.parametrize("path", ["/semaine/", "/robots.txt", "/semaine/plus", "/static/js/a.js", "/_stcore/health"])
def test_what_is_no_screen_goes_on(signed_in: TestClient, path: str) -> None:
    assert signed_in.get(path).text == f"behind the door: {path}"


def test_a_stranger_gets_the_way_in_instead(client: TestClient, house: House) -> None:
    assert client.get("/semaine").status_code == 303


@pytest.mark.parametrize("language", ["fr", "en"])
def test_all_of_streamlits_page_is_kept_but_its_words(language: Language) -> None:
    theirs, ours = (STATIC / "index.html").read_text("utf-8"), shell(language)
    tags = re.compile(r"<(?:script|link|meta|div)[^>]*>")
    without = ours.replace(SERVER_IS_HERE, "")
    assert ours != without
    assert tags.findall(without) == tags.findall(theirs)
    assert ours.index(SERVER_IS_HERE) < ours.index('<script type="module"')


def test_its_scripts_are_those_that_the_policy_allows(signed_in: TestClient) -> None:
    page = signed_in.get("/semaine?lang=en")
    scripts = re.findall(r"<script>(.*?)</script>", page.text, re.DOTALL)
    assert len(scripts) == 2
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in page.headers["content-security-policy"]
