"""Making and editing workbooks in memory."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
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
    workbook = load_workbook(BytesIO(source))
    for (sheet, place), value in cells.items():
        put(workbook[sheet], place, value)
    return saved(workbook)


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
