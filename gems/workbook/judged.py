"""From what a line complains of, and what the domain says of its record, to faults at cells."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from gems.domain.issues import Issue, Kind
from gems.domain.schedule import Schedule
from gems.workbook.cells.texts import Identifier
from gems.workbook.columns import Column
from gems.workbook.faults import CellFault
from gems.workbook.sheet import Row, Sheet
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
            for complaint in line.row.complaints:
                yield _fault(
                    SHEET[kind], titles, line.row, _column(SHEET[kind], complaint.field), complaint.wrong, complaint.fix,
                    complaint.severity,
                )  # fmt: skip
    rows = {kind: [line.row for line in several] for kind, several in lines.items()}
    rows[Kind.ASSIGNMENT] = _in_schedule_order(lines[Kind.ASSIGNMENT], schedule)
    for issue in issues:
        sheet, row = SHEET[issue.kind], rows[issue.kind][issue.index]
        column = _column(sheet, issue.field)
        if _stands(sheet, row, column):
            yield _fault(sheet, titles, row, column, issue.wrong, issue.fix, "error")


def _in_schedule_order(lines: list[Line], schedule: Schedule | None) -> list[Row]:
    """A schedule sorts its assignments, and issues count in that order."""
    if schedule is None:
        return []
    row_of = {id(line.record): line.row for line in lines}
    return [row_of[id(piece)] for piece in schedule.assignments]


def _column(sheet: Sheet, field: str) -> Column:
    """The column of a field; of a field that holds it ("span" for "span.start") or that it holds; the first one at worst."""
    by_field = {column.field: column for column in sheet.read_columns}
    if field in by_field:
        return by_field[field]
    near = (column for column in sheet.read_columns if column.field.startswith(f"{field}.") or field.startswith(f"{column.field}."))
    return next(near, sheet.read_columns[0])


def _stands(sheet: Sheet, row: Row, column: Column) -> bool:
    """Whether an issue is worth saying: on a line with unreadable cells, only what is said of readable ids surely is."""
    faulty = row.faulty
    if not faulty:
        return True
    ids = {other.field for other in sheet.read_columns if isinstance(other.type, Identifier)}
    return column.field in ids and not ids & faulty


def _fault(sheet: Sheet, titles: dict[Kind, str], row: Row, column: Column, wrong: Any, fix: Any, severity: Any) -> CellFault:
    return CellFault(
        sheet=titles.get(sheet.kind, ""),
        cell=row.places[column.field],
        column=column.heading.fr,
        wrong=wrong,
        fix=fix,
        severity=severity,
    )
