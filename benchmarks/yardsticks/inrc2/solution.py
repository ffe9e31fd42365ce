"""The solution files of the competition: one a week, a line an assignment."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.yardsticks.inrc2.instance import DAYS

Piece = tuple[str, int, str, str]
"""Nurse, day of the horizon, shift, skill."""


def write_solution(folder: Path, name: str, pieces: Sequence[Piece]) -> list[Path]:
    """Write one file a week of an instance "n030w4_1_6-2-9-1"; their paths."""
    data_set, _, weeks = name.split("_")
    written = []
    for week, number in enumerate(weeks.split("-")):
        of_week = sorted((piece for piece in pieces if piece[1] // 7 == week), key=lambda piece: piece[:2])
        lines = [f"{nurse} {DAYS[day % 7]} {shift} {skill}" for nurse, day, shift, skill in of_week]
        head = ["SOLUTION", f"{week} {data_set}", "", f"ASSIGNMENTS = {len(lines)}"]
        path = folder / f"Sol-{data_set}-{number}-{week}.txt"
        path.write_text("\n".join([*head, *lines, ""]), encoding="utf-8")
        written.append(path)
    return written


def read_solution(folder: Path, name: str) -> list[Piece]:
    """The assignments of all weeks; lines after them (some solvers leave figures there) are passed over."""
    data_set, _, weeks = name.split("_")
    found: list[Piece] = []
    for week, number in enumerate(weeks.split("-")):
        text = (folder / f"Sol-{data_set}-{number}-{week}.txt").read_text(encoding="utf-8")
        head, _, rest = text.partition("ASSIGNMENTS")
        if not head.startswith("SOLUTION"):
            raise ValueError(f"{data_set}: week {week} is no solution file")
        for line in rest.splitlines()[1:]:
            words = line.split()
            if len(words) == 4:
                found.append((words[0], 7 * week + DAYS.index(words[1]), words[2], words[3]))
    return found
