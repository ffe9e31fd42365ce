"""Salariés: the shared people, with their contract."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from gems.domain.issues import Kind
from gems.domain.people import Contract, ContractKind, Employee, LighterDays
from gems.domain.words import Words
from gems.workbook.cells.choices import Choice, YesNo
from gems.workbook.cells.clocks import Duration
from gems.workbook.cells.days import Day
from gems.workbook.cells.held import HeldQualifications
from gems.workbook.cells.numbers import Whole
from gems.workbook.cells.texts import Identifier, Text
from gems.workbook.columns import Column
from gems.workbook.sheet import Row, Sheet, entered
from gems.workbook.sheets.references import COMMUNE, EMPLOYEES, SEVERAL_MEMBERS

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

_PERSON = (
    Column(
        field="id",
        heading=Words("Identifiant", "Identifier"),
        cell=Identifier(),
        required=True,
        help=Words("Un code court et unique.", "A short unique code."),
        example="S01",
        aliases=("id", "code", "matricule"),
    ),
    Column(
        field="name",
        heading=Words("Nom", "Name"),
        cell=Text(),
        required=True,
        help=Words("Prénom et nom.", "First and last name."),
        example="Camille Exemple",
        aliases=("salarié", "prénom et nom", "nom et prénom", "employee"),
    ),
    Column(
        field="home",
        heading=Words("Commune", "Town"),
        cell=COMMUNE,
        required=True,
        help=Words("La commune du domicile, sans adresse.", "The home town, no address."),
        example="Ahun",
        aliases=("domicile", "home", "commune du domicile"),
    ),
    Column(
        field="birth_date",
        heading=Words("Naissance", "Birth date"),
        cell=Day(),
        help=Words("Seulement si l'âge compte (moins de 18 ans).", "Only when age matters (under 18)."),
        aliases=("date de naissance", "né le", "née le"),
    ),
    Column(
        field="vehicle",
        heading=Words("Véhicule", "Vehicle"),
        cell=YesNo(),
        default=True,
        help=Words("Vide : oui.", "Blank: yes."),
        example="oui",
        aliases=("voiture", "car"),
    ),
    Column(
        field="max_commute_minutes",
        heading=Words("Trajet maximal (minutes)", "Longest commute (minutes)"),
        cell=Whole(Words("minutes", "minutes"), 45, 60),
        default=60,
        help=Words(
            "Le plus long trajet accepté depuis le domicile ; vide : 60.", "Longest drive from home; blank: 60."
        ),
        example=45,
        aliases=("trajet maximal", "trajet max", "trajet max minutes", "longest commute"),
    ),
    Column(
        field="qualifications",
        heading=Words("Métiers", "Jobs"),
        cell=HeldQualifications(),
        required=True,
        help=HeldQualifications.hint,
        example="AS; AES (31/12/2027)",
        aliases=("métier", "qualifications", "job"),
    ),
)
_CONTRACT = (
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
_LIGHTER = (
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
COLUMNS = _PERSON + _CONTRACT + _LIGHTER
_LIGHTER_FIELDS = tuple(column.field for column in _LIGHTER)
_OWN = tuple(column.field for column in COLUMNS if "." not in column.field)
_OF_CONTRACT = tuple(
    column.field.removeprefix("contract.") for column in COLUMNS if column.field.startswith("contract.")
)


def _build(row: Row) -> Employee:
    contract = Contract(**{name: row[f"contract.{name}"] for name in _OF_CONTRACT})
    return Employee(**{name: row[name] for name in _OWN}, contract=contract, lighter_days=_lighter(row))


def _lighter(row: Row) -> LighterDays | None:
    given = [name for name in _LIGHTER_FIELDS if row[name] is not None]
    if not given:
        return None
    for name in _LIGHTER_FIELDS:
        if row[name] is None:
            row.complain(
                name,
                Words("Les journées allégées sont incomplètes.", "The lighter days are incomplete."),
                Words(
                    "Indiquez le premier jour, le dernier jour et les minutes en moins, ou videz les trois cellules.",
                    "Enter the first day, the last day and the minutes less, or clear the three cells.",
                ),
            )
    if len(given) < len(_LIGHTER_FIELDS):
        return None
    first_day, last_day, minutes_less = (row[name] for name in _LIGHTER_FIELDS)
    return LighterDays(first_day=first_day, last_day=last_day, minutes_less=minutes_less)


def _fields(employee: Employee) -> Mapping[str, Any]:
    values = {name: getattr(employee, name) for name in _OWN}
    values |= {f"contract.{name}": getattr(employee.contract, name) for name in _OF_CONTRACT}
    lighter = employee.lighter_days
    return values | {name: lighter and getattr(lighter, name.partition(".")[2]) for name in _LIGHTER_FIELDS}


SHEET = Sheet(
    kind=Kind.EMPLOYEE,
    title=EMPLOYEES,
    about=Words("Les personnes partagées et leur contrat.", "The shared people and their contract."),
    columns=COLUMNS,
    records=entered("employees"),
    build=_build,
    fields=_fields,
    aliases=("personnel", "personnes", "staff"),
    label="name",
)
