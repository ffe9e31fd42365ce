"""A group's records kind by kind: where each kind stands, what names one record, and how two groups differ."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

from gems.domain.group import Group
from gems.domain.issues import Kind

Record = Any
"""One of the frozen dataclasses that a group holds."""
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the records of a kind stand in a group, and the fields that name one among them."""

    attribute: str
    """Of the group; of its history when it begins with "history."."""
    keys: tuple[str, ...]

    def key(self, record: Record) -> Key:
        """What names this record among those of its kind."""
        return tuple(getattr(record, name) for name in self.keys)


PLACES: Mapping[Kind, Place] = {
    Kind.COMMUNE: Place("communes", ("name",)),
    Kind.MEMBER: Place("members", ("id",)),
    Kind.SITE: Place("sites", ("id",)),
    Kind.QUALIFICATION: Place("qualifications", ("code",)),
    Kind.STAND_IN: Place("stand_ins", ("held", "needed")),
    Kind.EMPLOYEE: Place("employees", ("id",)),
    Kind.ABSENCE: Place("absences", ("id",)),
    Kind.WISH: Place("wishes", ("id",)),
    Kind.ROSTER_TERM: Place("roster_terms", ("id",)),
    Kind.REQUEST: Place("requests", ("id",)),
    Kind.ON_CALL: Place("on_calls", ("id",)),
    Kind.DEROGATION: Place("derogations", ("id",)),
    Kind.TRAVEL: Place("travel", ("origin", "destination")),
    Kind.WEEK_DONE: Place("history.weeks", ("employee_id", "monday")),
    Kind.YEAR_DONE: Place("history.years", ("employee_id",)),
    Kind.KNOWN_FACE: Place("history.faces", ("employee_id", "member_id")),
    Kind.MEMBER_LEDGER: Place("history.ledgers", ("member_id",)),
}
"""Every kind that is a list, in an order in which nothing refers to a later kind."""


def records_of(group: Group, kind: Kind) -> tuple[Record, ...]:
    """The records of a kind, in the order entered."""
    found: tuple[Record, ...] = attrgetter(PLACES[kind].attribute)(group)
    return found


def with_records(group: Group, kind: Kind, records: tuple[Record, ...]) -> Group:
    """The same group with these records of a kind."""
    name = PLACES[kind].attribute
    if name.startswith("history."):
        changes: dict[str, Any] = {name.removeprefix("history."): records}
        changes = {"history": replace(group.history, **changes)}
    else:
        changes = {name: records}
    return replace(group, **changes)


def by_key(group: Group, kind: Kind) -> dict[Key, Record]:
    """The records of a kind, by what names them."""
    key: Callable[[Record], Key] = PLACES[kind].key
    return {key(record): record for record in records_of(group, kind)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What changes between two states of a kind of records."""

    kind: Kind
    added: tuple[Record, ...] = ()
    changed: tuple[tuple[Record, Record], ...] = ()
    """Before and after."""
    removed: tuple[Record, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def difference(before: Group, after: Group) -> tuple[Difference, ...]:
    """Kind by kind, only those where something differs; settings are a kind of one record."""
    found = []
    if before.settings != after.settings:
        found.append(Difference(kind=Kind.SETTINGS, changed=((before.settings, after.settings),)))
    for kind in PLACES:
        old, new = by_key(before, kind), by_key(after, kind)
        found.append(
            Difference(
                kind=kind,
                added=tuple(record for key, record in new.items() if key not in old),
                changed=tuple((old[key], record) for key, record in new.items() if key in old and old[key] != record),
                removed=tuple(record for key, record in old.items() if key not in new),
            )
        )
    return tuple(one for one in found if one)
