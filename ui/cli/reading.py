"""Reading the user's workbook: its group, or every fault at once and a copy of the file that shows them."""

import re
import sys
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from gems.domain.words import Words
from gems.workbook import CellFault, Reading, annotate, read_workbook
from ui.cli.exits import Ending, Exit, wrong_input
from ui.cli.speech import session, warn

MARK = "-a-corriger"
_MARKED = re.compile(rf"{MARK}(-\d+)?$")
READING = Words("Je lis {file}…", "Reading {file}…")
FAULTS = Words("{file} : {n} à corriger avant de continuer.", "{file}: {n} to correct before going on.")
WARNINGS = Words("{file} : {n} à relire (rien n'empêche de continuer).", "{file}: {n} to look at (nothing is blocked).")
FAULT = Words("  {place} : {wrong} {fix}", "  {place}: {wrong} {fix}")
COPY = Words(
    "Une copie de votre classeur, les cellules à corriger en rouge avec une note : {copy}",
    "A copy of your workbook, the cells to correct in red with a note: {copy}",
)


class Faulty(Ending):
    """The workbook cannot be used; carries its faults for --json."""

    def __init__(self, words: Sequence[Words], faults: Sequence[CellFault], copy: Path | None) -> None:
        super().__init__(tuple(words), Exit.WRONG_INPUT)
        self.faults, self.copy = tuple(faults), copy


def sound(path: Path) -> Reading:
    """What the workbook holds; raises Faulty with everything to correct. Warnings are told, and block nothing."""
    if sys.stderr.isatty():
        warn(READING.fill(file=path.name))
    try:
        reading = read_workbook(path)
    except OSError as error:
        raise wrong_input(_unreadable(path)) from error
    if reading.group is None:
        raise _faulty(path, reading.faults)
    if reading.faults:
        warn(WARNINGS.fill(file=path.name, n=_points(len(reading.faults))), *map(_told, reading.faults))
    return reading


def _faulty(path: Path, faults: Sequence[CellFault]) -> Faulty:
    copy = _annotated(path, faults)
    words = [FAULTS.fill(file=path.name, n=_points(len(faults))), *map(_told, faults)]
    if copy is not None:
        words.append(COPY.fill(copy=str(copy)))
    return Faulty(words, faults, copy)


def _told(fault: CellFault) -> Words:
    return FAULT.fill(place=fault.place, wrong=fault.wrong, fix=fault.fix)


def _points(number: int) -> Words:
    return Words(f"{number} point" + "s" * (number > 1), f"{number} point" + "s" * (number != 1))


def _unreadable(path: Path) -> Words:
    return Words(
        f"« {path} » ne peut pas être lu ; s'il est ouvert dans un tableur, fermez-le.",
        f"“{path}” cannot be read; if it is open in a spreadsheet program, close it.",
    )


def _annotated(path: Path, faults: Sequence[CellFault]) -> Path | None:
    """The copy beside the file, under a new name: an earlier copy may be under correction. None: nothing to show."""
    if not any(fault.cell for fault in faults):
        return None
    copy = _free_name(path)
    try:
        copy.write_bytes(annotate(path.read_bytes(), faults, session().language))
    except OSError:
        return None
    return copy


def _free_name(path: Path) -> Path:
    stem = _MARKED.sub("", path.stem)
    names = (f"{stem}{MARK}{'' if number == 1 else f'-{number}'}.xlsx" for number in count(1))
    return next(free for name in names if not (free := path.with_name(name)).exists())
