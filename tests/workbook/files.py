"""Making and editing workbooks in memory."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook

from gems.domain.group import Group
from gems.domain.report import PlanReport
from gems.domain.schedule import Schedule
from gems.domain.words import Language
from gems.workbook import write_workbook

Content = str | int | float | bool | datetime | date | time | timedelta | None


def workbook_of(
    group: Group, schedule: Schedule | None = None, report: PlanReport | None = None, language: Language = "fr"
) -> bytes:
    """What `write_workbook` writes."""
    stream = BytesIO()
    write_workbook(group, stream, schedule=schedule, report=report, language=language)
    return stream.getvalue()


def saved(workbook: Workbook) -> bytes:
    """The bytes of an openpyxl workbook."""
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def edited(source: bytes, cells: Mapping[tuple[str, str], Content]) -> bytes:
    """The same workbook with other values in some cells, as somebody typing in Excel would leave it."""
    workbook = _opened(source)
    before = {place: (cell_at(workbook, place).value, cell_at(workbook, place).number_format) for place in cells}
    for (sheet, place), value in cells.items():
        put(workbook[sheet], place, value)
    result = saved(workbook)
    for place, (value, number_format) in before.items():
        cell_at(workbook, place).value, cell_at(workbook, place).number_format = value, number_format
    return result


@lru_cache(maxsize=4)
def _opened(source: bytes) -> Workbook:
    """Opened once and edited a hundred times: opening is half the work."""
    return load_workbook(BytesIO(source))


def cell_at(workbook: Workbook, place: tuple[str, str]) -> Any:
    """The cell of a sheet."""
    return workbook[place[0]][place[1]]


def lean(source: bytes) -> bytes:
    """The same data without help and drop-downs: quicker to edit a hundred times."""
    workbook = load_workbook(BytesIO(source))
    workbook.remove(workbook["Aide"])
    for sheet in workbook.worksheets:
        sheet.data_validations.dataValidation.clear()
    return saved(workbook)


def put(sheet: Any, place: str, value: Content) -> None:
    """Set a cell; formulas written here are formulas."""
    cell = sheet[place]
    cell.value = value
    if isinstance(value, timedelta):
        cell.number_format = "[h]:mm"
