"""grid_app.py served and looked at: what the tests of the boards (week and day) share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from page_server import chromium, served
from playwright.sync_api import Browser, Page, expect

HERE = Path(__file__).parent
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the page of grid_app.py, served by Streamlit itself."""
    with served(HERE / "grid_app.py", tmp_path_factory.mktemp("streamlit") / "log.txt") as address:
        yield address


@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    with chromium(chromium_path) as opened:
        yield opened


class Shown:
    """One case of the app in a page of its own, with what went wrong there and which hosts were asked."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.page: Page = browser.new_page()
        self.page.set_default_timeout(30_000)
        expect.set_options(timeout=30_000)
        self.site = site
        self.faults: list[str] = []
        self.hosts: set[str] = set()
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", lambda request: self.hosts.add(request.url.split("/")[2]))

    def open(self, case: str = "full", size: dict[str, int] = DESK, theme: str = "light") -> Page:
        self.page.set_viewport_size(size)
        self.page.goto(f"{self.site}/?case={case}&embed=true&embed_options={theme}_theme")
        expect(self.page.get_by_text("Reçu : rien")).to_be_visible()
        expect(self.page.locator(f".wg[data-theme={theme}] .row.head")).to_be_attached()
        return self.page


@pytest.fixture
def shown(browser: Browser, site: str) -> Iterator[Shown]:
    opened = Shown(browser, site)
    yield opened
    opened.page.close()
    assert not opened.faults
    assert opened.hosts <= {site.split("/")[2], ""}, "something asked another site"


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.shadowRoot?.activeElement?.getAttribute('aria-label') ?? ''")
