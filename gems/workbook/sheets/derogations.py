"""Dérogations: named, dated exceptions to a rule."""

from datetime import date

from gems.domain.issues import Kind
from gems.domain.people import Derogation
from gems.domain.words import Words
from gems.rules.catalogue import DEROGABLE
from gems.workbook.cells.choices import Code
from gems.workbook.cells.days import Day
from gems.workbook.cells.numbers import Whole
from gems.workbook.cells.texts import Identifier, Text
from gems.workbook.columns import Column
from gems.workbook.sheet import Sheet, entered, plain
from gems.workbook.sheets.references import EMPLOYEE

RULE = Code(
    Words("une règle", "a rule"),
    Words(
        "Indiquez le nom d'une règle, par exemple « daily_work_max ».", "Enter a rule's name, such as “daily_work_max”."
    ),
    DEROGABLE,
)
COLUMNS = (
    Column(
        field="id",
        heading=Words("Identifiant", "Identifier"),
        cell=Identifier(),
        required=True,
        help=Words("Un code court et unique.", "A short unique code."),
        example="X01",
        aliases=("id", "code"),
    ),
    Column(
        field="rule",
        heading=Words("Règle", "Rule"),
        cell=RULE,
        required=True,
        help=Words("Le nom de la règle à laquelle on déroge.", "The name of the rule derogated from."),
        example="daily_rest_min",
    ),
    Column(
        field="employee_id",
        heading=Words("Salarié", "Employee"),
        cell=EMPLOYEE,
        help=Words("La personne concernée ; vide : tout le monde.", "The person; blank: everybody."),
        example="S01",
        aliases=("personne", "person"),
    ),
    Column(
        field="first_day",
        heading=Words("Du", "From"),
        cell=Day(),
        required=True,
        help=Words("Premier jour, compris.", "First day, included."),
        example=date(2026, 11, 23),
        aliases=("premier jour", "first day"),
    ),
    Column(
        field="last_day",
        heading=Words("Au", "To"),
        cell=Day(),
        required=True,
        help=Words("Dernier jour, compris.", "Last day, included."),
        example=date(2026, 11, 29),
        aliases=("dernier jour", "last day"),
    ),
    Column(
        field="limit",
        heading=Words("Limite", "Limit"),
        cell=Whole(Words("minutes ou de jours (l'unité de la règle)", "minutes or days (the rule's unit)"), 540),
        required=True,
        help=Words(
            "La limite qui vaut à la place, dans l'unité de la règle (le plus souvent des minutes).",
            "The figure in force instead, in the rule's unit (mostly minutes).",
        ),
        example=600,
        aliases=("plafond", "figure"),
    ),
    Column(
        field="reason",
        heading=Words("Motif", "Reason"),
        cell=Text(),
        required=True,
        help=Words("Pourquoi on déroge.", "Why."),
        example="continuité du service",
        aliases=("raison",),
    ),
)

SHEET = Sheet(
    kind=Kind.DEROGATION,
    title=Words("Dérogations", "Derogations"),
    about=Words("Les exceptions ouvertes, nommées et datées.", "The exceptions opened, named and dated."),
    columns=COLUMNS,
    records=entered("derogations"),
    **plain(Derogation, COLUMNS),
)
