"""The promise every cell type keeps."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Generic, TypeVar

from gems.domain.issues import Kind
from gems.domain.words import Language, Words

Scalar = str | int | float | bool | datetime | date | time | timedelta
"""What openpyxl finds in a cell, or puts there; a blank cell is None."""

Lookup = Callable[[str], str]
"""From an id or a name as written to the id meant; unknown words come back as they are."""

Value = TypeVar("Value")
SHOWN_LENGTH = 40


class Unreadable(Exception):
    """A cell holds something else than its type; says what is wrong and, if the type's hint is too little, the fix."""

    def __init__(self, wrong: Words, fix: Words | None = None) -> None:
        super().__init__(wrong.en)
        self.wrong = wrong
        self.fix = fix


class CellType(ABC, Generic[Value]):
    """How one kind of value is read from a cell and written to it."""

    name: Words
    """With its article: "une durée"."""
    hint: Words
    """What to write, politely, as a sentence: "Indiquez une durée, par exemple…"."""
    placeholder: Value
    """A valid value, so that a record can be built around a faulty cell and the rest of it judged."""
    garbage: Scalar = "#REF!"
    """Something this type refuses; the spoil-each-cell test writes it everywhere."""
    number_format: str = "General"
    width: int = 14
    kind: Kind | None = None
    """The kind of record this cell points to, if it does."""

    @abstractmethod
    def parse(self, raw: Scalar) -> Value:
        """Read a cell that is not blank; raises Unreadable."""

    @abstractmethod
    def show(self, value: Value, language: Language) -> Scalar | None:
        """What to put in the cell so that `parse` gives the value back; None leaves it blank."""

    def resolve(self, value: Value, lookup: Lookup) -> Value:
        """The value with its references turned into ids; `lookup` raises Unreadable when several share a name."""
        del lookup
        return value

    def options(self, language: Language) -> tuple[str, ...]:
        """What a drop-down offers; nothing for free values."""
        del language
        return ()

    def refuse(self, raw: Scalar) -> Unreadable:
        """The usual refusal: "« douze » n'est pas une durée."."""
        shown = said(raw)
        return Unreadable(
            Words(f"« {shown} » n'est pas {self.name.fr}.", f"“{shown}” is not {self.name.en}."), self.hint
        )


def said(raw: Scalar) -> str:
    """A cell's content as quoted in a message: short, on one line, dates the French way."""
    if isinstance(raw, datetime):
        text = f"{raw:%d/%m/%Y %H:%M}"
    elif isinstance(raw, date):
        text = f"{raw:%d/%m/%Y}"
    else:
        text = " ".join(str(raw).split())
    return text if len(text) <= SHOWN_LENGTH else text[: SHOWN_LENGTH - 1] + "…"
