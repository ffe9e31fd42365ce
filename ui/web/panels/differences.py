"""What differs between two states of the group's data, record by record."""

from collections.abc import Sequence

from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.domain.records import Difference, Record
from ui.web.here import Here
from ui.web.markup import Entry, entries, sentence
from ui.web.record_words import changes, record_name

MOST_SHOWN = 40


def difference_lines(here: Here, before: Group, group: Group, one: Difference) -> None:
    """Added, changed field by field, removed: from the group `before` to what it would be."""
    _names(here, group, one.kind, "difference.added", one.added)
    entries(
        Entry(
            title=here.say("difference.changed", name=record_name(group, one.kind, new, here.language)),
            lines=tuple(
                here.say("difference.field", field=change.heading, before=change.before, after=change.after)
                for change in changes(group, one.kind, old, new, here.language)
            ),
            mark="todo",
        )
        for old, new in one.changed[:MOST_SHOWN]
    )
    _more(here, len(one.changed))
    removed = "difference.withdrawn" if one.kind is Kind.REQUEST else "difference.removed"
    _names(here, before, one.kind, removed, one.removed)


def _names(here: Here, group: Group, kind: Kind, key: str, records: Sequence[Record]) -> None:
    entries(
        Entry(title=here.say(key, name=record_name(group, kind, record, here.language)))
        for record in records[:MOST_SHOWN]
    )
    _more(here, len(records))


def _more(here: Here, many: int) -> None:
    if many > MOST_SHOWN:
        sentence(here.say("difference.more", n=many - MOST_SHOWN), kind="quiet")
