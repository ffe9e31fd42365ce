"""Trajets: drives measured or corrected by hand."""

from gems.domain.issues import Kind
from gems.domain.places import TravelEntry
from gems.domain.words import Words
from gems.workbook.cells.numbers import Whole
from gems.workbook.columns import Column
from gems.workbook.sheet import Sheet, entered, plain
from gems.workbook.sheets.references import COMMUNE

COLUMNS = (
    Column(
        field="origin",
        heading=Words("De", "From"),
        cell=COMMUNE,
        required=True,
        help=Words("Une commune.", "A town."),
        example="Guéret",
        aliases=("départ", "origine", "origin"),
    ),
    Column(
        field="destination",
        heading=Words("À", "To"),
        cell=COMMUNE,
        required=True,
        help=Words(
            "Une autre commune ; le trajet vaut dans les deux sens.", "Another town; the drive holds both ways."
        ),
        example="Ahun",
        aliases=("vers", "arrivée", "destination"),
    ),
    Column(
        field="minutes",
        heading=Words("Minutes", "Minutes"),
        cell=Whole(Words("minutes", "minutes"), 24),
        required=True,
        help=Words("Durée du trajet en voiture.", "Time of the drive."),
        example=24,
        aliases=("durée", "temps"),
    ),
    Column(
        field="km",
        heading=Words("Kilomètres", "Kilometres"),
        cell=Whole(Words("kilomètres", "kilometres"), 20),
        required=True,
        help=Words("Distance par la route.", "Distance by road."),
        example=20,
        aliases=("km", "distance"),
    ),
)

SHEET = Sheet(
    kind=Kind.TRAVEL,
    title=Words("Trajets", "Travel"),
    about=Words(
        "Les trajets mesurés ou corrigés ; les autres sont estimés.",
        "Drives measured or corrected; the others are estimated.",
    ),
    columns=COLUMNS,
    records=entered("travel"),
    aliases=("déplacements",),
    key="origin",
    **plain(TravelEntry, COLUMNS),
)
