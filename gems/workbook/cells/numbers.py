"""Whole and decimal numbers; the French comma is understood."""

import re
from datetime import date, time, timedelta

from gems.domain.words import Language, Words
from gems.workbook.cells.base import CellType, Scalar

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?$")
BEYOND = 1e12
"""Larger figures are typing errors, and would not fit a database column."""


class Decimal(CellType[float]):
    """A number with decimals, such as degrees."""

    name = Words("un nombre", "a number")
    hint = Words("Indiquez un nombre, par exemple 46,17.", "Enter a number such as 46.17.")
    placeholder = 0.0
    garbage = "beaucoup"
    width = 11

    def parse(self, raw: Scalar) -> float:
        found = as_number(raw)
        if found is None:
            raise self.refuse(raw)
        return float(found)

    def show(self, value: float, language: Language) -> Scalar | None:
        del language
        return value


class Whole(CellType[int]):
    """A whole number of something (minutes, kilometres, people, cents)."""

    name = Words("un nombre entier", "a whole number")
    garbage = "beaucoup"
    width = 11

    def __init__(self, unit: Words, example: int, placeholder: int = 1) -> None:
        self.hint = Words(
            f"Indiquez un nombre entier de {unit.fr}, par exemple {example}.",
            f"Enter a whole number of {unit.en}, such as {example}.",
        )
        self.placeholder = placeholder

    def parse(self, raw: Scalar) -> int:
        found = as_number(raw)
        if found is None or found != round(found):
            raise self.refuse(raw)
        return round(found)

    def show(self, value: int, language: Language) -> Scalar | None:
        del language
        return value


def as_number(raw: Scalar) -> int | float | None:
    """The number in a cell, text such as "1 607,5" included; None when it is none, or absurdly large."""
    if isinstance(raw, bool | date | time | timedelta):
        return None
    if isinstance(raw, str):
        text = re.sub(r"[\s\u00a0\u202f]", "", raw)
        if not _NUMBER.match(text):
            return None
        raw = float(text.replace(",", "."))
    # False for what is no number (NaN), too.
    return raw if abs(raw) < BEYOND else None
