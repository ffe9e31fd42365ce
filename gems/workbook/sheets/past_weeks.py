"""Historique semaines: what each person did in the weeks before."""

from datetime import date

from gems.domain.history import WeekDone
from gems.domain.issues import Kind
from gems.domain.words import Words
from gems.workbook.cells.clocks import Duration
from gems.workbook.cells.days import Moment, WeekStart
from gems.workbook.cells.texts import WeekPattern
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
        field="monday",
        heading=Words("Lundi", "Monday"),
        cell=WeekStart(),
        required=True,
        help=Words("Le lundi de la semaine.", "The Monday of the week."),
        example=date(2026, 11, 16),
        aliases=("semaine", "semaine du", "week"),
    ),
    Column(
        field="minutes",
        heading=Words("Heures faites", "Hours done"),
        cell=Duration(),
        required=True,
        help=Words(
            "Travail de la semaine, trajets entre lieux compris.", "Work of the week, travel between sites included."
        ),
        example="34 h 30",
        aliases=("heures", "hours"),
    ),
    Column(
        field="pattern",
        heading=Words("Motif", "Pattern"),
        cell=WeekPattern(),
        required=True,
        help=WeekPattern.hint,
        example="JJJJJ--",
        aliases=("jours travaillés",),
    ),
    Column(
        field="night_minutes",
        heading=Words("Dont nuit", "At night"),
        cell=Duration(),
        default=0,
        help=Words("Heures de nuit ; vide : aucune.", "Night hours; blank: none."),
        aliases=("heures de nuit", "night hours"),
    ),
    Column(
        field="last_end",
        heading=Words("Fin du dernier service", "End of last duty"),
        cell=Moment(),
        help=Words("Quand le dernier service de la semaine s'est terminé.", "When the last duty of the week ended."),
        example="20/11/2026 18:00",
        aliases=("dernière fin", "last end"),
    ),
)

SHEET = Sheet(
    kind=Kind.WEEK_DONE,
    title=Words("Historique semaines", "Past weeks"),
    about=Words(
        "Les douze semaines passées : sans elles, les moyennes et les repos ne peuvent pas être vérifiés.",
        "The twelve weeks before: without them averages and rests cannot be checked.",
    ),
    columns=COLUMNS,
    records=entered("history.weeks"),
    aliases=("historique", "semaines passées", "history"),
    key="employee_id",
    **plain(WeekDone, COLUMNS),
)
