"""Streamlit in a process of its own, as people start it, and a browser to look at it with."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent.parent
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
START_SECONDS = 120  # far more than needed, on a busy machine too


@contextmanager
def served(script: Path, log: Path, environment: Mapping[str, str] | None = None) -> Iterator[str]:
    """The address of a page that Streamlit serves until the end of the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.headless=true"]
    command += ["--server.address=127.0.0.1", f"--server.port={port}", "--server.fileWatcherType=none"]
    command += ["--browser.gatherUsageStats=false"]
    told = os.environ | {"PYTHONPATH": str(ROOT)} | dict(environment or {})
    with log.open("wb") as output:
        server = subprocess.Popen(command, stdout=output, stderr=output, env=told, cwd=log.parent)
    try:
        _wait_for_health(server, f"http://127.0.0.1:{port}/_stcore/health", log)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def _wait_for_health(server: "subprocess.Popen[bytes]", address: str, log: Path) -> None:
    limit = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < limit:
        try:
            with urlopen(address):
                return
        except URLError:
            time.sleep(0.1)
    pytest.fail(f"Streamlit did not start:\n{log.read_text('utf-8')}")


@contextmanager
def chromium(path: str) -> Iterator[Browser]:
    """A browser without a window."""
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=path, args=FLAGS)
        yield opened
        opened.close()
