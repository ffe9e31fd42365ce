"""The columns of the employees sheet that say what the contract holds, and which days are lighter."""

from datetime import date

from gems.domain.people import ContractKind
from gems.domain.words import Words
from gems.workbook.cells.choices import Choice, YesNo
from gems.workbook.cells.clocks import Duration
from gems.workbook.cells.days import Day
from gems.workbook.cells.numbers import Whole
from gems.workbook.columns import Column
from gems.workbook.sheets.references import SEVERAL_MEMBERS

CONTRACT_KIND = Choice(
    {
        ContractKind.FULL_TIME: Words("temps plein", "full-time"),
        ContractKind.PART_TIME: Words("temps partiel", "part-time"),
    },
    Words("un type de contrat", "a kind of contract"),
    {
        "TC": ContractKind.FULL_TIME,
        "temps complet": ContractKind.FULL_TIME,
        "plein": ContractKind.FULL_TIME,
        "TP": ContractKind.PART_TIME,
        "partiel": ContractKind.PART_TIME,
    },
)

CONTRACT = (
    Column(
        field="contract.kind",
        heading=Words("Contrat", "Contract"),
        cell=CONTRACT_KIND,
        required=True,
        help=Words("Temps plein ou temps partiel.", "Full-time or part-time."),
        example="temps plein",
        aliases=("type de contrat", "temps de travail"),
    ),
    Column(
        field="contract.weekly_minutes",
        heading=Words("Heures par semaine", "Hours a week"),
        cell=Duration(),
        required=True,
        help=Words("Les heures du contrat.", "The contract's hours."),
        example=35,
        aliases=("heures semaine", "h/semaine", "heures hebdo", "weekly hours"),
    ),
    Column(
        field="contract.annual_minutes",
        heading=Words("Heures par an", "Hours a year"),
        cell=Duration(),
        required=True,
        help=Words("1 607 h pour un temps plein.", "1,607 h for full-time."),
        example=1607,
        aliases=("heures an", "h/an", "heures annuelles", "annual hours"),
    ),
    Column(
        field="contract.first_day",
        heading=Words("Début du contrat", "Contract start"),
        cell=Day(),
        required=True,
        help=Words("Premier jour du contrat.", "First day of the contract."),
        example=date(2025, 9, 1),
        aliases=("entrée", "date d'entrée", "embauche", "start"),
    ),
    Column(
        field="contract.last_day",
        heading=Words("Fin du contrat", "Contract end"),
        cell=Day(),
        help=Words("Dernier jour ; vide : sans terme.", "Last day; blank: no end."),
        aliases=("sortie", "date de sortie", "end"),
    ),
    Column(
        field="contract.member_ids",
        heading=Words("Adhérents du contrat", "Members of the contract"),
        cell=SEVERAL_MEMBERS,
        required=True,
        help=Words(
            "Les utilisateurs écrits dans le contrat (L1253-9), séparés par des points-virgules.",
            "The users written in the contract (L1253-9), separated by semicolons.",
        ),
        example="M01; M02",
        aliases=("adhérents", "utilisateurs", "members"),
    ),
    Column(
        field="contract.annualised",
        heading=Words("Annualisé", "Annualised"),
        cell=YesNo(),
        default=False,
        help=Words("Oui si les heures se comptent à l'année.", "Yes when hours are counted over the year."),
        example="non",
        aliases=("annualisation", "modulation"),
    ),
    Column(
        field="contract.night_worker",
        heading=Words("Travailleur de nuit", "Night worker"),
        cell=YesNo(),
        default=False,
        help=Words("Oui au sens de L3122-5.", "Yes as in L3122-5."),
        example="non",
        aliases=("nuit", "night"),
    ),
    Column(
        field="other_employer_weekly_minutes",
        heading=Words("Heures ailleurs", "Hours elsewhere"),
        cell=Duration(),
        default=0,
        help=Words(
            "Heures par semaine chez un autre employeur (L8261-1) ; vide : aucune.",
            "Weekly hours with another employer (L8261-1); blank: none.",
        ),
        aliases=("autre employeur", "cumul", "other employer"),
    ),
)
DAYS, WEEKENDS = Words("jours", "days"), Words("week-ends", "weekends")
ROSTER = (
    Column(
        field="contract.most_days_in_row",
        heading=Words("Jours de suite au plus", "Most days in a row"),
        cell=Whole(DAYS, 5),
        help=Words("Jours travaillés de suite, au plus ; vide : la loi seule.", "Blank: the law alone."),
        aliases=("jours de suite max", "max days in a row"),
    ),
    Column(
        field="contract.least_days_in_row",
        heading=Words("Jours de suite au moins", "Least days in a row"),
        cell=Whole(DAYS, 2),
        help=Words(
            "Pas de série de travail plus courte ; vide : sans limite.", "No shorter run of work; blank: no limit."
        ),
        aliases=("jours de suite min", "min days in a row"),
    ),
    Column(
        field="contract.least_days_off_in_row",
        heading=Words("Repos de suite au moins", "Least days off in a row"),
        cell=Whole(DAYS, 2),
        help=Words(
            "Pas de série de jours de repos plus courte ; vide : sans limite.",
            "No shorter run of days off; blank: no limit.",
        ),
        aliases=("repos de suite min", "min days off in a row"),
    ),
    Column(
        field="contract.most_weekends",
        heading=Words("Week-ends travaillés au plus", "Most weekends worked"),
        cell=Whole(WEEKENDS, 2),
        help=Words("Sur les semaines planifiées ensemble.", "Of the weeks planned together."),
        aliases=("week-ends max", "max weekends"),
    ),
    Column(
        field="contract.most_mean_minutes",
        heading=Words("Heures par semaine en moyenne, au plus", "Mean hours a week, at most"),
        cell=Duration(),
        help=Words("Moyenne des semaines planifiées ensemble.", "Mean of the weeks planned together."),
        aliases=("moyenne max", "max mean hours"),
    ),
    Column(
        field="contract.least_mean_minutes",
        heading=Words("Heures par semaine en moyenne, au moins", "Mean hours a week, at least"),
        cell=Duration(),
        help=Words(
            "Ferme : aucun planning ne tient au-dessous. Vide : les heures se placent au mieux.",
            "Hard: no schedule holds below it. Blank: hours are placed as well as can be.",
        ),
        aliases=("moyenne min", "min mean hours"),
    ),
)
LIGHTER = (
    Column(
        field="lighter_days.first_day",
        heading=Words("Journées allégées du", "Lighter days from"),
        cell=Day(),
        help=Words(
            "Premier jour d'un aménagement, sans en dire le motif.", "First day of an adjustment; never say why."
        ),
        aliases=("allégé du",),
    ),
    Column(
        field="lighter_days.last_day",
        heading=Words("Journées allégées au", "Lighter days to"),
        cell=Day(),
        help=Words("Dernier jour de l'aménagement.", "Last day of the adjustment."),
        aliases=("allégé au",),
    ),
    Column(
        field="lighter_days.minutes_less",
        heading=Words("Minutes en moins par jour", "Minutes less a day"),
        cell=Whole(Words("minutes", "minutes"), 60),
        help=Words("De combien chaque journée est allégée.", "How much lighter each day is."),
        aliases=("minutes en moins", "allègement"),
    ),
)
