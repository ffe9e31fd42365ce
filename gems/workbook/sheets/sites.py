"""Lieux: the places of work of each member."""

from gems.domain.issues import Kind
from gems.domain.members import Site
from gems.domain.words import Words
from gems.workbook.cells.texts import Identifier, Text
from gems.workbook.columns import Column
from gems.workbook.sheet import Sheet, entered, plain
from gems.workbook.sheets.references import COMMUNE, MEMBER, SITES

COLUMNS = (
    Column(
        field="id",
        heading=Words("Identifiant", "Identifier"),
        cell=Identifier(),
        required=True,
        help=Words("Un code court et unique.", "A short unique code."),
        example="L01",
        aliases=("id", "code"),
    ),
    Column(
        field="member_id",
        heading=Words("Adhérent", "Member"),
        cell=MEMBER,
        required=True,
        help=Words("À qui est ce lieu.", "Whose place it is."),
        example="M01",
        aliases=("id adhérent",),
    ),
    Column(
        field="name",
        heading=Words("Nom", "Name"),
        cell=Text(),
        required=True,
        help=Words(
            "Le nom du lieu ou du service, jamais celui d'une personne aidée.",
            "The name of the place or service, never that of a person helped.",
        ),
        example="Les Tilleuls",
        aliases=("lieu", "site"),
    ),
    Column(
        field="commune",
        heading=Words("Commune", "Town"),
        cell=COMMUNE,
        required=True,
        help=Words("La commune du lieu.", "The town of the place."),
        example="Guéret",
        aliases=("ville",),
    ),
)

SHEET = Sheet(
    kind=Kind.SITE,
    title=SITES,
    about=Words("Les lieux de travail de chaque adhérent.", "The places of work of each member."),
    columns=COLUMNS,
    records=entered("sites"),
    aliases=("sites", "lieux de travail"),
    label="name",
    **plain(Site, COLUMNS),
)
