"""Amounts of money: euros in the cell, whole cents in the record."""

from gems.domain.words import Language, Words
from gems.workbook.cells.base import CellType, Scalar
from gems.workbook.cells.numbers import as_number

CENTS = 100
NOISE = 1e-6
"""Of a cent: what multiplying a decimal number leaves."""


class Euros(CellType[int]):
    """An amount such as 12,50 (or "12,50 €"), to the cent."""

    name = Words("un montant en euros", "an amount in euros")
    hint = Words("Indiquez un montant en euros, par exemple 12,50.", "Enter an amount in euros such as 12.50.")
    placeholder = 1
    garbage = "cher"
    number_format = "0.00"
    width = 11

    def parse(self, raw: Scalar) -> int:
        found = as_number(raw.replace("€", "") if isinstance(raw, str) else raw)
        if found is None or abs(found * CENTS - round(found * CENTS)) > NOISE:
            raise self.refuse(raw)
        return round(found * CENTS)

    def show(self, value: int, language: Language) -> Scalar | None:
        del language
        return value / CENTS
