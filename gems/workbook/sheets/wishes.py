"""Souhaits: times that people want, would rather avoid, or cannot do."""

from gems.domain.issues import Kind
from gems.domain.people import Wish, WishKind
from gems.domain.time import DAY
from gems.domain.words import Words
from gems.workbook.cells.choices import Choice, Weekdays
from gems.workbook.cells.clocks import Clock
from gems.workbook.cells.days import Day
from gems.workbook.cells.texts import Identifier
from gems.workbook.columns import Column
from gems.workbook.sheet import Row, Sheet, entered, plain
from gems.workbook.sheets.clock_windows import next_day
from gems.workbook.sheets.references import EMPLOYEE

WISH_KIND = Choice(
    {
        WishKind.WANTED: Words("souhaité", "wanted"),
        WishKind.UNWANTED: Words("à éviter", "unwanted"),
        WishKind.IMPOSSIBLE: Words("impossible", "impossible"),
    },
    Words("un type de souhait", "a kind of wish"),
    {"non souhaité": WishKind.UNWANTED, "éviter": WishKind.UNWANTED, "voulu": WishKind.WANTED},
)
COLUMNS = (
    Column(
        field="id",
        heading=Words("Identifiant", "Identifier"),
        cell=Identifier(),
        required=True,
        help=Words("Un code court et unique.", "A short unique code."),
        example="W01",
        aliases=("id", "code"),
    ),
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
        field="kind",
        heading=Words("Type", "Kind"),
        cell=WISH_KIND,
        required=True,
        help=Words("« Impossible » n'est jamais planifié.", "“Impossible” is never planned."),
        example="à éviter",
        aliases=("souhait", "wish"),
    ),
    Column(
        field="weekdays",
        heading=Words("Jours", "Weekdays"),
        cell=Weekdays(),
        required=True,
        help=Weekdays.hint,
        example="mer",
        aliases=("jours de la semaine", "days"),
    ),
    Column(
        field="start_clock",
        heading=Words("Début", "Start"),
        cell=Clock(),
        default=0,
        help=Words("Vide : 0:00.", "Blank: 0:00."),
        example="13:00",
        aliases=("de", "heure de début", "from"),
    ),
    Column(
        field="end_clock",
        heading=Words("Fin", "End"),
        cell=Clock(),
        default=DAY,
        help=Words("Vide : 24:00. Avant le début : le lendemain.", "Blank: 24:00. Before the start: on the next day."),
        example="18:00",
        aliases=("à", "heure de fin", "to"),
    ),
    Column(
        field="first_day",
        heading=Words("Du", "From day"),
        cell=Day(),
        help=Words("Premier jour ; vide : depuis toujours.", "First day; blank: since ever."),
        aliases=("premier jour", "first day"),
    ),
    Column(
        field="last_day",
        heading=Words("Au", "To day"),
        cell=Day(),
        help=Words("Dernier jour ; vide : sans fin.", "Last day; blank: no end."),
        aliases=("dernier jour", "last day"),
    ),
)
_PLAIN = plain(Wish, COLUMNS)


def _build(row: Row) -> Wish:
    row.values["end_clock"] = next_day(row["start_clock"], row["end_clock"])
    wish: Wish = _PLAIN["build"](row)
    return wish


SHEET = Sheet(
    kind=Kind.WISH,
    title=Words("Souhaits", "Wishes"),
    about=Words("Les moments souhaités, à éviter ou impossibles.", "Times wanted, unwanted or impossible."),
    columns=COLUMNS,
    records=entered("wishes"),
    aliases=("disponibilités", "voeux"),
    build=_build,
    fields=_PLAIN["fields"],
)
