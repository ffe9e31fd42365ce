"""The columns of the requests sheet that say what is asked, when and how much; the others are in `request_terms`."""

from gems.domain.words import Words
from gems.workbook.cells.choices import Choice, Weekdays
from gems.workbook.cells.clocks import Clock, Duration
from gems.workbook.cells.money import Euros
from gems.workbook.cells.numbers import Whole
from gems.workbook.cells.texts import Identifier, Text
from gems.workbook.columns import Column
from gems.workbook.sheets.references import MEMBER, QUALIFICATION, SITE
from gems.workbook.sheets.request_terms import DATES, WHO

FIXED, WINDOW, VOLUME = "fixed", "window", "volume"
GENRE = Choice(
    {FIXED: Words("fixe", "fixed"), WINDOW: Words("plage", "window"), VOLUME: Words("volume", "volume")},
    Words("un genre de demande", "a kind of request"),
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
        help=Words(
            "Fixe et plage : combien de personnes ; vide : 1. 0 : aucune, mais il peut en venir jusqu'au plus.",
            "Fixed and window: how many people; blank: 1. 0: none, but some may come, up to the most.",
        ),
        example=1,
        aliases=("nombre de personnes", "effectif", "headcount"),
    ),
    Column(
        field="demand.most_headcount",
        heading=Words("Personnes au plus", "Most people"),
        cell=Whole(Words("personnes", "people"), 2),
        help=Words(
            "Fixe et plage : combien de personnes peuvent venir en tout ; vide : pas plus que demandé.",
            "Fixed and window: how many people may come in all; blank: no more than asked.",
        ),
        aliases=("effectif maximum", "personnes maximum", "most headcount"),
    ),
    Column(
        field="demand.beyond_cents",
        heading=Words("Prix d'une personne de plus (€)", "Price of one person more (€)"),
        cell=Euros(),
        help=Words(
            "Ce que coûte chacune au-delà du nombre demandé, chaque jour, pour comparer les plannings ; vide : rien.",
            "What each one beyond the number asked is priced at, each day, to compare schedules; blank: nothing.",
        ),
        aliases=("prix d'une personne de plus", "prix du sureffectif", "price of one person more"),
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
COLUMNS = _WHAT + _WHEN + _HOW_MUCH + DATES + WHO
