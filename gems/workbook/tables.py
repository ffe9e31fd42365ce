"""Flat sheets: a data frame of cells from records, and how it is laid on a worksheet with its drop-downs."""

from collections.abc import Iterable

import pandas as pd
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from gems.domain.words import Language, Words
from gems.workbook.cells.texts import Reference
from gems.workbook.columns import Column
from gems.workbook.sheet import Content, Sheet
from gems.workbook.sheets import SHEET
from gems.workbook.styles import BOLD_FONT, PALE_FONT, WRAPPED, header, printable, put

SPARE_ROWS = 300
"""Blank lines below the data that already have their formats and drop-downs."""
LONGEST_PROMPT, LONGEST_LIST = 250, 250
"""Characters; Excel refuses a file beyond 255."""
SETTING, VALUE, HELP = Words("Réglage", "Setting"), Words("Valeur", "Value"), Words("Aide", "Help")


def to_frame(sheet: Sheet, content: Content, language: Language = "fr") -> pd.DataFrame:
    """The records of a sheet as cells, one column per heading, blank cells None."""
    rows = [_cells(sheet, sheet.fields(record), language) for record in sheet.records(content)]
    return pd.DataFrame(rows, columns=[column.heading[language] for column in sheet.columns], dtype=object)


def _cells(sheet: Sheet, values: object, language: Language) -> list[object]:
    given = dict(values)  # type: ignore[call-overload]
    return [
        None if given.get(column.field) is None else column.cell.show(given[column.field], language)
        for column in sheet.columns
    ]


def lay_sheet(worksheet: Worksheet, sheet: Sheet, frame: pd.DataFrame, language: Language) -> None:
    """Draw one kind of record: headings, cells, formats, drop-downs."""
    if sheet.vertical:
        _lay_settings(worksheet, sheet, frame, language)
        return
    lay_frame(worksheet, frame, sheet.columns)
    last = len(frame) + 1 + SPARE_ROWS
    for place, column in enumerate(sheet.columns, start=1):
        letter = get_column_letter(place)
        _guide(worksheet, column, f"{letter}2:{letter}{last}", language)
    worksheet.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{max(2, len(frame) + 1)}"


def lay_frame(worksheet: Worksheet, frame: pd.DataFrame, columns: Iterable[Column]) -> None:
    """Headings on the first line, frozen; one line per row of the frame."""
    declared = list(columns)
    for place, column in enumerate(declared, start=1):
        header(worksheet.cell(1, place), str(frame.columns[place - 1]), required=column.required)
        worksheet.column_dimensions[get_column_letter(place)].width = column.cell.width
    for number, cells in enumerate(frame.itertuples(index=False, name=None), start=2):
        for place, (column, value) in enumerate(zip(declared, cells, strict=True), start=1):
            cell = worksheet.cell(number, place)
            put(cell, value, column.cell.number_format)
            if column.shown_only:
                cell.font = PALE_FONT
    worksheet.row_dimensions[1].height = 32
    worksheet.freeze_panes = "A2"
    worksheet.print_title_rows = "1:1"
    printable(worksheet)


def _lay_settings(worksheet: Worksheet, sheet: Sheet, frame: pd.DataFrame, language: Language) -> None:
    for place, words in enumerate((SETTING, VALUE, HELP), start=1):
        header(worksheet.cell(1, place), words[language])
    for number, (column, value) in enumerate(zip(sheet.columns, frame.iloc[0], strict=True), start=2):
        put(worksheet.cell(number, 1), column.heading[language])
        worksheet.cell(number, 1).font = BOLD_FONT
        put(worksheet.cell(number, 2), value, column.cell.number_format)
        put(worksheet.cell(number, 3), column.help[language])
        worksheet.cell(number, 3).alignment = WRAPPED
        _guide(worksheet, column, f"B{number}", language)
    for letter, width in (("A", 30), ("B", 30), ("C", 80)):
        worksheet.column_dimensions[letter].width = width
    worksheet.freeze_panes = "A2"
    printable(worksheet)


def _guide(worksheet: Worksheet, column: Column, cells: str, language: Language) -> None:
    """The drop-down, if any, and the help shown when the cell is chosen."""
    choices = _choices(column, language)
    guide = DataValidation(
        type="list" if choices else None,
        formula1=choices,
        allow_blank=True,
        errorStyle="warning",
        showErrorMessage=choices is not None,
        showInputMessage=True,
        promptTitle=column.heading[language][:32],
        prompt=column.help[language][:LONGEST_PROMPT],
    )
    guide.add(cells)
    worksheet.add_data_validation(guide)


def _choices(column: Column, language: Language) -> str | None:
    if isinstance(column.cell, Reference) and column.cell.kind is not None:
        target = SHEET[column.cell.kind]
        place = next(number for number, one in enumerate(target.columns, start=1) if one.field == target.key)
        letter = get_column_letter(place)
        return f"{quote_sheetname(target.title[language])}!${letter}$2:${letter}$1000"
    listed = ",".join(column.cell.options(language))
    return f'"{listed}"' if listed and len(listed) <= LONGEST_LIST else None
