"""Astreintes: stand-by periods."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from gems.domain.issues import Kind
from gems.domain.people import OnCall
from gems.domain.words import Words
from gems.workbook.cells.days import Day
from gems.workbook.cells.texts import Identifier
from gems.workbook.columns import Column
from gems.workbook.sheet import Row, Sheet, entered
from gems.workbook.sheets.references import EMPLOYEE
from gems.workbook.sheets.spans import read_span, span_columns, span_fields

COLUMNS = (
    Column(
        field="id",
        heading=Words("Identifiant", "Identifier"),
        cell=Identifier(),
        required=True,
        help=Words("Un code court et unique.", "A short unique code."),
        example="O01",
        aliases=("id", "code"),
    ),
    Column(
        field="employee_id",
        heading=Words("Salarié", "Employee"),
        cell=EMPLOYEE,
        required=True,
        help=Words("L'identifiant ou le nom de la personne.", "The person's identifier or name."),
        example="S01",
        aliases=("personne", "person"),
    ),
    *span_columns(date(2026, 12, 5), date(2026, 12, 6)),
    Column(
        field="announced",
        heading=Words("Annoncée le", "Announced on"),
        cell=Day(),
        required=True,
        help=Words(
            "Le jour où la personne a été prévenue (15 jours avant).", "The day the person was told (15 days ahead)."
        ),
        example=date(2026, 11, 16),
        aliases=("prévenu le", "announced"),
    ),
)


def _build(row: Row) -> OnCall:
    return OnCall(id=row["id"], employee_id=row["employee_id"], span=read_span(row), announced=row["announced"])


def _fields(on_call: OnCall) -> Mapping[str, Any]:
    own = {"id": on_call.id, "employee_id": on_call.employee_id, "announced": on_call.announced}
    return own | dict(span_fields(on_call.span))


SHEET = Sheet(
    kind=Kind.ON_CALL,
    title=Words("Astreintes", "On-call"),
    about=Words("Les périodes d'astreinte.", "Stand-by periods."),
    columns=COLUMNS,
    records=entered("on_calls"),
    build=_build,
    fields=_fields,
)
