"""The addresses of the pages before the screens."""

SCREENS = "/"
SIGN_IN = "/connexion"
PROVIDER = "/connexion/compte"
"""Sets off for the organisation's own sign-in, when there is one."""
SIGN_OUT = "/deconnexion"
FIRST_START = "/premier-demarrage"
PASSWORD = "/mot-de-passe"
LINKS = "/lien/"
"""Followed by the token of a personal link."""
CALENDARS = "/agenda/"
"""Followed by the token of a calendar link and `.ics`."""
STYLE = "/entree.css"
ICON = "/entree.svg"


def is_local(path: str) -> bool:
    """Whether this is an address of our own, so that nobody is sent elsewhere after signing in.

    A browser reads a backslash as a slash and drops tabs and line ends, hence what is refused.
    """
    return path.startswith("/") and not path.startswith("//") and "\\" not in path and path.isprintable()
