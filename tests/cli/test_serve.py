"""`gems serve`: the page answers on this machine, and Ctrl-C ends it."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from gems.access.first_start import create_first_coordinator
from gems.access.sign_in import NotSignedIn
from gems.store.store import Store, wall_clock
from tests.cli.conftest import Run
from ui.cli.exits import Exit
from ui.cli.serving import PAGE, Serving, command_line, serve

PATIENCE_SECONDS = 90


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that somebody else listens on."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_taken_port_is_told(run: Run, taken: int) -> None:
    done = run("serve", "--no-browser", "--port", taken)
    assert done.exit_code == Exit.WRONG_INPUT
    assert f"Le port {taken} est déjà pris" in done.stderr


def test_streamlit_is_told_to_be_modest() -> None:
    command = command_line("127.0.0.1", 8501)
    assert command[1:5] == ["-m", "streamlit", "run", str(PAGE)]
    assert {
        "--server.address=127.0.0.1",
        "--server.port=8501",
        "--server.headless=true",
        "--server.maxUploadSize=5",
        "--browser.gatherUsageStats=false",
        "--client.toolbarMode=viewer",
    } <= set(command)


def test_a_page_that_cannot_start_is_our_fault(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "ui.cli.serving.command_line", lambda address, port: [sys.executable, "-c", "import sys; sys.exit('broken')"]
    )
    done = run("serve", "--no-browser")
    assert done.exit_code == Exit.INTERNAL
    assert "La page n'a pas pu démarrer" in done.stderr
    assert Path(done.stderr.strip().splitlines()[-1].rpartition(" : ")[2]).read_text() == "broken\n"


@pytest.fixture
def already_answering(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page starts, answers and ends at once."""
    monkeypatch.setattr("ui.cli.serving._answers", lambda process, address, port: True)
    monkeypatch.setattr("ui.cli.serving.command_line", lambda address, port: [sys.executable, "-c", ""])


@pytest.mark.usefixtures("already_answering")
def test_addresses_beyond_this_machine_are_warned_about(run: Run) -> None:
    assert "mots de passe en clair sur 0.0.0.0" in run("serve", "--address", "0.0.0.0").stderr


@pytest.mark.usefixtures("already_answering")
def test_the_first_start_shows_a_code_until_somebody_coordinates(run: Run, tmp_path: Path) -> None:
    first, second = (code_in(run("serve", "--no-browser").stdout) for _ in range(2))
    assert first != second
    store = Store.open(f"sqlite:///{tmp_path / 'gems.sqlite'}")
    who = {"group_name": "GEMS", "name": "Odile", "login": "odile@exemple.fr", "password": "trois poules rousses"}
    with pytest.raises(NotSignedIn):  # a later start takes the former code back
        create_first_coordinator(store, first, **who, origin="", now=wall_clock())
    create_first_coordinator(store, second, **who, origin="", now=wall_clock())
    store.close()
    assert "code" not in run("serve", "--no-browser").stdout


def code_in(said: str) -> str:
    found = re.search(r"http://127.0.0.1:\d+/premier-demarrage et donnez ce code : ([A-Z0-9-]+)", said)
    assert found, said
    return found[1]


def test_a_database_that_cannot_be_opened_is_told(run: Run) -> None:
    done = run("serve", "--no-browser", GEMS_DATABASE_URL="nonsense")
    assert done.exit_code == Exit.WRONG_INPUT
    assert "L'adresse de la base de données n'est pas comprise" in done.stderr


@pytest.mark.usefixtures("already_answering")
def test_the_browser_is_opened_unless_told_otherwise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr("ui.cli.serving._has_a_screen", lambda: True)
    assert serve(Serving(browser=False)) is Exit.FINE
    assert opened == []
    assert serve(Serving()) is Exit.FINE
    assert [url.rpartition(":")[0] for url in opened] == ["http://127.0.0.1"]


def hear_interrupts() -> None:
    """A shell starts its background jobs deaf to Ctrl-C, and a child inherits that: a build may be one."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C to a whole console, tests included")
def test_the_page_is_served_until_ctrl_c(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ui", "serve", "--no-browser"]
    database = f"sqlite:///{tmp_path / 'gems.sqlite'}"
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "GEMS_DATABASE_URL": database}
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment,
        preexec_fn=hear_interrupts,
    )
    assert process.stdout is not None
    try:
        said = process.stdout.readline()
        assert said.startswith("La page est ici : http://127.0.0.1:")
        port = int(said.rpartition(":")[2])
        process.send_signal(signal.SIGINT)
        rest, errors = process.communicate(timeout=PATIENCE_SECONDS)
    finally:
        process.kill()
    assert process.returncode == Exit.FINE
    assert rest.splitlines()[-1] == "Page arrêtée."
    assert errors == ""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) != 0:
                return
        time.sleep(0.1)
    pytest.fail("the page still answers")
