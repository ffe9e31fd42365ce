"""Adhérents: the organisations that share the staff."""

from gems.domain.issues import Kind
from gems.domain.members import Member
from gems.domain.words import Words
from gems.workbook.cells.choices import YesNo
from gems.workbook.cells.texts import Identifier, Text
from gems.workbook.columns import Column
from gems.workbook.sheet import Sheet, entered, plain
from gems.workbook.sheets.references import MEMBERS

COLUMNS = (
    Column(
        field="id",
        heading=Words("Identifiant", "Identifier"),
        cell=Identifier(),
        required=True,
        help=Words("Un code court et unique.", "A short unique code."),
        example="M01",
        second_example="M02",
        aliases=("id", "code"),
    ),
    Column(
        field="name",
        heading=Words("Nom", "Name"),
        cell=Text(),
        required=True,
        help=Words("Le nom de l'adhérent.", "The member's name."),
        example="EHPAD Les Tilleuls",
        second_example="Mairie de Sainte-Fiction",
        aliases=("adhérent", "raison sociale", "member"),
    ),
    Column(
        field="territorial",
        heading=Words("Collectivité territoriale", "Territorial body"),
        cell=YesNo(),
        default=False,
        help=Words(
            "Oui pour une commune ou un établissement public local : le temps d'un salarié y est plafonné (L1253-20).",
            "Yes for a town council or local public body: one person's time there is capped (L1253-20).",
        ),
        example="non",
        second_example="oui",
        aliases=("public", "territorial"),
    ),
    Column(
        field="phone",
        heading=Words("Téléphone", "Phone"),
        cell=Text(),
        default="",
        help=Words("Le numéro à appeler en cas d'imprévu.", "The number to call when something happens."),
        example="05 55 00 00 00",
        aliases=("tél", "tel", "numéro"),
    ),
)

SHEET = Sheet(
    kind=Kind.MEMBER,
    title=MEMBERS,
    about=Words("Les organismes qui se partagent les salariés.", "The organisations that share the employees."),
    columns=COLUMNS,
    records=entered("members"),
    label="name",
    **plain(Member, COLUMNS),
)
