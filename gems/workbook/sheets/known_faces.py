"""Visages connus: who already worked where."""

from gems.domain.history import KnownFace
from gems.domain.issues import Kind
from gems.domain.words import Words
from gems.workbook.cells.clocks import Duration
from gems.workbook.columns import Column
from gems.workbook.sheet import Sheet, entered, plain
from gems.workbook.sheets.references import EMPLOYEE, MEMBER

COLUMNS = (
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
        field="member_id",
        heading=Words("Adhérent", "Member"),
        cell=MEMBER,
        required=True,
        help=Words("Chez qui.", "Where."),
        example="M01",
    ),
    Column(
        field="minutes",
        heading=Words("Heures", "Hours"),
        cell=Duration(),
        required=True,
        help=Words(
            "Heures faites là dans les douze dernières semaines.", "Hours worked there in the past twelve weeks."
        ),
        example=84,
        aliases=("heures faites",),
    ),
)

SHEET = Sheet(
    kind=Kind.KNOWN_FACE,
    title=Words("Visages connus", "Known faces"),
    about=Words("Qui a déjà travaillé chez qui, depuis douze semaines.", "Who worked where in the past twelve weeks."),
    columns=COLUMNS,
    records=entered("history.faces"),
    key="employee_id",
    **plain(KnownFace, COLUMNS),
)
