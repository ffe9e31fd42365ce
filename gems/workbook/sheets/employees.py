"""Salariés: the shared people, with their contract."""

from collections.abc import Mapping
from typing import Any

from gems.domain.issues import Kind
from gems.domain.people import Contract, Employee, LighterDays
from gems.domain.words import Words
from gems.workbook.cells.choices import YesNo
from gems.workbook.cells.days import Day
from gems.workbook.cells.held import HeldQualifications
from gems.workbook.cells.numbers import Whole
from gems.workbook.cells.texts import Identifier, Text
from gems.workbook.columns import Column
from gems.workbook.sheet import Row, Sheet, entered
from gems.workbook.sheets.contract_columns import CONTRACT, LIGHTER, ROSTER
from gems.workbook.sheets.references import COMMUNE, EMPLOYEES

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
COLUMNS = _PERSON + CONTRACT + LIGHTER + ROSTER
_LIGHTER_FIELDS = tuple(column.field for column in LIGHTER)
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
