"""Suppléances: who may do whose job."""

from gems.domain.issues import Kind
from gems.domain.people import StandIn
from gems.domain.words import Words
from gems.workbook.cells.choices import YesNo
from gems.workbook.cells.numbers import Whole
from gems.workbook.columns import Column
from gems.workbook.sheet import Sheet, entered, plain
from gems.workbook.sheets.references import QUALIFICATION

COLUMNS = (
    Column(
        field="held",
        heading=Words("Métier de la personne", "Job held"),
        cell=QUALIFICATION,
        required=True,
        help=Words("Le métier de la personne qui supplée.", "The job of the person who stands in."),
        example="AS",
        aliases=("métier exercé", "held", "suppléant"),
    ),
    Column(
        field="needed",
        heading=Words("Métier demandé", "Job needed"),
        cell=QUALIFICATION,
        required=True,
        help=Words("Le métier demandé par l'adhérent.", "The job the member asks for."),
        example="AES",
        aliases=("needed",),
    ),
    Column(
        field="allowed",
        heading=Words("Permis", "Allowed"),
        cell=YesNo(),
        required=True,
        help=Words("Oui si cette suppléance est permise.", "Yes when this is allowed."),
        example="oui",
        aliases=("autorisé",),
    ),
    Column(
        field="cents_per_minute",
        heading=Words("Prix (centimes par minute)", "Price (cents per minute)"),
        cell=Whole(Words("centimes", "cents"), 2, 0),
        default=0,
        help=Words(
            "Ce que coûte une suppléance plutôt que la bonne personne, pour comparer les plannings.",
            "What a stand-in rather than the right person is priced at, to compare schedules.",
        ),
        example=2,
        aliases=("prix", "price", "centimes par minute"),
    ),
)

SHEET = Sheet(
    kind=Kind.STAND_IN,
    title=Words("Suppléances", "Stand-ins"),
    about=Words(
        "Quel métier peut remplacer quel autre ; ce qui n'est pas écrit n'est pas permis.",
        "Which job may stand in for which; what is not written is not allowed.",
    ),
    columns=COLUMNS,
    records=entered("stand_ins"),
    aliases=("remplacements",),
    key="held",
    **plain(StandIn, COLUMNS),
)
