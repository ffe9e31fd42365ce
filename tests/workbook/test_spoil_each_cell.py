"""For every column of every sheet, derived: garbage is reported in that very cell, and a blank where none may be."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from gems.domain.issues import Kind
from gems.workbook import CellFault, read_workbook
from gems.workbook.cells.base import Scalar
from gems.workbook.columns import Column
from gems.workbook.sheet import Sheet
from gems.workbook.sheets import SHEETS
from tests.workbook.files import lean, put, saved, workbook_of
from tests.workbook.places import cell_of
from tests.workbook.small_group import GROUP, SCHEDULE

SOUND = lean(workbook_of(GROUP, SCHEDULE))
GENRES = {
    "demand.minutes": 4,
    "demand.weekly_minutes": 5,
    "demand.shortest": 5,
    "demand.longest": 5,
    "demand.most_days": 5,
}
"""The line of a request that uses the column."""


def spoilt_lines(sheet: Sheet, columns: list[Column], garbage: dict[str, Scalar | None]) -> dict[str, CellFault | None]:
    """The fault found in each column's cell, each on a copy of its own of a sound line."""
    workbook = load_workbook(BytesIO(SOUND))
    places = {}
    for offset, column in enumerate(columns):
        places[column.field] = _spoil(workbook, sheet, column, 100 + offset, garbage[column.field])
    faults = read_workbook(saved(workbook)).faults
    return {
        field: next(
            (fault for fault in faults if (fault.sheet, fault.cell) == place and fault.severity == "error"), None
        )
        for field, place in places.items()
    }


def _spoil(workbook: Workbook, sheet: Sheet, column: Column, line: int, value: Scalar | None) -> tuple[str, str]:
    title, heading = sheet.title.fr, column.heading.fr
    if not sheet.vertical:
        for other in sheet.columns:
            source = workbook[title][cell_of((title, other.heading.fr, GENRES.get(column.field, 2)))[1]]
            put(workbook[title], cell_of((title, other.heading.fr, line))[1], source.value)
    place = cell_of((title, heading, line))
    put(workbook[title], place[1], value)
    return place


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.kind.value)
def test_garbage_is_reported_in_its_cell(sheet: Sheet) -> None:
    columns = list(sheet.read_columns)
    found = spoilt_lines(sheet, columns, {column.field: column.cell.garbage for column in columns})
    assert [field for field, fault in found.items() if fault is None] == []
    for column in columns:
        fault = found[column.field]
        assert fault is not None
        assert fault.column == column.heading.fr


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.kind.value)
def test_a_missing_value_is_reported_in_its_cell(sheet: Sheet) -> None:
    columns = [column for column in sheet.read_columns if column.required]
    found = spoilt_lines(sheet, columns, dict.fromkeys(column.field for column in columns))
    assert [field for field, fault in found.items() if fault is None] == []
    assert all("vide" in fault.wrong.fr for fault in found.values() if fault)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.kind.value)
def test_headings_of_a_sheet_cannot_be_confused(sheet: Sheet) -> None:
    spellings = [spelling for column in sheet.columns for spelling in column.spellings]
    assert sorted(spellings) == sorted(set(spellings))


def test_every_kind_of_record_has_its_sheet() -> None:
    assert {sheet.kind for sheet in SHEETS} == set(Kind)
    titles = [spelling for sheet in SHEETS for spelling in sheet.spellings]
    assert sorted(titles) == sorted(set(titles))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.kind.value)
def test_words_are_complete(sheet: Sheet) -> None:
    for column in sheet.columns:
        for words in (column.heading, column.help, column.cell.hint, column.cell.name):
            assert words.fr.strip()
            assert words.en.strip()
        assert column.help.fr.endswith((".", "--")), column.field
