"""The way in as people meet it, in a real browser."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect

from gems.access.attempts import FREE_FAILURES
from gems.access.first_start import one_time_code
from gems.access.links import LinkPurpose
from gems.store.store import wall_clock
from sample_data import generate, planted_weeks
from tests.web.browsing import RULES
from tests.web.gate.house import LOGIN, NAME, PASSWORD, House, open_house
from tests.web.gate.site import Site, new_context, site_in
from tests.web.page_server import chromium
from ui.web import app

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
RERUNS = 20


@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    with chromium(chromium_path) as opened:
        yield opened


@pytest.fixture(scope="module")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with site_in(tmp_path_factory.mktemp("first")) as opened:
        yield opened


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with site_in(tmp_path_factory.mktemp("gate")) as opened:
        yield opened


@pytest.fixture(scope="module")
def house(site: Site) -> House:
    return open_house(site.store)


@pytest.fixture(scope="module")
def employee(house: House) -> tuple[int, str]:
    """Number and temporary password of an account that somebody else opened."""
    return house.employee()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser of somebody's own."""
    opened = new_context(browser)
    yield opened
    opened.close()


def enter(page: Page, site: Site, login: str = LOGIN, password: str = PASSWORD, at: str = "/") -> Page:
    page.goto(site.address + at)
    page.get_by_label("Identifiant").fill(login)
    page.get_by_label("Mot de passe").fill(password)
    page.get_by_role("button", name="Se connecter").click()
    return page


def is_here(page: Page, name: str, presses: int = 0) -> None:
    expect(page.get_by_text(f"{name} is here, after {presses} presses")).to_be_visible()


def faults_in(page: Page) -> str:
    """What keeps people from using a page: names on all controls, contrast and the rest of what axe knows; contrast in
    dark too. Empty when nothing does."""
    seen = {"resultTypes": ["violations"]}
    for scheme, options in (("light", seen), ("dark", seen | {"runOnly": RULES["dark"]})):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found = Axe().run(page, options=options)
        if found.violations_count:
            return f"{scheme}, {page.url}\n{found.generate_report()}"
    return ""


def test_first_start_then_in_then_out(context: BrowserContext, empty_site: Site) -> None:
    code = one_time_code(empty_site.store, now=wall_clock())
    assert code is not None
    page = context.new_page()
    page.goto(empty_site.address)
    assert page.url.endswith("/premier-demarrage")
    assert not faults_in(page)
    for label, value in {
        "Code": code.lower(),
        "Nom du": "GEMS",
        "Votre nom": "Ève",
        "Identifiant": "eve@ge.fr",
    }.items():
        page.get_by_label(re.compile(f"^{label}")).fill(value)
    page.get_by_label("Choisissez un mot de passe").fill(PASSWORD)
    page.get_by_label("encore une fois").fill(PASSWORD)
    page.get_by_role("button", name="Ouvrir le compte").click()
    is_here(page, "Ève")
    page.reload()
    is_here(page, "Ève")
    page.get_by_role("button", name="Leave").click()
    expect(page.get_by_text("nobody is here")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Identifiant")).to_be_focused()


def test_scripts_of_the_page_cannot_read_the_cookie(context: BrowserContext, site: Site, house: House) -> None:
    page = enter(context.new_page(), site)
    is_here(page, NAME)
    (cookie,) = (each for each in context.cookies() if each["name"] == "gems_session")
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["path"]) == (True, "Lax", "/")
    assert cookie["value"] not in page.evaluate(
        "document.cookie + JSON.stringify({...localStorage, ...sessionStorage})"
    )


class Watched:
    """A page with all that its browser complains of, whom it asks, and which answers come without a policy."""

    def __init__(self, context: BrowserContext) -> None:
        self.page = context.new_page()
        self.complaints: list[str] = []
        self.hosts: set[str] = set()
        self.page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda fault: self.complaints.append(str(fault)))
        self.page.on("request", lambda asked: self.hosts.add(asked.url.split("/")[2]) if is_http(asked.url) else None)
        self.page.on("response", self.answered)

    def answered(self, answer: Response) -> None:
        if is_http(answer.url) and "frame-ancestors 'none'" not in answer.headers.get("content-security-policy", ""):
            self.complaints.append(f"no policy: {answer.url}")


def is_http(address: str) -> bool:
    return address.startswith("http")


@pytest.mark.usefixtures("house")
def test_all_that_streamlit_draws_works_under_the_policy(context: BrowserContext, site: Site) -> None:
    watched = Watched(context)
    page = enter(watched.page, site, at="/?all=1")
    expect(page.get_by_text("component ran")).to_be_visible()
    expect(page.get_by_test_id("stVegaLiteChart").locator("canvas, svg").first).to_be_visible()
    page.get_by_test_id("stFileUploader").locator("input").set_input_files(
        {"name": "small.txt", "mimeType": "text/plain", "buffer": b"x"}
    )
    expect(page.get_by_text("small.txt")).to_be_visible()
    assert watched.complaints == []
    assert watched.hosts == {site.address.removeprefix("http://")}


def test_the_week_works_under_the_policy(context: BrowserContext, tmp_path: Path) -> None:
    with site_in(tmp_path, Path(app.__file__).with_name("asgi.py"), GEMS_NOW="2026-11-16T09:00") as site:
        house = open_house(site.store)
        with site.store.write(house.coordinator.group_id) as work:
            work.versions.add(planted_weeks("small"), by=NAME, profile="", prices={})
        watched = Watched(context)
        page = enter(watched.page, site)
        page.get_by_role("link", name="Semaine", exact=True).click()
        somebody = generate("small").employees[0].name
        shown = page.get_by_test_id("stBidiComponentIsolated").get_by_text(somebody).first
        expect(shown).to_be_visible()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.reload()
        expect(shown).to_be_visible()
        # The page knows where its server is: no guess under the address of the screen, no wait after a refusal.
        assert [each for each in asked if each.endswith("/_stcore/health")] == [f"{site.address}/_stcore/health"]
        assert watched.complaints == []


def test_what_is_downloaded_needs_the_session(
    browser: Browser, context: BrowserContext, site: Site, house: House
) -> None:
    page = enter(context.new_page(), site, at="/?all=1")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download", exact=True).click()
    address = download.value.url
    assert context.request.get(address).text() == "secret of somebody"
    stranger = new_context(browser)
    assert stranger.request.get(address).status == 403
    stranger.close()


def test_two_people_in_two_browsers_never_mix(
    browser: Browser, site: Site, house: House, employee: tuple[int, str]
) -> None:
    odile, other = new_context(browser), new_context(browser)
    first, second = enter(odile.new_page(), site), other.new_page()
    second.goto(f"{site.address}/lien/{house.new_link(employee[0], LinkPurpose.SIGN_IN)}")
    second.get_by_role("button", name="Ouvrir mon planning").click()
    theirs = second.get_by_text(" is here, after 0 presses")
    expect(theirs).to_be_visible()
    name = theirs.inner_text().partition(" is here")[0]
    assert name != NAME
    site.presses.write_text("", "utf-8")
    for presses in range(1, RERUNS + 1):
        first.get_by_role("button", name="Press").click()
        second.get_by_role("button", name="Press").click()
        is_here(second, name, presses)
        is_here(first, NAME, presses)
    assert sorted(site.presses.read_text("utf-8").splitlines()) == sorted([NAME, name] * RERUNS)
    odile.close()
    other.close()


@pytest.mark.usefixtures("house")
def test_leaving_in_one_tab_undoes_the_next_press_in_the_other(context: BrowserContext, site: Site) -> None:
    first = enter(context.new_page(), site)
    is_here(first, NAME)
    second = context.new_page()
    second.goto(site.address)
    is_here(second, NAME)
    site.presses.write_text("", "utf-8")
    first.get_by_role("button", name="Leave").click()
    expect(first.get_by_text("nobody is here")).to_be_visible()
    second.get_by_role("button", name="Press").click()
    expect(second.get_by_text("nobody is here")).to_be_visible()
    assert site.presses.read_text("utf-8") == ""


@pytest.mark.usefixtures("house")
def test_a_tab_left_open_shows_nothing_of_who_was_there_before(context: BrowserContext, site: Site) -> None:
    page = enter(context.new_page(), site)
    is_here(page, NAME)
    page.get_by_role("button", name="Press").click()
    is_here(page, NAME, 1)
    page.get_by_role("button", name="Leave").click()
    expect(page.get_by_text("nobody is here")).to_be_visible()
    enter(page, site)
    is_here(page, NAME, 0)


def test_a_temporary_password_is_changed_first(context: BrowserContext, site: Site, employee: tuple[int, str]) -> None:
    page = enter(context.new_page(), site, "salarie@exemple.fr", employee[1])
    expect(page.get_by_role("heading", name="Changer de mot de passe")).to_be_visible()
    page.goto(site.address)
    assert page.url.endswith("/mot-de-passe")
    for label in ("Choisissez un mot de passe", "encore une fois"):
        page.get_by_label(label).fill("quatre oies blanches")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text(" is here, after 0 presses")).to_be_visible()


@pytest.mark.usefixtures("house")
def test_wrong_passwords_are_told_in_words_and_then_have_to_wait(context: BrowserContext, site: Site) -> None:
    page = context.new_page()
    for _ in range(FREE_FAILURES):
        enter(page, site, "nobody@exemple.fr", "not this one")
        expect(page.get_by_role("alert")).to_contain_text("L'identifiant ou le mot de passe ne convient pas.")
        expect(page.get_by_label("Identifiant")).to_have_value("nobody@exemple.fr")
    enter(page, site, "nobody@exemple.fr", "not this one")
    expect(page.get_by_role("alert")).to_contain_text("Attendez 1 min")


def test_the_token_of_a_link_is_written_down_nowhere(
    context: BrowserContext, site: Site, house: House, employee: tuple[int, str]
) -> None:
    page = context.new_page()
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    token = house.new_link(employee[0], LinkPurpose.SIGN_IN)
    referrers: list[str] = []
    page.on("request", lambda asked: referrers.append(asked.headers.get("referer", "")))
    page.goto(f"{site.address}/lien/{token}")
    button = page.get_by_role("button", name="Ouvrir mon planning")
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 44, "a thumb's width"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    button.click()
    expect(page.get_by_text(" is here, after 0 presses")).to_be_visible()
    assert not [referrer for referrer in referrers if token in referrer]
    assert token not in site.log.read_text("utf-8")


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("path", ["/connexion?lang=en", "/connexion?out=1", "/deconnexion", "/lien/x"])
def test_everybody_can_read_and_use_the_pages(context: BrowserContext, site: Site, path: str) -> None:
    page = context.new_page()
    page.goto(site.address + path)
    if "lang=en" in path:  # with what went wrong, too
        page.get_by_label("Sign-in name").fill("x")
        page.get_by_label("Password").fill("x")
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("alert")).to_be_visible()
    assert not faults_in(page)
