"""The help sheet, derived from the columns."""

import pandas as pd
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from gems.domain.words import Language, Words
from gems.workbook.cells.choices import NO, YES
from gems.workbook.pages import HELP
from gems.workbook.sheets import SHEETS
from gems.workbook.styles import BOLD_FONT, SHADE_FILL, WRAPPED, header, printable, put

HEADINGS = (
    Words("Feuille", "Sheet"),
    Words("Colonne", "Column"),
    Words("Obligatoire", "Required"),
    Words("Aide", "Help"),
    Words("Ce qu'on écrit", "What to write"),
    Words("Exemple", "Example"),
)
WIDTHS = (20, 28, 12, 70, 60, 24)


def draw(workbook: Workbook, language: Language) -> None:
    """One line per column of every sheet, under a line that says what the sheet is for."""
    worksheet = workbook.create_sheet(HELP[language])
    for place, (words, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True), start=1):
        header(worksheet.cell(1, place), words[language])
        worksheet.column_dimensions[get_column_letter(place)].width = width
    for number, cells in enumerate(_frame(language).itertuples(index=False, name=None), start=2):
        for place, value in enumerate(cells, start=1):
            cell = worksheet.cell(number, place)
            put(cell, value, "dd/mm/yyyy" if hasattr(value, "year") else "General")
            cell.alignment = WRAPPED
            if cells[1] is None:
                cell.font, cell.fill = BOLD_FONT, SHADE_FILL
    worksheet.freeze_panes = "A2"
    printable(worksheet)


def _frame(language: Language) -> pd.DataFrame:
    rows: list[tuple[object, ...]] = []
    for sheet in SHEETS:
        rows.append((sheet.title[language], None, None, sheet.about[language], None, None))
        for column in sheet.columns:
            hint = None if column.shown_only else column.cell.hint[language]
            required = (YES if column.required else NO)[language]
            rows.append((None, column.heading[language], required, column.help[language], hint, column.example))
    return pd.DataFrame(rows, dtype=object)
