"""Personal links: to come in, and to follow a calendar."""

import pytest
from starlette.testclient import TestClient

from gems.access.links import LinkPurpose
from gems.planning.links import account_links, revoke_personal_link
from tests.web.gate.house import House, send


def test_looking_at_a_link_signs_nobody_in(client: TestClient, house: House) -> None:
    token = house.link(LinkPurpose.SIGN_IN)
    page = client.get(f"/lien/{token}")
    assert page.status_code == 200
    assert "set-cookie" not in page.headers
    assert page.headers["referrer-policy"] == "strict-origin"
    assert page.headers["cache-control"] == "no-store"
    assert page.text.replace(token, "") == client.get("/lien/made-up").text.replace("made-up", "")


def test_pressing_its_button_does(client: TestClient, house: House) -> None:
    entered = send(client, f"/lien/{house.link(LinkPurpose.SIGN_IN)}")
    assert entered.headers["location"] == "/?lang=fr"
    assert client.get("/").status_code == 200


def test_a_revoked_link_opens_nothing_and_puts_out_who_came_by_it(client: TestClient, house: House) -> None:
    account, _ = house.employee()
    token = house.new_link(account, LinkPurpose.SIGN_IN)
    send(client, f"/lien/{token}")
    (link,) = account_links(house.office, house.coordinator, account_id=account)
    revoke_personal_link(house.office, house.coordinator, link_id=link.id)
    assert client.get("/").status_code == 303
    refused = send(client, f"/lien/{token}")
    assert refused.status_code == 403
    assert 'role="alert"' in refused.text
    assert "set-cookie" not in refused.headers


@pytest.mark.parametrize("token", ["made-up", "é", "x" * 3000])
def test_a_made_up_link_opens_nothing(client: TestClient, house: House, token: str) -> None:
    assert send(client, f"/lien/{token}").status_code == 403
    assert "gems_session" not in client.cookies


def test_a_link_opens_what_it_was_made_for_only(client: TestClient, house: House) -> None:
    account, _ = house.employee()
    sign_in, calendar = (house.new_link(account, purpose) for purpose in LinkPurpose)
    assert send(client, f"/lien/{calendar}").status_code == 403
    assert client.get(f"/agenda/{sign_in}.ics").status_code == 404
    assert client.get(f"/agenda/{calendar}.ics").status_code == 200
