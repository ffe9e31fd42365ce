"""Réglages: the group's own choices, one a line, and the weeks of the schedule kept in this workbook."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gems.domain.group import Settings
from gems.domain.issues import Kind
from gems.domain.time import Instant
from gems.domain.words import Words
from gems.prices.load import PROFILES
from gems.rules.law import AGREEMENTS
from gems.workbook.cells.choices import Code
from gems.workbook.cells.days import Moment, WeekStart
from gems.workbook.cells.numbers import Whole
from gems.workbook.cells.texts import Text
from gems.workbook.columns import Column
from gems.workbook.sheet import Content, Row, Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsPage:
    """The settings sheet: the group's choices, and what concerns the schedule of this workbook only."""

    settings: Settings
    first_week: date | None = None
    weeks: int | None = None
    as_of: Instant | None = None


AGREEMENT = Code(
    Words("une convention collective", "a collective agreement"),
    Words("Choisissez une convention de la liste.", "Choose an agreement of the list."),
    AGREEMENTS,
)
PROFILE = Code(
    Words("un profil de prix", "a price profile"),
    Words("Choisissez un profil de la liste.", "Choose a profile of the list."),
    tuple(PROFILES),
)
SCHOOL_ZONE = Code(
    Words("une zone scolaire", "a school zone"), Words("Indiquez A, B ou C.", "Enter A, B or C."), ("A", "B", "C")
)

COLUMNS = (
    Column(
        field="name",
        heading=Words("Nom du groupement", "Name of the group"),
        cell=Text(),
        required=True,
        help=Words("Le nom qui figure sur les plannings.", "The name shown on schedules."),
        example="GE Exemple",
        aliases=("nom", "groupement", "name"),
    ),
    Column(
        field="agreement",
        heading=Words("Convention collective", "Collective agreement"),
        cell=AGREEMENT,
        default="bad_2941",
        help=Words(
            "La convention choisie par le groupement (L1253-10).", "The agreement chosen by the group (L1253-10)."
        ),
        example="bad_2941",
        aliases=("convention", "agreement"),
    ),
    Column(
        field="profile",
        heading=Words("Profil de prix", "Price profile"),
        cell=PROFILE,
        default="balanced",
        help=Words("Ce que le planning privilégie.", "What schedules favour."),
        example="balanced",
        aliases=("profil", "profile"),
    ),
    Column(
        field="grid_minutes",
        heading=Words("Pas des horaires (minutes)", "Grid of times (minutes)"),
        cell=Whole(Words("minutes", "minutes"), 30, 30),
        default=30,
        help=Words(
            "Écart entre deux heures de début essayées pour les plages et les volumes.",
            "Step between the start times tried for windows and volumes.",
        ),
        example=30,
        aliases=("pas", "pas des horaires", "grid"),
    ),
    Column(
        field="school_zone",
        heading=Words("Zone scolaire", "School zone"),
        cell=SCHOOL_ZONE,
        default="A",
        help=Words("A, B ou C (la Creuse est en zone A).", "A, B or C (Creuse is in zone A)."),
        example="A",
        aliases=("zone",),
    ),
    Column(
        field="fortnight_start",
        heading=Words("Début d'une quatorzaine", "Start of a fortnight"),
        cell=WeekStart(),
        default=Settings(name="").fortnight_start,
        help=Words("Un lundi où commence une quatorzaine.", "A Monday on which a fortnight begins."),
        example=date(2026, 1, 5),
        aliases=("quatorzaine", "fortnight"),
    ),
    Column(
        field="first_week",
        heading=Words("Première semaine", "First week"),
        cell=WeekStart(),
        help=Words(
            "Le lundi de la première semaine du planning de ce classeur.",
            "The Monday of this workbook's first planned week.",
        ),
        aliases=("semaine", "week"),
    ),
    Column(
        field="weeks",
        heading=Words("Nombre de semaines", "Number of weeks"),
        cell=Whole(Words("semaines", "weeks"), 1),
        help=Words("Combien de semaines compte ce planning.", "How many weeks the schedule lasts."),
        aliases=("semaines", "weeks"),
    ),
    Column(
        field="as_of",
        heading=Words("Planning établi le", "Planned on"),
        cell=Moment(),
        help=Words(
            "Le moment d'où se comptent les délais de prévenance ; vide : rien n'est encore publié.",
            "The moment notice periods are counted from; blank: nothing is published yet.",
        ),
        aliases=("date du planning", "as of"),
    ),
)
_OWN = ("name", "agreement", "profile", "grid_minutes", "school_zone", "fortnight_start")
MOST_WEEKS = 53


def _records(content: Content) -> tuple[SettingsPage, ...]:
    horizon = content.schedule.horizon if content.schedule else None
    return (
        SettingsPage(
            settings=content.group.settings,
            first_week=horizon.first if horizon else None,
            weeks=horizon.weeks if horizon else None,
            as_of=content.as_of,
        ),
    )


def _build(row: Row) -> SettingsPage:
    weeks, first_week = row["weeks"], row["first_week"]
    if weeks is not None and not 1 <= weeks <= MOST_WEEKS:
        row.complain(
            "weeks",
            Words(f"{weeks} semaines ne peuvent pas être planifiées.", f"{weeks} weeks cannot be planned."),
            Words(f"Indiquez de 1 à {MOST_WEEKS} semaines.", f"Enter 1 to {MOST_WEEKS} weeks."),
        )
        weeks = 1
    if weeks is not None and first_week is None and "first_week" not in row.faulty:
        row.complain(
            "first_week",
            Words("La première semaine manque.", "The first week is missing."),
            Words("Indiquez le lundi de la première semaine.", "Enter the Monday of the first week."),
        )
    settings = Settings(**{name: row[name] for name in _OWN})
    return SettingsPage(settings=settings, first_week=first_week, weeks=weeks, as_of=row["as_of"])


def _fields(page: SettingsPage) -> Mapping[str, Any]:
    own = {name: getattr(page.settings, name) for name in _OWN}
    return own | {"first_week": page.first_week, "weeks": page.weeks, "as_of": page.as_of}


SHEET = Sheet(
    kind=Kind.SETTINGS,
    title=Words("Réglages", "Settings"),
    about=Words("Les choix du groupement, un par ligne.", "The group's choices, one a line."),
    columns=COLUMNS,
    records=_records,
    build=_build,
    fields=_fields,
    aliases=("paramètres", "groupement"),
    vertical=True,
    key="name",
)
