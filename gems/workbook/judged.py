"""From what a line complains of, and what the domain says of its record, to faults at cells."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from gems.domain.issues import Issue, Kind
from gems.domain.schedule import Schedule
from gems.workbook.cells.texts import Identifier
from gems.workbook.columns import Column
from gems.workbook.faults import CellFault
from gems.workbook.sheet import Complaint, Row, Sheet
from gems.workbook.sheets import SHEET


@dataclass(frozen=True, slots=True)
class Line:
    """A row and the record built from it."""

    row: Row
    record: Any


def cell_faults(
    lines: dict[Kind, list[Line]], titles: dict[Kind, str], schedule: Schedule | None, issues: Iterable[Issue]
) -> Iterator[CellFault]:
    """Every complaint and every issue, at its sheet and cell."""
    for kind, several in lines.items():
        for line in several:
            for said in line.row.complaints:
                column = _column(SHEET[kind], said.field)
                yield _fault(titles.get(kind, ""), line.row, column, said)
    rows = {kind: [line.row for line in several] for kind, several in lines.items()}
    rows[Kind.ASSIGNMENT] = _in_schedule_order(lines[Kind.ASSIGNMENT], schedule)
    for issue in issues:
        sheet, row = SHEET[issue.kind], rows[issue.kind][issue.index]
        column = _column(sheet, issue.field)
        if _stands(sheet, row, column):
            yield _fault(titles.get(issue.kind, ""), row, column, Complaint(issue.field, issue.wrong, issue.fix))


def _in_schedule_order(lines: list[Line], schedule: Schedule | None) -> list[Row]:
    """A schedule sorts its assignments, and issues count in that order."""
    if schedule is None:
        return []
    row_of = {id(line.record): line.row for line in lines}
    return [row_of[id(piece)] for piece in schedule.assignments]


def _column(sheet: Sheet, field: str) -> Column:
    """The column of a field; else of a part of it ("span" → "span.first_day"), or of what holds it; else the first."""
    columns = sheet.read_columns
    exact = next((column for column in columns if column.field == field), None)
    near = (column for column in columns if column.field.startswith(f"{field}."))
    around = (column for column in columns if field.startswith(f"{column.field}."))
    return exact or next(near, None) or next(around, columns[0])


def _stands(sheet: Sheet, row: Row, column: Column) -> bool:
    """Whether an issue is worth saying: of a line with unreadable cells, only what is said of its ids surely is."""
    faulty = row.faulty
    if not faulty:
        return True
    ids = {other.field for other in sheet.read_columns if isinstance(other.cell, Identifier)}
    return column.field in ids and not ids & faulty


def _fault(title: str, row: Row, column: Column, said: Complaint) -> CellFault:
    return CellFault(
        sheet=title,
        cell=row.places[column.field],
        column=column.heading.fr,
        wrong=said.wrong,
        fix=said.fix,
        severity=said.severity,
    )
