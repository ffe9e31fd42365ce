"""Finding the columns of a sheet in whatever order, language and spelling their headings stand."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from openpyxl.utils import get_column_letter

from gems.domain.validation.spelling import folded, guess
from gems.domain.words import Words
from gems.workbook.columns import Column
from gems.workbook.faults import CellFault
from gems.workbook.grid import Grid
from gems.workbook.sheet import Sheet

ROWS_SEARCHED = 10
"""Headings are looked for in the first lines only: a title or a note may stand above them."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the columns of a sheet are."""

    row: int
    columns: dict[str, int]
    """Excel column number, from 1, of each field found."""
    faults: list[CellFault] = field(default_factory=list)


def find_layout(sheet: Sheet, grid: Grid) -> Layout | None:
    """The line of headings: the one, near the top, that holds most of them; None when no line holds any."""
    best, most = None, 0
    for number, cells in islice(grid.rows.items(), ROWS_SEARCHED):
        matches = sum(1 for cell in cells if _meant(sheet, cell) is not None)
        if matches > most:
            best, most = (number, cells), matches
    if best is None:
        return None
    columns: dict[str, int] = {}
    faults = list(_match(sheet, grid, *best, columns))
    return Layout(best[0], columns, faults)


def _match(
    sheet: Sheet, grid: Grid, number: int, cells: tuple[Any, ...], columns: dict[str, int]
) -> Iterator[CellFault]:
    """Fill `columns`; say what is unknown or twice there."""
    missing = [column for column in sheet.columns if not any(_meant(sheet, cell) is column for cell in cells)]
    for place, cell in enumerate(cells, start=1):
        if cell is None:
            continue
        column, heading, where = _meant(sheet, cell), str(cell).strip(), f"{get_column_letter(place)}{number}"
        if column is None:
            nearest = guess(heading, [absent.heading.fr for absent in missing])
            yield CellFault(
                sheet=grid.title,
                cell=where,
                column=heading,
                wrong=Words(
                    f"La colonne « {heading} » n'est pas connue ; elle est ignorée.",
                    f"Unknown column “{heading}”; it is ignored.",
                ),
                fix=Words(
                    f"Corrigez son titre, ou laissez-la.{nearest.fr}", f"Correct its heading, or leave it.{nearest.en}"
                ),
                severity="warning",
            )
        elif column.field in columns:
            yield CellFault(
                sheet=grid.title,
                cell=where,
                column=heading,
                wrong=Words(f"La colonne « {heading} » figure deux fois.", f"The column “{heading}” is there twice."),
                fix=Words("Gardez une seule de ces colonnes.", "Keep only one of these columns."),
            )
        else:
            columns[column.field] = place


def _meant(sheet: Sheet, cell: Any) -> Column | None:
    if not isinstance(cell, str):
        return None
    text = folded(cell)
    return next((column for column in sheet.columns if text in column.spellings), None)
