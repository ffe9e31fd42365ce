"""A column: everything the workbook needs to know about one field of a record."""

from dataclasses import dataclass
from dataclasses import field as derived
from typing import Any

from gems.domain.validation.spelling import folded
from gems.domain.words import Words
from gems.workbook.cells.base import CellType, Scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column, or one line of the settings sheet. Reading, writing, help, drop-downs and messages derive from it."""

    field: str
    """The record's attribute ("contract.member_ids"), as `Issue.field` names it."""
    heading: Words
    cell: CellType[Any]
    """How its cells are read and written."""
    help: Words
    example: Scalar | None = None
    """What a cell may hold, as a person would write it; the examples of all sheets make one valid group."""
    second_example: Scalar | None = None
    """The same for a second line, on sheets that others refer to twice."""
    required: bool = False
    default: Any = None
    """What a blank cell means when the column is not required."""
    aliases: tuple[str, ...] = ()
    """Other headings understood."""
    shown_only: bool = False
    """Written for people to read, never read back."""
    spellings: frozenset[str] = derived(init=False)

    def __post_init__(self) -> None:
        spellings = frozenset(map(folded, (self.heading.fr, self.heading.en, *self.aliases)))
        object.__setattr__(self, "spellings", spellings)
