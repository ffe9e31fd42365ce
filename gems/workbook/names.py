"""From what people write in a reference, an id or a name, to the id."""

from collections.abc import Iterable

from gems.domain.issues import Kind
from gems.domain.validation.spelling import folded
from gems.domain.words import Words
from gems.workbook.cells.base import CellType, Unreadable
from gems.workbook.sheet import Row, Sheet


class Names:
    """The ids and names of one kind of record."""

    def __init__(self, sheet: Sheet, rows: Iterable[Row]) -> None:
        self._ids: set[str] = set()
        self._spellings: dict[str, set[str]] = {}
        for row in rows:
            if sheet.key in row.faulty:
                continue
            key = row[sheet.key]
            self._ids.add(key)
            self._spellings.setdefault(folded(key), set()).add(key)
        for row in rows:
            if sheet.label is not None and not {sheet.key, sheet.label} & row.faulty:
                self._learn(row[sheet.label], row[sheet.key])

    def _learn(self, name: str, key: str) -> None:
        """A name means a record unless it already is another one's id."""
        spelling = folded(name)
        if not any(folded(known) == spelling for known in self._spellings.get(spelling, ())):
            self._spellings.setdefault(spelling, set()).add(key)

    def __call__(self, text: str) -> str:
        """The id meant; the text itself when nothing answers to it. Raises Unreadable when several do."""
        if text in self._ids:
            return text
        found = self._spellings.get(folded(text), set())
        if len(found) > 1:
            listed = ", ".join(sorted(found)[:4])
            raise Unreadable(
                Words(f"« {text} » désigne plusieurs lignes ({listed}).", f"“{text}” means several lines ({listed})."),
                Words("Indiquez l'identifiant plutôt que le nom.", "Enter the identifier rather than the name."),
            )
        return next(iter(found), text)


def resolve(sheets: Iterable[Sheet], rows: dict[Kind, list[Row]]) -> None:
    """Turn every reference of every row into an id, in place."""
    referred = {column.cell.kind for sheet in sheets for column in sheet.read_columns}
    names = {sheet.kind: Names(sheet, rows[sheet.kind]) for sheet in sheets if sheet.kind in referred}
    for sheet in sheets:
        referring = [(column.field, column.cell) for column in sheet.read_columns if column.cell.kind is not None]
        for row in rows[sheet.kind]:
            for field, type_ in referring:
                if row.values[field] is not None and field not in row.faulty:
                    _resolve_cell(row, field, type_, names)


def _resolve_cell(row: Row, field: str, type_: CellType[object], names: dict[Kind, Names]) -> None:
    if type_.kind is None:
        return
    try:
        row.values[field] = type_.resolve(row.values[field], names[type_.kind])
    except Unreadable as fault:
        row.complain(field, fault.wrong, fault.fix or type_.hint)
        row.values[field] = type_.placeholder
