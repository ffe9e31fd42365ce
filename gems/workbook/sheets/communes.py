"""Communes: towns with their position, from which drives are estimated."""

from gems.domain.issues import Kind
from gems.domain.places import Commune
from gems.domain.words import Words
from gems.workbook.cells.choices import YesNo
from gems.workbook.cells.numbers import Decimal
from gems.workbook.cells.texts import Identifier
from gems.workbook.columns import Column
from gems.workbook.sheet import Sheet, entered, plain
from gems.workbook.sheets.references import COMMUNES

COLUMNS = (
    Column(
        field="name",
        heading=Words("Commune", "Town"),
        cell=Identifier(),
        required=True,
        help=Words("Le nom de la commune, une seule fois.", "The name of the town, once."),
        example="Guéret",
        second_example="Ahun",
        aliases=("nom", "ville", "name", "commune"),
    ),
    Column(
        field="latitude",
        heading=Words("Latitude", "Latitude"),
        cell=Decimal(),
        required=True,
        help=Words("En degrés, nord positif.", "In degrees, north positive."),
        example=46.1717,
        second_example=46.0861,
    ),
    Column(
        field="longitude",
        heading=Words("Longitude", "Longitude"),
        cell=Decimal(),
        required=True,
        help=Words("En degrés, est positif.", "In degrees, east positive."),
        example=1.8714,
        second_example=2.0453,
    ),
    Column(
        field="dual_carriageway",
        heading=Words("Sur la N145", "On the N145"),
        cell=YesNo(),
        default=False,
        help=Words(
            "Oui quand la commune est sur la voie rapide N145.", "Yes when the town lies on the N145 dual carriageway."
        ),
        example="oui",
        second_example="non",
        aliases=("voie rapide", "n145", "dual carriageway"),
    ),
)

SHEET = Sheet(
    kind=Kind.COMMUNE,
    title=COMMUNES,
    about=Words("Les communes des lieux et des salariés.", "The towns of sites and employees."),
    columns=COLUMNS,
    records=entered("communes"),
    key="name",
    **plain(Commune, COLUMNS),
)
