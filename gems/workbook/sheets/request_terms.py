"""The columns of the requests sheet that say on which days a request holds, and for whom."""

from datetime import date

from gems.domain.requests import Priority, Season
from gems.domain.words import Words
from gems.workbook.cells.choices import Choice, YesNo
from gems.workbook.cells.days import Day, Days
from gems.workbook.cells.numbers import Whole
from gems.workbook.cells.texts import Text
from gems.workbook.columns import Column
from gems.workbook.sheets.references import SEVERAL_EMPLOYEES

PRIORITY = Choice(
    {
        Priority.NORMAL: Words("normale", "normal"),
        Priority.ESSENTIAL: Words("essentielle", "essential"),
        Priority.COMFORT: Words("confort", "comfort"),
    },
    Words("une priorité", "a priority"),
    {
        "essentiel": Priority.ESSENTIAL,
        "normal": Priority.NORMAL,
        "haute": Priority.ESSENTIAL,
        "basse": Priority.COMFORT,
    },
)
SEASON = Choice(
    {
        Season.ALWAYS: Words("toujours", "always"),
        Season.SCHOOL_DAYS: Words("jours d'école", "school days"),
        Season.SCHOOL_HOLIDAYS: Words("vacances scolaires", "school holidays"),
        Season.NOT_PUBLIC_HOLIDAYS: Words("sauf jours fériés", "not public holidays"),
    },
    Words("une période de l'année", "a season"),
    {"école": Season.SCHOOL_DAYS, "vacances": Season.SCHOOL_HOLIDAYS, "hors fériés": Season.NOT_PUBLIC_HOLIDAYS},
)

DATES = (
    Column(
        field="recurrence.first_day",
        heading=Words("Du", "From day"),
        cell=Day(),
        required=True,
        help=Words(
            "Premier jour ; pour une demande d'un seul jour, la même date au début et à la fin.",
            "First day; for a single day, the same date from and to.",
        ),
        example=date(2026, 9, 1),
        aliases=("premier jour", "à partir du", "first day"),
    ),
    Column(
        field="recurrence.last_day",
        heading=Words("Au", "To day"),
        cell=Day(),
        help=Words("Dernier jour ; vide : sans fin.", "Last day; blank: no end."),
        aliases=("dernier jour", "jusqu'au", "last day"),
    ),
    Column(
        field="recurrence.every_weeks",
        heading=Words("Toutes les … semaines", "Every … weeks"),
        cell=Whole(Words("semaines", "weeks"), 2),
        default=1,
        help=Words(
            "1 : chaque semaine ; 2 : une semaine sur deux à partir de « Du ».", "1: each week; 2: every other week."
        ),
        example=1,
        aliases=("toutes les n semaines", "fréquence", "every weeks"),
    ),
    Column(
        field="recurrence.season",
        heading=Words("Période", "Season"),
        cell=SEASON,
        default=Season.ALWAYS,
        help=Words(
            "Les jours de l'année où la demande vaut ; vide : toujours.", "When in the year it holds; blank: always."
        ),
        example="toujours",
        aliases=("saison",),
    ),
    Column(
        field="recurrence.except_days",
        heading=Words("Sauf le", "Except on"),
        cell=Days(),
        default=frozenset(),
        help=Words("Des dates où la demande ne vaut pas.", "Dates on which nothing is asked."),
        aliases=("sauf", "exceptions", "except"),
    ),
)
WHO = (
    Column(
        field="priority",
        heading=Words("Priorité", "Priority"),
        cell=PRIORITY,
        default=Priority.NORMAL,
        help=Words("Essentielle, normale ou confort ; vide : normale.", "Essential, normal or comfort; blank: normal."),
        example="normale",
    ),
    Column(
        field="same_person",
        heading=Words("Même personne", "Same person"),
        cell=YesNo(),
        default=False,
        help=Words("Oui : la même personne toute la semaine.", "Yes: one person for the whole week."),
        example="non",
    ),
    Column(
        field="wanted",
        heading=Words("Souhaités", "Wanted"),
        cell=SEVERAL_EMPLOYEES,
        default=frozenset(),
        help=Words(
            "Les salariés que l'adhérent aimerait, séparés par « ; ».",
            "Employees the member would like, separated by “;”.",
        ),
        example="S01",
        aliases=("personnes souhaitées", "wanted people"),
    ),
    Column(
        field="excluded",
        heading=Words("Exclus", "Excluded"),
        cell=SEVERAL_EMPLOYEES,
        default=frozenset(),
        help=Words(
            "Les salariés que l'adhérent ne veut pas, séparés par « ; ».",
            "Employees the member refuses, separated by “;”.",
        ),
        aliases=("personnes exclues", "excluded people"),
    ),
    Column(
        field="break_minutes",
        heading=Words("Pause (minutes)", "Break (minutes)"),
        cell=Whole(Words("minutes", "minutes"), 20, 0),
        default=0,
        help=Words(
            "Pause payée donnée sur place dans chaque poste de 6 h ou plus ; vide : aucune.",
            "Paid break given on the spot in each piece of 6 h or more; blank: none.",
        ),
        example=20,
        aliases=("pause", "break"),
    ),
    Column(
        field="visit",
        heading=Words("Visite à plusieurs", "Visit by several"),
        cell=Text(),
        help=Words(
            "Un nom de visite : ce qui le porte, au même lieu et le même jour, commence à la même heure, avec des "
            "personnes différentes ; aucun nom de personne aidée.",
            "A name of a visit: all that bears it, at one place on one day, begins at the same time, by different "
            "people; no name of a person helped.",
        ),
        example="Lever à deux",
        aliases=("visite", "ensemble", "à deux", "visit", "together"),
    ),
)
