"""Cells named as people see them: sheet, heading, line."""

from openpyxl.utils import get_column_letter

from gems.workbook.sheets import SHEETS
from tests.workbook.files import Content

Spot = tuple[str, str, int]
"""Sheet title, French heading, Excel line; of a setting, its name and line 0."""


def cell_of(spot: Spot) -> tuple[str, str]:
    """Sheet title and coordinate in a workbook that `write_workbook` wrote."""
    title, heading, line = spot
    sheet = next(sheet for sheet in SHEETS if sheet.title.fr == title)
    place = next(number for number, column in enumerate(sheet.columns, start=1) if column.heading.fr == heading)
    if sheet.vertical:
        return title, f"B{place + 1}"
    return title, f"{get_column_letter(place)}{line}"


def cells_of(changes: dict[Spot, Content]) -> dict[tuple[str, str], Content]:
    """Changes by coordinate."""
    return {cell_of(spot): value for spot, value in changes.items()}
