"""The qualifications of a person, each with the day it expires."""

import re

from gems.domain.issues import Kind
from gems.domain.people import HeldQualification
from gems.domain.words import Language, Words
from gems.workbook.cells.base import CellType, Lookup, Scalar
from gems.workbook.cells.days import Day
from gems.workbook.cells.texts import as_text, pieces

_EXPIRING = re.compile(r"(.*\S)\s*\(\D*(\d[^()]*)\)$", re.DOTALL)


class HeldQualifications(CellType[tuple[HeldQualification, ...]]):
    """ "AS; SST (31/12/2026)": codes separated by semicolons, the last day of validity in brackets if any."""

    name = Words("une liste de métiers", "a list of jobs")
    hint = Words(
        "Indiquez des codes de métier séparés par des points-virgules, avec leur fin de validité entre parenthèses "
        "s'il y en a une : « AS; SST (31/12/2026) ».",
        "Enter job codes separated by semicolons, with their last day of validity in brackets if any: "
        "“AS; SST (31/12/2026)”.",
    )
    placeholder: tuple[HeldQualification, ...] = ()
    garbage = "AS (le 99/99/2026)"
    number_format = "@"
    width = 20
    kind = Kind.QUALIFICATION

    def parse(self, raw: Scalar) -> tuple[HeldQualification, ...]:
        return tuple(_held(piece) for piece in pieces(as_text(raw).replace(",", ";")))

    def show(self, value: tuple[HeldQualification, ...], language: Language) -> Scalar | None:
        del language
        return "; ".join(map(_shown, value)) or None

    def resolve(self, value: tuple[HeldQualification, ...], lookup: Lookup) -> tuple[HeldQualification, ...]:
        return tuple(HeldQualification(code=lookup(held.code), valid_until=held.valid_until) for held in value)


def _held(piece: str) -> HeldQualification:
    found = _EXPIRING.match(piece)
    if not found:
        return HeldQualification(code=piece)
    return HeldQualification(code=found[1], valid_until=Day().parse(found[2].strip()))


def _shown(held: HeldQualification) -> str:
    day = held.valid_until
    return held.code if day is None else f"{held.code} ({day.day:02d}/{day.month:02d}/{day.year:04d})"
