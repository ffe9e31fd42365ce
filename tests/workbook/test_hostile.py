"""Hostile files are refused or neutralised, within 300 MiB and far from minutes; never a traceback.

They are read in another process, whose memory is capped by the system: what goes wrong there stays there.
Time is bounded generously, so that a busy machine turns nothing red; the measured figures are printed.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from gems.workbook import annotate, read_workbook
from tests.workbook import hostile_files

MEBIBYTE = 1024 * 1024
MOST_MEMORY = 300
"""MiB resident, libraries included (pandas and openpyxl alone take about 150)."""
ADDRESS_SPACE = 2048 * MEBIBYTE
"""Bytes of virtual memory: numpy's thread pools reserve much more than they use."""
PATIENCE = 300
"""Seconds for all of them; alone on a core each takes under 2."""
READ_ALL = """
import json, resource, sys, time
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, ({space}, {space}))
from gems.workbook import read_workbook

def peak():
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))

for path in sorted(Path(sys.argv[1]).iterdir()):
    Path("/proc/self/clear_refs").write_text("5")  # the peak is counted anew
    start = time.process_time()
    found = read_workbook(path).group is not None
    print(json.dumps([path.stem, found, time.process_time() - start, peak()]), flush=True)
"""
REFUSED = {name: (data, words) for name, data, words in hostile_files.refused()}
NEUTRALISED = dict(hostile_files.neutralised())
QUICK = [name for name in NEUTRALISED if name not in ("twenty thousand lines", "formulas without end")]


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    data, words = REFUSED[name]
    reading = read_workbook(data)
    assert reading.group is None
    assert len(reading.faults) == 1
    assert words in reading.faults[0].wrong.fr
    assert reading.faults[0].sheet == ""


@pytest.mark.parametrize("name", NEUTRALISED)
def test_neutralised(name: str) -> None:
    """Read, and found wanting as a group, but only for what its sheets hold."""
    reading = read_workbook(NEUTRALISED[name])
    assert all("endommagé" not in fault.wrong.fr for fault in reading.faults)
    assert any("Réglages" in fault.wrong.fr for fault in reading.faults)


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="memory is measured the Linux way")
def test_within_bounds(tmp_path: Path) -> None:
    names = [*REFUSED, *NEUTRALISED]
    for number, name in enumerate(names):
        data = REFUSED[name][0] if name in REFUSED else NEUTRALISED[name]
        (tmp_path / f"{number:03d}.xlsx").write_bytes(data)
    command = [sys.executable, "-c", READ_ALL.format(space=ADDRESS_SPACE), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, (names[len(lines)], done.stderr[-2000:])
    for (_, found, seconds, memory), name in zip(lines, names, strict=True):
        sys.stdout.write(f"{name}: {seconds:.2f} s, {memory:.0f} MiB\n")
        assert not found, name
        assert memory < MOST_MEMORY, name


@pytest.mark.parametrize("name", [*REFUSED, *QUICK])
def test_annotating_a_hostile_file_does_no_harm(name: str) -> None:
    data = REFUSED[name][0] if name in REFUSED else NEUTRALISED[name]
    assert read_workbook(annotate(data, read_workbook(data).faults)).group is None
