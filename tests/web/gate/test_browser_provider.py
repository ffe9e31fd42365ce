"""Sign-in by the organisation, all the way round: our page, a provider, Streamlit's answer, a session of ours."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.web.gate.house import LOGIN, NAME, House, open_house
from tests.web.gate.organisation import CLIENT, Organisation, organisation
from tests.web.gate.site import Site, new_context, site_in
from tests.web.page_server import chromium

pytest.importorskip("authlib", reason="the library of provider sign-in is not installed: gems[auth]")
pytestmark = pytest.mark.browser

SECRETS = """
[auth]
redirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"
cookie_secret = "a secret long enough for nobody to guess"
client_id = "{client}"
client_secret = "between the provider and us"
server_metadata_url = "{provider}/.well-known/openid-configuration"
"""


@pytest.fixture(scope="module")
def provider() -> Iterator[Organisation]:
    with organisation() as made:
        yield made


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, provider: Organisation) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("provider")
    secrets = folder / ".streamlit" / "secrets.toml"
    secrets.parent.mkdir()
    secrets.write_text(SECRETS.format(client=CLIENT, provider=provider.address), "utf-8")
    with site_in(folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def house(site: Site) -> House:
    return open_house(site.store)


@pytest.fixture
def context(chromium_path: str) -> Iterator[BrowserContext]:
    with chromium(chromium_path) as browser:
        opened = new_context(browser)
        yield opened
        opened.close()


@pytest.mark.usefixtures("house")
def test_a_verified_address_comes_in_and_goes_out(context: BrowserContext, site: Site, provider: Organisation) -> None:
    provider.claims = {"email": LOGIN, "email_verified": True, "name": "Somebody else's idea of a name"}
    page = context.new_page()
    page.goto(site.address)
    page.get_by_role("link", name="Se connecter avec le compte de mon organisation").click()
    expect(page.get_by_text(f"{NAME} is here")).to_be_visible()
    assert not [each for each in context.cookies() if each["name"].startswith("_streamlit_user")]
    page.get_by_role("button", name="Leave").click()
    expect(page.get_by_text("nobody is here")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Identifiant")).to_be_visible()


@pytest.mark.usefixtures("house")
def test_an_address_nobody_vouches_for_stays_outside(
    context: BrowserContext, site: Site, provider: Organisation
) -> None:
    provider.claims = {"email": LOGIN, "email_verified": False}
    page = context.new_page()
    page.goto(f"{site.address}/connexion")
    page.get_by_role("link", name="Se connecter avec").click()
    expect(page.get_by_role("alert")).to_contain_text("aucun compte du groupement ne porte cette adresse vérifiée")
    page.goto(site.address)
    expect(page.get_by_label("Identifiant")).to_be_visible()
