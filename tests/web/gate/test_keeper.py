"""Nobody gets past without a session, on any road, and not a moment longer than it lasts."""

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState

from gems.access.sessions import sign_out
from gems.planning.accounts import disable_account
from gems.store.store import Store, wall_clock
from tests.web.gate.house import OURS, House, send
from ui.web.gate.wire import bare_rerun

STREAM = "/_stcore/stream"
PRESS = BackMsg(rerun_script=ClientState(page_name="semaine")).SerializeToString()


def known(client: TestClient, token: str) -> TestClient:
    client.cookies.set("gems_session", token)
    return client


@pytest.mark.parametrize(
    "path", ["/media/abc.xlsx", "/_stcore/host-config", "/_stcore/upload_file/a/b", "/component/x"]
)
def test_a_stranger_is_refused(client: TestClient, house: House, path: str) -> None:
    assert client.get(path).status_code == 403
    assert client.put(path).status_code == 403
    assert known(client, "made up").get(path).status_code == 403
    assert known(client, house.token).get(path).text == f"behind the door: {path}"


def test_a_stranger_is_shown_the_way_in_and_comes_back_to_where_they_were_going(
    client: TestClient, house: House
) -> None:
    asked = client.get("/semaine?lang=en&week=2026-W48")
    assert asked.status_code == 303
    assert asked.headers["location"] == "/connexion?next=%2Fsemaine%3Flang%3Den%26week%3D2026-W48"
    assert client.get("/").headers["location"] == "/connexion"
    assert client.post("/semaine").status_code == 403


def test_some_doors_are_open_to_nobody(client: TestClient, house: House) -> None:
    assert known(client, house.token).get("/_stcore/metrics").status_code == 404


def test_what_the_way_in_needs_is_open(client: TestClient, house: House) -> None:
    for path in ("/_stcore/health", "/static/js/a.js", "/favicon.png", "/entree.css", "/entree.svg"):
        assert client.get(path).status_code == 200


def test_without_a_coordinator_everything_leads_to_the_first_start(client: TestClient, empty_store: Store) -> None:
    assert client.get("/").headers["location"] == "/premier-demarrage"
    assert client.get("/connexion").headers["location"] == "/premier-demarrage"


def test_a_temporary_password_opens_the_choice_of_another_and_nothing_else(client: TestClient, house: House) -> None:
    _, password = house.employee()
    entered = send(client, "/connexion", login="salarie@exemple.fr", password=password)
    assert entered.headers["location"].startswith("/mot-de-passe")
    assert client.get("/").headers["location"] == "/mot-de-passe"
    assert client.get("/media/x").status_code == 403
    with pytest.raises(WebSocketDisconnect), client.websocket_connect(STREAM):
        pass


def test_the_websocket_needs_a_session(client: TestClient, house: House) -> None:
    with pytest.raises(WebSocketDisconnect), client.websocket_connect(STREAM):
        pass
    with known(client, house.token).websocket_connect(STREAM) as open_line:
        open_line.send_bytes(PRESS)
        assert open_line.receive_bytes() == PRESS


@pytest.mark.parametrize("origin", ["http://evil.example", "http://gems.example:8080", "null", "http://127.0.0.1"])
def test_the_page_of_another_site_opens_no_websocket(client: TestClient, house: House, origin: str) -> None:
    known(client, house.token)
    with (
        pytest.raises(WebSocketDisconnect),
        client.websocket_connect(STREAM, headers={"host": "gems.example", "origin": origin}),
    ):
        pass
    with client.websocket_connect(STREAM, headers={"host": "gems.example", **OURS}):
        pass


def test_signing_out_elsewhere_undoes_the_next_press(client: TestClient, house: House) -> None:
    with known(client, house.token).websocket_connect(STREAM) as open_line:
        open_line.send_bytes(PRESS)
        assert open_line.receive_bytes() == PRESS
        sign_out(house.store, house.token, wall_clock())
        open_line.send_bytes(PRESS)
        assert open_line.receive_bytes() == bare_rerun()


def test_a_closed_account_is_out_at_once(client: TestClient, house: House) -> None:
    account, password = house.employee()
    send(client, "/connexion", login="salarie@exemple.fr", password=password)
    send(client, "/mot-de-passe", new="quatre oies blanches", again="quatre oies blanches")
    assert client.get("/media/x").text == "behind the door: /media/x"
    disable_account(house.office, house.coordinator, account_id=account)
    assert client.get("/").status_code == 303


@pytest.mark.parametrize(
    "said", [BackMsg(clear_cache=True), BackMsg(load_git_info=True), BackMsg(set_run_on_save=True)]
)
def test_words_meant_for_developers_are_not_passed_on(client: TestClient, house: House, said: BackMsg) -> None:
    with known(client, house.token).websocket_connect(STREAM) as open_line:
        open_line.send_bytes(said.SerializeToString())
        open_line.send_bytes(PRESS)
        assert open_line.receive_bytes() == PRESS


def test_what_cannot_be_read_is_left_to_streamlit(client: TestClient, house: House) -> None:
    with known(client, house.token).websocket_connect(STREAM) as open_line:
        open_line.send_bytes(b"\xff\xff")
        assert open_line.receive_bytes() == b"\xff\xff"
