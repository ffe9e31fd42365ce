"""Absences: when people are away; the type, never the reason."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from gems.domain.issues import Kind
from gems.domain.people import Absence, AbsenceKind
from gems.domain.words import Words
from gems.workbook.cells.choices import Choice
from gems.workbook.cells.texts import Identifier
from gems.workbook.columns import Column
from gems.workbook.sheet import Row, Sheet, entered
from gems.workbook.sheets.references import EMPLOYEE
from gems.workbook.sheets.spans import read_span, span_columns, span_fields

ABSENCE_KIND = Choice(
    {
        AbsenceKind.LEAVE: Words("congé", "leave"),
        AbsenceKind.SICKNESS: Words("maladie", "sickness"),
        AbsenceKind.TRAINING: Words("formation", "training"),
        AbsenceKind.OTHER: Words("autre", "other"),
    },
    Words("un type d'absence", "a kind of absence"),
    {"congés": AbsenceKind.LEAVE, "CP": AbsenceKind.LEAVE, "arrêt": AbsenceKind.SICKNESS, "AM": AbsenceKind.SICKNESS},
)
COLUMNS = (
    Column(
        field="id",
        heading=Words("Identifiant", "Identifier"),
        cell=Identifier(),
        required=True,
        help=Words("Un code court et unique.", "A short unique code."),
        example="A01",
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
    Column(
        field="kind",
        heading=Words("Type", "Kind"),
        cell=ABSENCE_KIND,
        required=True,
        help=Words(
            "Le type seulement ; le motif n'a pas sa place ici.", "The kind only; the reason has no place here."
        ),
        example="congé",
        aliases=("type d'absence",),
    ),
    *span_columns(date(2026, 12, 21), date(2026, 12, 27)),
)


def _build(row: Row) -> Absence:
    return Absence(id=row["id"], employee_id=row["employee_id"], kind=row["kind"], span=read_span(row))


def _fields(absence: Absence) -> Mapping[str, Any]:
    own = {"id": absence.id, "employee_id": absence.employee_id, "kind": absence.kind}
    return own | dict(span_fields(absence.span))


SHEET = Sheet(
    kind=Kind.ABSENCE,
    title=Words("Absences", "Absences"),
    about=Words("Quand chacun est absent.", "When people are away."),
    columns=COLUMNS,
    records=entered("absences"),
    build=_build,
    fields=_fields,
    aliases=("congés",),
)
