"""Métiers: the jobs held or needed."""

from gems.domain.issues import Kind
from gems.domain.people import Qualification
from gems.domain.words import Words
from gems.workbook.cells.choices import YesNo
from gems.workbook.cells.texts import Identifier, Text
from gems.workbook.columns import Column
from gems.workbook.sheet import Sheet, entered, plain
from gems.workbook.sheets.references import QUALIFICATIONS

COLUMNS = (
    Column(
        field="code",
        heading=Words("Code", "Code"),
        cell=Identifier(),
        required=True,
        help=Words("Un code court et unique.", "A short unique code."),
        example="AS",
        second_example="AES",
        aliases=("identifiant", "id"),
    ),
    Column(
        field="name_fr",
        heading=Words("Nom", "French name"),
        cell=Text(),
        required=True,
        help=Words("Le nom du métier.", "The job's name in French."),
        example="aide-soignant",
        second_example="accompagnant éducatif et social",
        aliases=("métier", "nom français", "name fr"),
    ),
    Column(
        field="name_en",
        heading=Words("Nom anglais", "English name"),
        cell=Text(),
        required=True,
        help=Words("Le nom du métier en anglais.", "The job's name in English."),
        example="care assistant",
        second_example="support worker",
        aliases=("name en", "anglais"),
    ),
    Column(
        field="sunday_work",
        heading=Words("Dimanche de droit", "Sunday work"),
        cell=YesNo(),
        default=False,
        help=Words(
            "Oui pour les métiers du soin, où l'on travaille le dimanche par roulement (L3132-12).",
            "Yes for care jobs, worked on Sundays by rota (L3132-12).",
        ),
        example="oui",
        second_example="oui",
        aliases=("dimanche", "travail du dimanche"),
    ),
)

SHEET = Sheet(
    kind=Kind.QUALIFICATION,
    title=QUALIFICATIONS,
    about=Words("Les métiers exercés ou demandés.", "The jobs held or asked for."),
    columns=COLUMNS,
    records=entered("qualifications"),
    aliases=("qualifications",),
    key="code",
    label="name_fr",
    **plain(Qualification, COLUMNS),
)
