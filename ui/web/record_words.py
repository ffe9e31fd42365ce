"""How the screens say a record of the group's data: its name, its fields, and what differs between two of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.domain.members import Member, Site
from gems.domain.people import Employee, HeldQualification
from gems.domain.records import PLACES, Record
from gems.domain.words import Language, Words, day, euros, listing
from gems.prices.load import PROFILES
from gems.rules.catalogue import DEROGABLE, rule_named
from gems.rules.law import AGREEMENTS, title_of
from gems.workbook.cells.choices import Code
from gems.workbook.cells.days import Day
from gems.workbook.cells.held import HeldQualifications
from gems.workbook.cells.money import Euros
from gems.workbook.cells.texts import Reference, References
from gems.workbook.columns import Column
from gems.workbook.sheets import SHEET
from ui.web.texts import text


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that differs, each value in words."""

    heading: str
    before: str
    after: str


def label_of(group: Group, kind: Kind, key: str, language: Language) -> str:
    """What people call the record of a kind that others refer to; its id when there is no such record."""
    if kind is Kind.QUALIFICATION:
        job = group.qualification.get(key)
        return key if job is None else Words(job.name_fr, job.name_en)[language]
    named: dict[Kind, Mapping[str, Employee | Member | Site]] = {
        Kind.EMPLOYEE: group.employee,
        Kind.MEMBER: group.member,
        Kind.SITE: group.site,
    }
    found = named.get(kind, {}).get(key)
    return key if found is None else found.name


def record_name(group: Group, kind: Kind, record: Record, language: Language) -> str:
    """How people tell this record from the others of its kind: "Aline Martin · congé · lun. 23 nov. 2026"."""
    if kind in (Kind.SETTINGS, Kind.EMPLOYEE, Kind.MEMBER, Kind.SITE):
        return str(record.name)
    if kind is Kind.QUALIFICATION:
        return Words(record.name_fr, record.name_en)[language]
    if kind is Kind.REQUEST:
        return f"{label_of(group, Kind.MEMBER, record.member_id, language)} · {record.label}"
    values, columns = SHEET[kind].fields(record), SHEET[kind].column
    parts = [
        said(group, columns[name], values[name], language)
        for name in ("employee_id", *PLACES[kind].keys, "kind", "span.first_day", "weekdays", "rule", "counts", "shift")
        if name in columns and name != "id" and values.get(name) is not None
    ]
    return " · ".join(dict.fromkeys(parts)) or str(PLACES[kind].key(record)[0])


def changes(group: Group, kind: Kind, before: Record, after: Record, language: Language) -> tuple[FieldChange, ...]:
    """What differs between two states of one record, field by field."""
    sheet = SHEET[kind]
    old, new = (_fields(kind, one) for one in (before, after))
    return tuple(
        FieldChange(
            column.heading[language],
            said(group, column, old[column.field], language),
            said(group, column, new[column.field], language),
        )
        for column in sheet.read_columns
        if column.field in old and old[column.field] != new[column.field]
    )


def said(group: Group, column: Column, value: Any, language: Language) -> str:
    """A value as people read it; a dash for none."""
    cell = column.cell
    if value is None or value == "" or value == frozenset():
        return text("record.none")[language]
    if isinstance(cell, References):
        return listing(sorted(label_of(group, _kind(cell), one, language) for one in value))[language]
    if isinstance(cell, Reference):
        return label_of(group, _kind(cell), value, language)
    if isinstance(cell, HeldQualifications):
        return "; ".join(held_words(group, one, language) for one in value)
    if isinstance(cell, Euros):
        return euros(value)[language]
    if isinstance(cell, Day):
        return day(value, year=True)[language]
    if isinstance(cell, Code):
        return code_words(value, language)
    return str(cell.show(value, language))


def held_words(group: Group, held: HeldQualification, language: Language) -> str:
    """ "aide-soignant (jusqu'au jeu. 31 déc. 2026)"."""
    job = label_of(group, Kind.QUALIFICATION, held.code, language)
    if held.valid_until is None:
        return job
    return text("record.until").fill(job=job, day=day(held.valid_until, year=True))[language]


def code_words(code: str, language: Language) -> str:
    """What a code of the house stands for: an agreement, a price profile, a rule; the code itself otherwise."""
    if code in AGREEMENTS:
        return title_of(code)
    if code in PROFILES:
        return PROFILES[code][language]
    return rule_named(code).info.title[language] if code in DEROGABLE else code


def capital(words: str) -> str:
    """The same, to begin a line."""
    return words[:1].upper() + words[1:]


def _kind(cell: Reference | References) -> Kind:
    assert cell.kind is not None
    return cell.kind


def _fields(kind: Kind, record: Record) -> dict[str, Any]:
    if kind is Kind.SETTINGS:  # its sheet holds more than the record: the weeks of one workbook
        return {name: getattr(record, name) for name in SHEET[kind].column if hasattr(record, name)}
    return dict(SHEET[kind].fields(record))
