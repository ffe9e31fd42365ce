"""From a file to bounded tables of cells, row by row under Excel's own numbers."""

import re
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

from gems.domain.words import Words
from gems.workbook.faults import UnsafeFile
from gems.workbook.safety import SAVE_AGAIN, SPLIT, inspect

MOST_ROWS, MOST_COLUMNS, MOST_SHEETS = 20_000, 60, 60
MOST_CELLS = 400_000
"""Over all sheets, blanks to the left of each row's last cell included."""

_CELL_START = re.compile(rb"<(?:\w+:)?c\s")
_ROW_END = re.compile(rb"</(?:\w+:)?row")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_COORDINATE = re.compile(rb'\br="([A-Z]{1,3}[0-9]{1,7})"')
_VALUE = re.compile(rb"<(?:\w+:)?v[^>/]*>[^<]")
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})"')


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one sheet. Blank rows are left out, rows end at their last cell, blank cells are None."""

    title: str
    rows: Mapping[int, tuple[Any, ...]]
    """By Excel's own row number, in order."""
    uncomputed: frozenset[str] = frozenset()
    """Cells that hold a formula whose value was never computed."""
    cut: bool = False
    """Whether rows beyond the limit were left out."""


def load(data: bytes) -> list[Grid]:
    """Every sheet of a workbook, in order. Raises UnsafeFile for a file that is hostile, damaged or too large."""
    inspect(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _load(data)
    except UnsafeFile:
        raise
    except Exception as problem:
        # openpyxl has no common exception: a damaged part shows as KeyError, TypeError, ValueError, ParseError…
        raise UnsafeFile(
            Words("Le fichier est endommagé et ne peut pas être lu.", "The file is damaged and cannot be read."),
            SAVE_AGAIN,
        ) from problem


def _load(data: bytes) -> list[Grid]:
    workbook = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    if len(workbook.worksheets) > MOST_SHEETS:
        raise UnsafeFile(Words("Le fichier contient trop de feuilles.", "The file holds too many sheets."), SPLIT)
    grids, budget = [], MOST_CELLS
    with ZipFile(BytesIO(data)) as archive:
        for sheet in workbook.worksheets:
            # What the file says of its own dimensions is not to be trusted.
            sheet.reset_dimensions()
            rows = {}
            lines = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True)
            for number, cells in enumerate(lines, start=1):
                if filled := _filled(cells):
                    budget -= len(filled)
                    rows[number] = filled
                if budget < 0:
                    raise UnsafeFile(
                        Words("Le fichier contient trop de cellules.", "The file holds too many cells."), SPLIT
                    )
            # openpyxl offers no other way to the part that a sheet is read from.
            path: str = getattr(sheet, "_worksheet_path")  # noqa: B009
            grids.append(_grid(sheet.title, rows, archive.read(path)))
    workbook.close()
    return grids


def _grid(title: str, rows: dict[int, list[Any]], xml: bytes) -> Grid:
    cut = any(number > MOST_ROWS for number in rows)
    kept = {number: cells for number, cells in rows.items() if number <= MOST_ROWS}
    _spread_merged(kept, xml)
    return Grid(title, {number: tuple(cells) for number, cells in kept.items()}, _uncomputed(xml), cut)


def _filled(cells: Iterable[Any]) -> list[Any]:
    """The cells up to the last one that is not blank; text of spaces is blank."""
    found = [None if isinstance(cell, str) and not cell.strip() else cell for cell in cells]
    while found and found[-1] is None:
        found.pop()
    return found


def _spread_merged(rows: dict[int, list[Any]], xml: bytes) -> None:
    """A cell merged over several rows says the same for each; over several columns, only the first one counts."""
    left_to_spread = MOST_CELLS
    for found in _MERGE.findall(xml):
        left, top, _, bottom = range_boundaries(found.decode())
        if left is None or top is None or bottom is None or top not in rows or left > len(rows[top]):
            continue
        for number in range(top + 1, min(bottom, MOST_ROWS, top + left_to_spread) + 1):
            left_to_spread -= 1
            if number in rows and left <= len(rows[number]):
                rows[number][left - 1] = rows[top][left - 1]


def merged_cells(data: bytes) -> int:
    """How many cells lie inside merged areas. For a file that `inspect` let pass."""
    total = 0
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            for found in _MERGE.findall(archive.read(name)):
                left, top, right, bottom = range_boundaries(found.decode())
                total += ((right or 0) - (left or 0) + 1) * ((bottom or 0) - (top or 0) + 1)
    return total


def _uncomputed(xml: bytes) -> frozenset[str]:
    """Formulas saved without a value. Splitting, unlike one pattern for a whole cell, stays linear on any file."""
    if not _FORMULA.search(xml):
        return frozenset()
    found = set()
    for chunk in _CELL_START.split(xml)[1:]:
        attributes, _, body = _ROW_END.split(chunk, maxsplit=1)[0].partition(b">")
        coordinate = _COORDINATE.search(attributes)
        if coordinate and _FORMULA.search(body) and not _VALUE.search(body) and b't="str"' not in attributes:
            found.add(coordinate[1].decode())
    return frozenset(found)
