"""A server of the small page behind our door, and browsers to look at it with."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, expect

from gems.store.store import Store
from tests.web.page_server import served

PATIENCE = 60_000
"""Milliseconds to wait for a condition: far more than needed, on a busy machine too."""
SERVER = Path(__file__).parent / "small_asgi.py"


@dataclass(frozen=True)
class Site:
    """A server of its own, with what it keeps and what it said."""

    address: str
    store: Store
    log: Path
    presses: Path


@contextmanager
def site_in(folder: Path, server: Path = SERVER, **told: str) -> Iterator[Site]:
    """The server with a database in this folder; `told`: more of its environment."""
    url = f"sqlite:///{folder / 'gems.sqlite'}"
    store, log, presses = Store.open(url), folder / "log.txt", folder / "presses.txt"
    presses.touch()
    always = {"GEMS_DATABASE_URL": url, "PRESSES": str(presses), "GEMS_LANG": "fr"}
    with served(server, log, always | told) as address:
        yield Site(address, store, log, presses)
    store.close()


def new_context(browser: Browser) -> BrowserContext:
    opened = browser.new_context()
    opened.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    return opened
