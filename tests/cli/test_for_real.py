"""The commands as people call them: processes of their own, a real search, a console that knows no accents."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.cli.tiny import WEEK, write_tiny


def gems(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Call `python -m ui` in a folder, on a console of old."""
    root = str(Path(__file__).parent.parent.parent)
    environment = {**os.environ, "PYTHONPATH": root, "PYTHONIOENCODING": "cp1252:strict", "GEMS_LANG": "fr"}
    command = [sys.executable, "-m", "ui", *words]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_plan_then_check(tmp_path: Path) -> None:
    write_tiny(tmp_path / "tiny.xlsx")
    done = gems(tmp_path, "plan", "tiny.xlsx", "--week", WEEK, "--time-limit", "30", "-o", "planifié.xlsx", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    facts = json.loads(done.stdout)
    assert facts["status"] in ("optimal", "good")
    assert facts["peak_memory_mb"] > 0 or sys.platform == "win32"
    judged = gems(tmp_path, "check", "planifié.xlsx")
    assert (judged.returncode, judged.stderr) == (0, "")
    assert "Aucune règle enfreinte" in judged.stdout


def test_a_mistake_is_a_sentence(tmp_path: Path) -> None:
    done = gems(tmp_path, "plan", "rien.xlsx", "-o", "p.xlsx")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "F.xlsx : « rien.xlsx » n'existe pas." in done.stderr
