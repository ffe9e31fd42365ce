"""The page, served by Streamlit in a process of its own on this machine until Ctrl+C."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import webbrowser
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import IO

from gems.domain.words import Words
from ui.cli.exits import Exit, our_fault, wrong_input
from ui.cli.speech import say, session, warn
from ui.web.options import streamlit_options

PAGE = Path(__file__).parent.parent / "web" / "asgi.py"
ADDRESS, FIRST_PORT, PORTS_TRIED = "127.0.0.1", 8501, 50
START_SECONDS, END_SECONDS, LOOK_SECONDS = 60, 5, 0.1
OPEN = Words("La page est ici : {url}", "The page is here: {url}")
HOW_TO_END = Words("Ctrl+C l'arrête.", "Ctrl+C stops it.")
ENDED = Words("Page arrêtée.", "Page stopped.")
TAKEN = Words(
    "Le port {port} est déjà pris sur cette machine ; choisissez-en un autre avec --port, ou n'en donnez aucun.",
    "Port {port} is already taken on this machine; choose another with --port, or give none.",
)
NO_PORT = Words("Aucun port libre de {first} à {last}.", "No free port from {first} to {last}.")
REACHABLE = Words(
    "Attention : sans HTTPS devant elle, la page reçoit les mots de passe en clair sur {address}. Voyez "
    "docs/operating.md.",
    "Beware: without HTTPS in front of it, the page receives passwords in the clear on {address}. See "
    "docs/operating.md.",
)
FIRST_START = Words(
    "Premier démarrage : ouvrez {url} et donnez ce code : {code}",
    "First start: open {url} and give this code: {code}",
)
ONCE = Words(
    "Il ne sert qu'une fois. Chaque « gems serve » en donne un nouveau tant que personne ne coordonne le groupement.",
    "It works once. Each “gems serve” gives a new one as long as nobody coordinates the group.",
)
NO_LOG = Words(
    "Le journal « {file} » ne peut pas être écrit : vérifiez le dossier et vos droits.",
    "The log “{file}” cannot be written: check the folder and your rights.",
)
DIED = Words("La page n'a pas pu démarrer. Les détails sont ici : {log}", "The page could not start. Details: {log}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """Where and how to serve."""

    address: str = ADDRESS
    port: int | None = None
    """None: the first free one."""
    browser: bool = True
    """Open a browser once the page answers."""
    environment: Mapping[str, str] = field(default_factory=dict)
    """Told to the page in environment variables."""
    log: str | None = None
    """File that the server's log is added to, "-" for the terminal; None: kept only when something breaks."""


def serve(how: Serving) -> Exit:
    """Serve until Ctrl+C, which is a good end. Ends in words when the page cannot start."""
    code = _first_code(how.environment)
    port = _port(how)
    if how.address != ADDRESS:
        warn(REACHABLE.fill(address=how.address))
    with _log(how.log) as (name, log), _terminate_as_interrupt():
        process = _start(how, port, log)
        try:
            if not _answers(process, how.address, port):
                raise our_fault(DIED.fill(log=name))
            url = f"http://{how.address}:{port}"
            say(OPEN.fill(url=url), HOW_TO_END)
            if code is not None:
                say(FIRST_START.fill(url=f"{url}/premier-demarrage", code=code), ONCE)
            sys.stdout.flush()
            if how.browser and _has_a_screen():
                webbrowser.open(url)
            if process.wait() != 0:
                raise our_fault(DIED.fill(log=name))
        except KeyboardInterrupt:
            say(ENDED)
        finally:
            _end(process)
    return Exit.FINE


@contextmanager
def _log(asked: str | None) -> Iterator[tuple[str, IO[bytes] | None]]:
    """Where the server writes; a log nobody asked for goes away when all ended well."""
    if asked == "-" or session().debug:
        yield "-", None
    elif asked is not None:
        try:
            handle = os.open(asked, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        except OSError as error:
            raise wrong_input(NO_LOG.fill(file=asked)) from error
        with os.fdopen(handle, "ab") as log:
            yield asked, log
    else:
        handle, name = tempfile.mkstemp(prefix="gems-page-", suffix=".log")
        with os.fdopen(handle, "wb") as log:
            yield name, log
        Path(name).unlink(missing_ok=True)


def command_line(address: str, port: int) -> list[str]:
    """Streamlit's own command with the page's settings: this machine only, nothing sent, small uploads."""
    options = streamlit_options() | {
        "server.address": address,
        "server.port": port,
        "server.headless": True,
        "server.fileWatcherType": "none",
        "client.showErrorDetails": "full" if session().debug else "none",
    }
    told = [f"--{name}={str(value).lower() if isinstance(value, bool) else value}" for name, value in options.items()]
    return [sys.executable, "-m", "streamlit", "run", str(PAGE), *told]


def _start(how: Serving, port: int, log: IO[bytes] | None) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, "GEMS_LANG": session().language, **how.environment}
    # The page imports the packages of this very installation, wherever it is started from.
    root = str(PAGE.parent.parent.parent)
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, [root, environment.get("PYTHONPATH")]))
    return subprocess.Popen(command_line(how.address, port), env=environment, stdout=log, stderr=log)


def _first_code(environment: Mapping[str, str]) -> str | None:
    """The code of the first start, when the group has no coordinator: told here, as the page's own words go to a log.

    Opens the database on the way, so that what is wrong with it is said in words.
    """
    from gems.access.first_start import one_time_code
    from gems.store.engine import NoDatabase
    from gems.store.store import Store, wall_clock
    from ui.wiring import DATABASE, database_url

    try:
        store = Store.open(environment.get(DATABASE) or database_url())
    except NoDatabase as fault:
        raise wrong_input(fault.words) from fault
    try:
        return one_time_code(store, now=wall_clock())
    finally:
        store.close()


def _port(how: Serving) -> int:
    if how.port is not None:
        if not _is_free(how.address, how.port):
            raise wrong_input(TAKEN.fill(port=how.port))
        return how.port
    for port in range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        if _is_free(how.address, port):
            return port
    raise wrong_input(NO_PORT.fill(first=FIRST_PORT, last=FIRST_PORT + PORTS_TRIED - 1))


def _is_free(address: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as asked:
        if os.name == "posix":  # as servers do: a port that was just left counts as free
            asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            asked.bind((address, port))
        except OSError:
            return False
    return True


def _answers(process: "subprocess.Popen[bytes]", address: str, port: int) -> bool:
    until = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < until:
        connection = http.client.HTTPConnection(ADDRESS if address == "0.0.0.0" else address, port, timeout=1)
        try:
            connection.request("GET", "/_stcore/health")
            if connection.getresponse().status == http.client.OK:
                return True
        except OSError:
            time.sleep(LOOK_SECONDS)
        finally:
            connection.close()
    return False


def _end(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _has_a_screen() -> bool:
    """On a Linux server `webbrowser` would open a text browser in this very terminal."""
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


@contextmanager
def _terminate_as_interrupt() -> Iterator[None]:
    """Being asked to end (SIGTERM) ends the page too, instead of leaving it behind."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
