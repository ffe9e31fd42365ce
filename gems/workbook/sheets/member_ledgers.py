"""Service rendu: what each member asked and got."""

from gems.domain.history import MemberLedger
from gems.domain.issues import Kind
from gems.domain.words import Words
from gems.workbook.cells.clocks import Duration
from gems.workbook.columns import Column
from gems.workbook.sheet import Sheet, entered, plain
from gems.workbook.sheets.references import MEMBER

COLUMNS = (
    Column(
        field="member_id",
        heading=Words("Adhérent", "Member"),
        cell=MEMBER,
        required=True,
        help=Words("L'adhérent.", "The member."),
        example="M01",
    ),
    Column(
        field="asked_minutes",
        heading=Words("Heures demandées", "Hours asked"),
        cell=Duration(),
        required=True,
        help=Words("Dans les douze dernières semaines.", "In the past twelve weeks."),
        example=420,
        aliases=("demandées", "asked"),
    ),
    Column(
        field="served_minutes",
        heading=Words("Heures servies", "Hours served"),
        cell=Duration(),
        required=True,
        help=Words("Dans les douze dernières semaines.", "In the past twelve weeks."),
        example=405,
        aliases=("servies", "served"),
    ),
    Column(
        field="asked_essential",
        heading=Words("Dont essentielles demandées", "Essential hours asked"),
        cell=Duration(),
        default=0,
        help=Words(
            "Parmi les heures demandées, celles des demandes essentielles ; elles comptent double dans l'équité.",
            "Of the hours asked, those of essential requests; they count twice in fairness.",
        ),
        example=120,
    ),
    Column(
        field="served_essential",
        heading=Words("Dont essentielles servies", "Essential hours served"),
        cell=Duration(),
        default=0,
        help=Words("Parmi les heures servies, de même.", "Of the hours served, likewise."),
        example=120,
    ),
)

SHEET = Sheet(
    kind=Kind.MEMBER_LEDGER,
    title=Words("Service rendu", "Service given"),
    about=Words(
        "Ce que chaque adhérent a demandé et obtenu, pour répartir équitablement ce qui manque.",
        "What each member asked and got, so that shortage is shared fairly.",
    ),
    columns=COLUMNS,
    records=entered("history.ledgers"),
    key="member_id",
    **plain(MemberLedger, COLUMNS),
)
