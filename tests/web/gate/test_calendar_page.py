"""The calendar feed as calendars fetch it."""

import pytest
from starlette.testclient import TestClient

from gems.access.links import LinkPurpose
from gems.planning.accounts import disable_account
from gems.planning.links import account_links, revoke_personal_link
from tests.web.gate.house import House


@pytest.fixture
def address(house: House) -> str:
    return f"/agenda/{house.link(LinkPurpose.CALENDAR)}.ics"


def test_a_calendar_reads_it_without_signing_in(client: TestClient, address: str) -> None:
    feed = client.get(address)
    assert feed.status_code == 200
    assert feed.headers["content-type"] == "text/calendar; charset=utf-8"
    assert feed.headers["cache-control"] == "private, no-cache"
    assert feed.text.startswith("BEGIN:VCALENDAR")
    assert "Mon planning" in feed.text
    assert "My schedule" in client.get(f"{address}?lang=en").text


def test_what_a_calendar_already_has_is_not_sent_again(client: TestClient, address: str) -> None:
    mark = client.get(address).headers["etag"]
    for told in (mark, f"W/{mark}", f'"other", {mark}'):
        again = client.get(address, headers={"if-none-match": told})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", mark)
    assert client.get(address, headers={"if-none-match": '"other"'}).status_code == 200
    assert client.head(address).status_code == 200


def test_whatever_is_wrong_the_answer_is_the_same(client: TestClient, house: House) -> None:
    account, _ = house.employee()
    revoked, closed = (house.new_link(account, LinkPurpose.CALENDAR) for _ in range(2))
    link = account_links(house.office, house.coordinator, account_id=account)[-1]
    revoke_personal_link(house.office, house.coordinator, link_id=link.id)
    assert client.get(f"/agenda/{closed}.ics").status_code == 200
    disable_account(house.office, house.coordinator, account_id=account)
    answers = {
        (answer.status_code, answer.content, tuple(sorted(answer.headers.items())))
        for answer in (client.get(f"/agenda/{token}.ics") for token in ("made-up", revoked, closed, house.token))
    }
    assert len(answers) == 1
    assert answers.pop()[0] == 404
