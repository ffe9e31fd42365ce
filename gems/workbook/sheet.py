"""A sheet: its columns, and how a line becomes a record and back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, Literal

from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.domain.schedule import Schedule
from gems.domain.time import Instant
from gems.domain.validation.spelling import folded
from gems.domain.words import Words
from gems.workbook.columns import Column

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something to say about one field of a line."""

    field: str
    wrong: Words
    fix: Words
    severity: Severity = "error"


@dataclass(slots=True)
class Row:
    """The values read from one line, by field, and what there is to say about them."""

    number: int
    """Excel's own line number; for the settings sheet, that of its first line."""
    values: dict[str, Any]
    places: dict[str, str]
    """The cell of each field ("C14")."""
    complaints: list[Complaint] = field(default_factory=list)

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    @property
    def faulty(self) -> set[str]:
        """The fields that could not be read; their values are placeholders."""
        return {complaint.field for complaint in self.complaints if complaint.severity == "error"}

    def complain(self, name: str, wrong: Words, fix: Words, severity: Severity = "error") -> None:
        """Note a fault of this line, once a field."""
        if name not in self.faulty:
            self.complaints.append(Complaint(name, wrong, fix, severity))


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All that a workbook holds of a group: what was entered, the schedule, and when the planning was made."""

    group: Group
    schedule: Schedule | None = None
    as_of: Instant | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One kind of record, one line each."""

    kind: Kind
    title: Words
    about: Words
    """What the sheet is for, in the help sheet."""
    columns: tuple[Column, ...]
    records: Callable[[Content], tuple[Any, ...]]
    build: Callable[[Row], Any]
    """From the values of a line to the record; complains about what columns alone cannot see."""
    fields: Callable[[Any], Mapping[str, Any]]
    """From a record to the value of each column."""
    aliases: tuple[str, ...] = ()
    vertical: bool = False
    """One record only, one field a line: the settings."""
    key: str = "id"
    """The field by which other sheets refer to a line."""
    label: str | None = None
    """The field by which people refer to a line; None when there is no such thing."""

    @property
    def spellings(self) -> frozenset[str]:
        """The titles understood, folded."""
        return frozenset(map(folded, (self.title.fr, self.title.en, *self.aliases)))

    @property
    def column(self) -> dict[str, Column]:
        """Columns by field."""
        return {column.field: column for column in self.columns}

    @property
    def read_columns(self) -> tuple[Column, ...]:
        """The columns that are read back."""
        return tuple(column for column in self.columns if not column.shown_only)


def entered(path: str) -> Callable[[Content], tuple[Any, ...]]:
    """The records of a group at an attribute path ("members", "history.weeks")."""
    reach = attrgetter(path)

    def records(content: Content) -> tuple[Any, ...]:
        return tuple(reach(content.group))

    return records


def plain(record: type, columns: tuple[Column, ...]) -> dict[str, Any]:
    """`build` and `fields` of a sheet whose columns are exactly the attributes of its record."""
    names = [column.field for column in columns if not column.shown_only]

    def build(row: Row) -> Any:
        return record(**{name: row[name] for name in names})

    def fields(value: Any) -> dict[str, Any]:
        return {name: getattr(value, name) for name in names}

    return {"build": build, "fields": fields}
