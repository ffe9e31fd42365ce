"""Who may ask for which address: one table, shut unless it says otherwise. Streamlit's addresses are those of 1.67."""

from enum import Enum, auto

from ui.web.gate.paths import CALENDARS, FIRST_START, ICON, LINKS, PASSWORD, PROVIDER, SIGN_IN, SIGN_OUT, STYLE


class Door(Enum):
    """What an address asks of who comes."""

    OPEN = auto()
    """Nothing: it shows nobody's data, or asks by itself."""
    SIGNED_IN = auto()
    """A session: a part of the screens, which a stranger is refused."""
    SCREENS = auto()
    """A session: the screens themselves, in place of which a stranger is shown the way in."""
    SHUT = auto()
    """Open to nobody."""


OPEN = {
    *(SIGN_IN, SIGN_OUT, PROVIDER, FIRST_START, PASSWORD, STYLE, ICON),
    "/_stcore/health",  # says that the server runs, and no more
    "/favicon.png",
    "/manifest.json",
    # Sign-in by the organisation: Streamlit's own, which answers with nothing when none is set up.
    "/auth/login",
    "/auth/logout",
    "/oauth2callback",
}
OPEN_UNDER = (LINKS, CALENDARS, "/static/")  # Streamlit's own scripts and fonts
SIGNED_IN = {
    "/_stcore/stream",  # the websocket: all that the screens show
    "/_stcore/host-config",
}
SIGNED_IN_UNDER = (
    "/_stcore/upload_file/",
    "/_stcore/bidi-components/",
    "/component/",
    "/media/",  # what is downloaded; each file's name is a hash that only the page it was made for has been told
    "/app/static/",
)
MACHINERY = "/_stcore/"
"""Streamlit's own: what is not named above (metrics, script checks, agents, what a later version adds) stays shut."""


def door(path: str) -> Door:
    """What this address asks of who comes."""
    if path in OPEN or path.startswith(OPEN_UNDER):
        return Door.OPEN
    if path in SIGNED_IN or path.startswith(SIGNED_IN_UNDER):
        return Door.SIGNED_IN
    return Door.SHUT if path.startswith(MACHINERY) else Door.SCREENS
