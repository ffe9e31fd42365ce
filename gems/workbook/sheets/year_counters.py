"""Compteurs année: each person's counters since the counting year began."""

from gems.domain.history import YearDone
from gems.domain.issues import Kind
from gems.domain.words import Words
from gems.workbook.cells.clocks import Duration
from gems.workbook.cells.numbers import Whole
from gems.workbook.columns import Column
from gems.workbook.sheet import Sheet, entered, plain
from gems.workbook.sheets.references import EMPLOYEE

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
        field="minutes",
        heading=Words("Heures faites", "Hours done"),
        cell=Duration(),
        default=0,
        help=Words("Depuis le début de l'année de décompte.", "Since the counting year began."),
        example="1 380 h",
        aliases=("heures", "hours"),
    ),
    Column(
        field="overtime_minutes",
        heading=Words("Heures supplémentaires", "Overtime"),
        cell=Duration(),
        default=0,
        help=Words("À compter dans le contingent annuel.", "Counted in the yearly quota."),
        example=12,
        aliases=("heures sup",),
    ),
    Column(
        field="territorial_minutes",
        heading=Words("Heures en collectivité", "Territorial hours"),
        cell=Duration(),
        default=0,
        help=Words("Chez des collectivités territoriales (L1253-20).", "At territorial bodies (L1253-20)."),
        aliases=("collectivité",),
    ),
    Column(
        field="refusals",
        heading=Words("Refus", "Refusals"),
        cell=Whole(Words("refus", "refusals"), 1, 0),
        default=0,
        help=Words("Interventions refusées, dans la limite de la convention.", "Refusals used."),
        example=0,
        aliases=("nombre de refus",),
    ),
)

SHEET = Sheet(
    kind=Kind.YEAR_DONE,
    title=Words("Compteurs année", "Year counters"),
    about=Words("Les compteurs de chacun depuis le début de l'année.", "Everyone's counters since the year began."),
    columns=COLUMNS,
    records=entered("history.years"),
    aliases=("compteurs", "counters"),
    key="employee_id",
    **plain(YearDone, COLUMNS),
)
