"""What is wrong with a file, cell by cell."""

from collections.abc import Iterable
from dataclasses import dataclass

from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from gems.domain.words import Words
from gems.workbook.sheet import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class CellFault:
    """One thing to correct: where, what is wrong, what to do. An empty sheet and cell mean the file as a whole."""

    sheet: str
    """The sheet's title as it stands in the file."""
    cell: str
    """"C14"."""
    column: str
    """The heading of the column."""
    wrong: Words
    fix: Words
    severity: Severity = "error"

    @property
    def place(self) -> Words:
        """ "Salariés, C14 (Heures par semaine)"."""
        if not self.sheet:
            return Words("le fichier", "the file")
        heading = f" ({self.column})" if self.column else ""
        return Words(f"{self.sheet}, {self.cell}{heading}", f"{self.sheet}, {self.cell}{heading}")


class UnsafeFile(Exception):
    """The file is refused before being read; carries the one fault that says why."""

    def __init__(self, wrong: Words, fix: Words) -> None:
        super().__init__(wrong.en)
        self.fault = CellFault(sheet="", cell="", column="", wrong=wrong, fix=fix)


def in_reading_order(faults: Iterable[CellFault], titles: list[str]) -> tuple[CellFault, ...]:
    """Sheet by sheet as in the file, line by line, from left to right; the same fault once."""
    rank = {title: place for place, title in enumerate(titles)}

    def order(fault: CellFault) -> tuple[int, int, int]:
        if not fault.cell:
            return (rank.get(fault.sheet, -1), 0, 0)
        letters, row = coordinate_from_string(fault.cell)
        return (rank.get(fault.sheet, -1), row, column_index_from_string(letters))

    return tuple(sorted(dict.fromkeys(faults), key=order))
