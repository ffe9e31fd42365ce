"""The peers: what each needs, and its environment, made once and kept apart from the product's own."""

import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

MODELS = Path(__file__).parent / "models"
START_SECONDS = 240.0
"""How much longer than its time a peer may take in all: a Java machine starts and reads the model first."""


@dataclass(frozen=True, slots=True)
class Peer:
    """Another program, told by one script of `models`."""

    name: str
    script: str
    package: str
    """What pip installs, its version pinned."""
    needs: str | None = None
    """A program that must be on the machine."""


PEERS = (
    Peer("plain CP-SAT", "plain_cpsat.py", "ortools==9.15.6755"),
    Peer("Timefold", "timefold_model.py", "timefold==1.24.0b0", needs="java"),
    Peer("VROOM", "vroom_model.py", "pyvroom==1.15.2"),
)


class NotAvailable(Exception):
    """The peer cannot be run here; the words say why."""


def environment(peer: Peer, folder: Path) -> Path:
    """The Python of a peer's own environment, made when it is not there yet; raises NotAvailable."""
    if peer.needs is not None and shutil.which(peer.needs) is None:
        raise NotAvailable(f"needs {peer.needs}, which is not on this machine")
    place = folder / peer.package.replace("==", "-")
    python = place / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not (place / "ready").exists():
        venv.create(place, clear=True, with_pip=True)
        made = subprocess.run(
            [python, "-m", "pip", "install", "--quiet", "--only-binary", ":all:", peer.package],
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode:
            last = made.stderr.strip().splitlines()[-1:] or ["pip failed"]
            raise NotAvailable(f"{peer.package} cannot be installed: {last[0]}")
        (place / "ready").touch()
    return python


def run(peer: Peer, python: Path, question: Path, answer: Path, seconds: float) -> None:
    """Let the peer answer; raises NotAvailable where it ends without an answer."""
    words = [python, MODELS / peer.script, question, answer, str(seconds)]
    try:
        done = subprocess.run(words, capture_output=True, text=True, timeout=seconds + START_SECONDS, check=False)
    except subprocess.TimeoutExpired as late:
        raise NotAvailable("no answer in its time") from late
    if done.returncode or not answer.exists():
        last = done.stderr.strip().splitlines()[-1:] or ["no answer"]
        raise NotAvailable(last[0])
