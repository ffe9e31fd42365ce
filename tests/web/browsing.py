"""People in browsers of their own: signed in through the door, with what went wrong there and whom the pages asked."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from openpyxl import Workbook, load_workbook
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, TimeoutError, expect

from tests.web.page_server import served
from ui import wiring
from ui.demonstration import PASSWORD
from ui.web import asgi
from ui.web.gate.paths import SIGN_IN
from ui.web.texts import TEXTS

PATIENCE = 90_000
"""Milliseconds to wait for a condition: far more than needed, on a busy machine too."""
PRESSES = 3
"""How often at most a button is pressed before its press counts as lost."""
FAULT = "screen fault"
"""What the server's log says of a screen that stopped half-way, with where and why."""
DESK, PHONE, SMALL_PHONE = ({"width": w, "height": h} for w, h in ((1440, 900), (390, 844), (360, 740)))
RULES = {"light": ["wcag2a", "wcag2aa"], "dark": ["color-contrast", "link-in-text-block"]}
"""What axe looks at in each scheme: all it knows of WCAG 2 A and AA, then colours alone: nothing else differs."""


@contextmanager
def open_site(database: Path, now: str) -> Iterator[str]:
    """The address of GEMS served on this database at this time of the planning clock, until the block ends. Nothing
    may have gone wrong in its screens meanwhile, whoever noticed."""
    told = {wiring.DATABASE: f"sqlite:///{database}", wiring.PRETENDED_NOW: now, "GEMS_LANG": "fr"}
    log = database.with_suffix(".log")
    with served(Path(asgi.__file__), log, told) as address:
        yield address
    said = log.read_text("utf-8")
    assert FAULT not in said, said[said.index(FAULT) :]


class Visitor:
    """Somebody at a browser of their own."""

    def __init__(self, browser: Browser, site: str, login: str = "", size: dict[str, int] = DESK) -> None:
        self.context = browser.new_context(viewport=size, accept_downloads=True)  # type: ignore[arg-type]
        self.context.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        self.page: Page = self.context.new_page()
        self.site, self.sites = site, {site.split("/")[2], ""}
        self.faults: list[str] = []
        self.hosts: set[str] = set()
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", self._hear)
        self.page.on("request", lambda request: self.hosts.add(request.url.split("/")[2]))
        if login:
            self.come_in(login)

    def _hear(self, said: ConsoleMessage) -> None:
        # On a screen's own address Streamlit first looks for its server beneath that address.
        if said.type == "error" and "/_stcore/" not in said.location["url"]:
            self.faults.append(f"{said.text} {said.location['url']}")

    def come_in(self, login: str) -> None:
        """Through the door, as its form does; nothing is typed and no page is drawn."""
        form = {"login": login, "password": PASSWORD}
        came = self.context.request.post(
            f"{self.site}{SIGN_IN}", form=form, headers={"origin": self.site}, max_redirects=0
        )
        assert came.status == 303, came.text()

    def sign_in(self, login: str) -> None:
        """Through the door, as people do."""
        self.page.goto(f"{self.site}{SIGN_IN}")
        self.page.get_by_label(fr("gate.login")).fill(login)
        self.page.get_by_label(fr("gate.password")).fill(PASSWORD)
        self.page.get_by_role("button", name=fr("gate.sign_in")).click()
        expect(self.button("frame.leave")).to_be_visible()

    def go(self, path: str = "", **address: str) -> Page:
        """A screen, by its path and what follows it in the address."""
        said = "&".join(f"{name}={value}" for name, value in address.items())
        self.page.goto(f"{self.site}/{path}{'?' if said else ''}{said}")
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until the screen is drawn and nothing runs any more."""
        expect(self.button("frame.leave")).to_be_visible()
        expect(self.page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_visible()

    def button(self, key: str, **values: Any) -> Locator:
        return self.page.get_by_role("button", name=fr(key, **values), exact=True)

    def press(self, key: str, **values: Any) -> None:
        self.button(key, **values).click()

    def press_until(self, key: str, told: str) -> None:
        """Press until these words are told: a press may fall between two drawings of a page on a busy machine, and is
        then made again, as a person would while the button still stands there."""
        words = self.page.get_by_text(fr(told)).first
        for _ in range(PRESSES - 1):
            self.press(key)
            with suppress(TimeoutError):
                words.wait_for(timeout=PATIENCE / PRESSES)
                return
        self.press(key)
        self.sees(told)

    def sees(self, key: str, **values: Any) -> None:
        """These words are on the page."""
        expect(self.page.get_by_text(fr(key, **values)).first).to_be_visible()

    def take(self, key: str) -> bytes:
        """What a button gives to download."""
        with self.page.expect_download() as coming:
            self.press(key)
        return Path(coming.value.path()).read_bytes()

    @property
    def cards(self) -> list[str]:
        """The words of every card placed on the grid."""
        labels: list[str] = self.page.locator(".wg .row:not(.lane) .card").evaluate_all(
            "cards => cards.map(card => card.getAttribute('aria-label'))"
        )
        return sorted(labels)

    def leave(self) -> None:
        """Close the browser; nothing may have gone wrong in it, and no other site may have been asked."""
        self.context.close()
        assert not self.faults
        assert self.hosts <= self.sites, "something asked another site"


def fr(key: str, **values: Any) -> str:
    return TEXTS[key].fill(**values).fr if values else TEXTS[key].fr


# --- What every screen keeps to --------------------------------------------------------------------------


IN_ITS_COLOURS = """scheme => {
    const app = document.querySelector("[data-testid=stApp]");
    const fading = one => one instanceof CSSTransition && one.playState === "running";
    const settled = () => getComputedStyle(app).colorScheme === scheme && app.dataset.testScriptState === "notRunning";
    const pale = document.querySelector("[data-stale=true]");
    return (!app || settled()) && !pale && !document.getAnimations().some(fading);
}"""
"""The page follows the scheme a little later, its colours fading, and what it draws again is pale until then: what is
judged is where they arrive."""
A_LITTLE = 100
"""Milliseconds between two looks."""


def faults_in(page: Page) -> str:
    """What keeps people from using a page: names on all controls, contrast, and the rest that axe knows of WCAG 2 A
    and AA; contrast in dark too. Empty when nothing does."""
    for scheme, rules in RULES.items():
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.wait_for_function(IN_ITS_COLOURS, arg=scheme, polling=A_LITTLE)
        found = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]})
        if found.violations_count:
            return f"{scheme}, {page.url}\n{found.generate_report()}"
    return ""


def scrolls_sideways(page: Page) -> bool:
    """Whether something is wider than the page or its main part."""
    main = page.locator("[data-testid=stMain]")
    return bool(
        page.evaluate("document.documentElement.scrollWidth > innerWidth")
        or main.evaluate("element => element.scrollWidth > element.clientWidth")
    )


def opened(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))
