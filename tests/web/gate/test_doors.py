"""Every address that Streamlit answers has been decided on; what a later version adds fails here, and stays shut."""

from unittest.mock import MagicMock

import pytest
from streamlit.web.server.starlette.starlette_app import create_streamlit_routes

from ui.web.gate.doors import Door, door

STREAMLIT = {
    "/_stcore/health": Door.OPEN,
    "/_stcore/metrics": Door.SHUT,
    "/_stcore/host-config": Door.SIGNED_IN,
    "/media/{file_id:path}": Door.SIGNED_IN,
    "/_stcore/upload_file/{session_id}/{file_id}": Door.SIGNED_IN,
    "/component/{path:path}": Door.SIGNED_IN,
    "/_stcore/bidi-components/{path:path}": Door.SIGNED_IN,
    "/_stcore/stream": Door.SIGNED_IN,
    "/auth/login": Door.OPEN,
    "/auth/logout": Door.OPEN,
    "/oauth2callback": Door.OPEN,
    "/_stcore/agent/interact": Door.SHUT,
    "/_stcore/agent/openapi.json": Door.SHUT,
    "/_stcore/agent/mcp": Door.SHUT,
    "": Door.SCREENS,
}
"""The page itself is mounted at the root."""


def test_every_address_of_streamlit_is_decided() -> None:
    found = {getattr(route, "path", None) for route in create_streamlit_routes(MagicMock())}
    assert found == set(STREAMLIT)


@pytest.mark.parametrize(("path", "expected"), STREAMLIT.items())
def test_each_asks_what_was_decided(path: str, expected: Door) -> None:
    assert door(path or "/") is expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/static/js/index.js", Door.OPEN),
        ("/favicon.png", Door.OPEN),
        ("/semaine", Door.SCREENS),
        ("/app/static/x.png", Door.SIGNED_IN),
        ("/_stcore/script-health-check", Door.SHUT),
        ("/_stcore/healthy", Door.SHUT),
        ("/_stcore/something-new", Door.SHUT),
        ("/connexion/", Door.SCREENS),
        ("/static", Door.SCREENS),
        ("/STATIC/x", Door.SCREENS),
    ],
)
def test_the_rest(path: str, expected: Door) -> None:
    assert door(path) is expected
