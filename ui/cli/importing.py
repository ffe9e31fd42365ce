"""Imports a workbook into the database: tells what it would change, asks, and does it."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import click

from gems.access.accounts import house
from gems.domain.group import Group
from gems.domain.records import Difference, difference
from gems.domain.schedule import Schedule
from gems.domain.time import monday_of
from gems.domain.words import Words, day, same
from gems.planning.group_data import see_group
from gems.planning.group_import import Preview, counts, import_group, preview_import
from gems.planning.office import Office
from ui.cli.account_desk import declined_in_words, group_asked
from ui.cli.database import opened
from ui.cli.exits import nothing_done, wrong_input
from ui.cli.reading import sound
from ui.cli.speech import BLANK, say, session, spoken
from ui.web.record_words import changes, record_name

MOST_LINES = 8
"""Told of each kind; the others are counted."""
NEW_GROUP = Words("Le groupement « {name} » sera créé.", "The group “{name}” will be made.")
INTO = Words("Dans le groupement « {name} » :", "In the group “{name}”:")
DRAFT = Words(
    "{pieces} affectations de la semaine du {monday} deviennent un brouillon.",
    "{pieces} assignments of the week of {monday} become a draft.",
)
LINE = Words("  {sign} {record} : {fields}", "  {sign} {record}: {fields}")
MORE = Words("  … et {n} de plus", "  … and {n} more")
SAME = Words("Rien ne change : la base dit déjà ce que dit le classeur.", "Nothing changes: both say the same already.")
QUESTION = Words("Importer ? [oui/non]", "Import? [yes/no]")
YES = frozenset({"o", "oui", "y", "yes"})
DONE = Words("Importé.", "Imported.")
LEFT = Words("Rien n'a été importé.", "Nothing was imported.")


def import_workbook(source: Path, database: str | None, number: int | None, *, ask: bool) -> None:
    """Make a group what the workbook says, once the person has seen what changes and agreed."""
    reading = sound(source)
    assert reading.group is not None
    group, schedule = reading.group, reading.schedule
    with opened(database) as store, declined_in_words():
        office = Office(store)
        into = group_asked(store, number) if store.groups() else None
        preview, before = _preview(office, into, group, schedule)
        _tell(preview, before, group)
        if preview.impossible:
            raise wrong_input(*preview.impossible)
        if into is not None and not preview.differences and not preview.drafts:
            return
        if ask and not _agreed():
            raise nothing_done(LEFT)
        into = store.add_group(group.settings) if into is None else into
        import_group(office, house(into), group=group, schedule=schedule, seen_revision=preview.revision)
    say(DONE)


def _preview(office: Office, into: int | None, group: Group, schedule: Schedule | None) -> tuple[Preview, Group]:
    """What the import would do, and the group as it stands; a new group begins with its settings."""
    if into is not None:
        before = see_group(office, house(into))
        say(INTO.fill(name=same(before.settings.name)))
        return preview_import(office, house(into), group=group, schedule=schedule), before
    say(NEW_GROUP.fill(name=same(group.settings.name)))
    before = Group(settings=group.settings)
    mondays = Counter(monday_of(piece.day) for piece in schedule.assignments) if schedule is not None else {}
    drafts = tuple(sorted(mondays.items()))
    return Preview(revision=1, differences=difference(before, group), drafts=drafts, impossible=()), before


def _tell(preview: Preview, before: Group, after: Group) -> None:
    for found in preview.differences:
        say(BLANK, counts(found))
        told = list(islice(_lines(found, before, after), MOST_LINES + 1))
        total = len(found.added) + len(found.changed) + len(found.removed)
        say(*(told if total <= MOST_LINES else told[: MOST_LINES - 1]))
        if total > MOST_LINES:
            say(MORE.fill(n=total - MOST_LINES + 1))
    for monday, pieces in preview.drafts:
        say(BLANK, DRAFT.fill(pieces=pieces, monday=day(monday, year=True)))
    if not preview.differences and not preview.drafts:
        say(SAME)


def _lines(found: Difference, before: Group, after: Group) -> Iterator[Words]:
    """One a record: what goes first, as nobody gets it back."""
    kind, language = found.kind, session().language
    for record in found.removed:
        yield same(f"  − {record_name(before, kind, record, language)}")
    for old, new in found.changed:
        said = (f"{one.heading} {one.before} → {one.after}" for one in changes(after, kind, old, new, language))
        yield LINE.fill(sign="~", record=record_name(after, kind, new, language), fields=" ; ".join(said))
    for record in found.added:
        yield same(f"  + {record_name(after, kind, record, language)}")


def _agreed() -> bool:
    say(BLANK)
    answer: str = click.prompt(spoken(QUESTION), default="", show_default=False)
    return answer.strip().lower() in YES
