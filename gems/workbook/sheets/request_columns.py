"""The columns of the requests sheet."""

from datetime import date

from gems.domain.requests import Priority, Season
from gems.domain.words import Words
from gems.workbook.cells.choices import Choice, Weekdays, YesNo
from gems.workbook.cells.clocks import Clock, Duration
from gems.workbook.cells.days import Day, Days
from gems.workbook.cells.numbers import Whole
from gems.workbook.cells.texts import Identifier, Text
from gems.workbook.columns import Column
from gems.workbook.sheets.references import MEMBER, QUALIFICATION, SEVERAL_EMPLOYEES, SITE

FIXED, WINDOW, VOLUME = "fixed", "window", "volume"
GENRE = Choice(
    {FIXED: Words("fixe", "fixed"), WINDOW: Words("plage", "window"), VOLUME: Words("volume", "volume")},
    Words("un genre de demande", "a kind of request"),
)
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

_WHAT = (
    Column(
        field="id",
        heading=Words("Identifiant", "Identifier"),
        cell=Identifier(),
        required=True,
        help=Words("Un code court et unique.", "A short unique code."),
        example="D01",
        aliases=("id", "code"),
    ),
    Column(
        field="member_id",
        heading=Words("Adhérent", "Member"),
        cell=MEMBER,
        required=True,
        help=Words("Qui demande.", "Who asks."),
        example="M01",
    ),
    Column(
        field="site_id",
        heading=Words("Lieu", "Site"),
        cell=SITE,
        required=True,
        help=Words("Où l'on travaille ; un lieu de cet adhérent.", "Where; a site of that member."),
        example="L01",
        aliases=("lieu de travail",),
    ),
    Column(
        field="qualification",
        heading=Words("Métier", "Job"),
        cell=QUALIFICATION,
        required=True,
        help=Words("Le métier demandé.", "The job asked for."),
        example="AS",
        aliases=("qualification",),
    ),
    Column(
        field="label",
        heading=Words("Intitulé", "Label"),
        cell=Text(),
        default="",
        help=Words("Quelques mots ; aucun nom de personne aidée.", "A few words; no name of a person helped."),
        example="Renfort du matin",
        aliases=("libellé", "description"),
    ),
    Column(
        field="demand",
        heading=Words("Genre", "Kind"),
        cell=GENRE,
        required=True,
        help=Words("fixe, plage ou volume.", "fixed, window or volume."),
        example="fixe",
        aliases=("type",),
    ),
)
_WHEN = (
    Column(
        field="recurrence.weekdays",
        heading=Words("Jours", "Weekdays"),
        cell=Weekdays(),
        required=True,
        help=Weekdays.hint,
        example="lun-ven",
        aliases=("jours de la semaine", "days"),
    ),
    Column(
        field="demand.start_clock",
        heading=Words("Début", "Start"),
        cell=Clock(),
        required=True,
        help=Words("Heure de début du poste ou de la plage.", "Start of the slot or window."),
        example="7:00",
        aliases=("heure de début", "start time"),
    ),
    Column(
        field="demand.end_clock",
        heading=Words("Fin", "End"),
        cell=Clock(),
        required=True,
        help=Words(
            "Heure de fin ; avant le début, c'est le lendemain (21:00 à 7:00, ou 31:00).",
            "End; before the start, it is on the next day (21:00 to 7:00, or 31:00).",
        ),
        example="14:00",
        aliases=("heure de fin", "end time"),
    ),
)
_HOW_MUCH = (
    Column(
        field="demand.headcount",
        heading=Words("Personnes", "People"),
        cell=Whole(Words("personnes", "people"), 1),
        help=Words("Fixe et plage : combien de personnes ; vide : 1.", "Fixed and window: how many people; blank: 1."),
        example=1,
        aliases=("nombre de personnes", "effectif", "headcount"),
    ),
    Column(
        field="demand.minutes",
        heading=Words("Durée", "Length"),
        cell=Duration(),
        help=Words("Plage : la durée à placer.", "Window: the length to place."),
        aliases=("duration",),
    ),
    Column(
        field="demand.weekly_minutes",
        heading=Words("Heures par semaine", "Hours a week"),
        cell=Duration(),
        help=Words("Volume : les heures demandées par semaine.", "Volume: the hours asked a week."),
        aliases=("volume", "volume par semaine", "weekly volume"),
    ),
    Column(
        field="demand.shortest",
        heading=Words("Morceau le plus court", "Shortest piece"),
        cell=Duration(),
        help=Words("Volume : le plus court temps de travail d'un jour.", "Volume: the shortest work of a day."),
        aliases=("plus court", "minimum", "shortest"),
    ),
    Column(
        field="demand.longest",
        heading=Words("Morceau le plus long", "Longest piece"),
        cell=Duration(),
        help=Words("Volume : le plus long temps de travail d'un jour.", "Volume: the longest work of a day."),
        aliases=("plus long", "maximum", "longest"),
    ),
    Column(
        field="demand.most_days",
        heading=Words("Jours au plus", "Most days"),
        cell=Whole(Words("jours", "days"), 3, 7),
        help=Words("Volume : sur combien de jours au plus ; vide : 7.", "Volume: on how many days at most; blank: 7."),
        aliases=("jours max", "jours maximum"),
    ),
)
_DATES = (
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
_WHO = (
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
)
COLUMNS = _WHAT + _WHEN + _HOW_MUCH + _DATES + _WHO
