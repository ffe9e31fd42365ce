"""Who instead? The ranked list for a week of the store, and one click that makes an entry of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from gems.access.policy import Act
from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.domain.life import (
    NoticeBand,
    Refusal,
    Version,
    VersionHead,
    VersionState,
    piece_key,
)
from gems.domain.people import Derogation
from gems.domain.schedule import Assignment, Schedule
from gems.domain.words import Words, counted
from gems.planning.group_data import check_new_faults
from gems.planning.office import Declined, Doing, use_case
from gems.planning.replace.case import Case
from gems.planning.replace.entry import Entry
from gems.planning.replace.hole import Hole
from gems.planning.replace.listing import Listing
from gems.planning.replace.saying import hole_words
from gems.planning.week.changes import Changed
from gems.planning.week.edit import MADE, seen
from gems.planning.week.propose import draft_of
from gems.planning.week.saying import joined, person_name, subject_of, version_words
from gems.planning.week.steps import NO_VERSION, Step, standing_of, version_for
from gems.planning.week.wanted import Away, Wanted, posed

NO_LONGER = Words(
    "Ce remplacement n'est plus possible : quelque chose a changé entre-temps. Regardez la liste à nouveau.",
    "This replacement is no longer possible: something has changed meanwhile. Look at the list again.",
)
NOTHING_OPEN = Words("Il n'y a plus rien à confier ici.", "Nothing is left to give here.")
TAKES = Words("{person} prend {hole}", "{person} takes {hole}")
LEFT = Words("à pourvoir : {hole}", "unserved: {hole}")
ENTERED = Words("absence ajoutée : {person}", "absence added: {person}")
AGREED = (
    Words("{n} accord pour des heures annoncées tard", "{n} agreement to hours told late"),
    Words("{n} accords pour des heures annoncées tard", "{n} agreements to hours told late"),
)
SAID_NO = Words("{person} a refusé {hole}", "{person} refused {hole}")
MOST_SAID = 5


@dataclass(frozen=True, kw_only=True)
class Replacements:
    """The list as it stands."""

    head: VersionHead
    """The version it is about, at the edit seen."""
    group: Group
    listings: tuple[Listing, ...]
    """One for each hole, in time order; none when nothing is to be given."""
    published: bool
    """Whether the week has been published: then taking an entry is told, and counted, when it is published again."""


@use_case(Act.EDIT_WEEK)
def replacements(doing: Doing, *, monday: date, wanted: Wanted) -> Replacements:
    """Who could do what is wanted in a week, on its newest version; raises Declined when there is none."""
    version, case = posed(doing, _newest(doing, monday), wanted)
    published = standing_of(doing, monday).issued is not None
    return Replacements(head=version.head, group=case.problem.group, listings=case.listings(), published=published)


@use_case(Act.EDIT_WEEK, writes=True)
def replace_now(doing: Doing, *, monday: date, number: int, edit: int, wanted: Wanted, entry: str) -> VersionHead:
    """Make one entry of the list, by its key, on the version seen.

    The absence and the agreements it needs are entered, a draft is opened unless it is one, and the work changes hands
    there, to be undone like any change by hand. Raises Declined when the entry is possible no more, Overtaken.
    """
    version, case = posed(doing, _as_seen(doing, monday, number, edit), wanted)
    found, group = _entry(case, entry), case.problem.group
    words = TAKES.fill(person=person_name(group, found.employee_id), hole=hole_words(group, found.hole))
    _enter(doing, wanted, found.agreements)
    return _change(doing, version, case, [found], [], words)


@use_case(Act.EDIT_WEEK, writes=True)
def replace_all(doing: Doing, *, monday: date, number: int, edit: int, wanted: Wanted) -> VersionHead:
    """Make the best entry for each hole in turn; hours that nobody can take are left unserved.

    Raises Declined when there is nothing to give, Overtaken.
    """
    version, case = posed(doing, _as_seen(doing, monday, number, edit), wanted)
    if not case.holes:
        raise Declined(NOTHING_OPEN)
    filled, group = case.replacing().best_of_all(case.holes), case.problem.group
    said = [
        TAKES.fill(person=person_name(group, one.employee_id), hole=hole_words(group, one.hole))
        for one in filled.entries
    ]
    said += [LEFT.fill(hole=hole_words(group, hole)) for hole in filled.unfilled]
    _enter(doing, wanted, [row for one in filled.entries for row in one.agreements])
    return _change(doing, version, case, filled.entries, filled.unfilled, joined(said, most=MOST_SAID))


@use_case(Act.EDIT_WEEK, writes=True)
def note_refusal(doing: Doing, *, monday: date, wanted: Wanted, entry: str) -> None:
    """Remember that the taker of an entry said no: proposed last from now on, and counted as a refused change.

    Raises Declined when the entry is possible no more.
    """
    _, case = posed(doing, _newest(doing, monday), wanted)
    found = _entry(case, entry)
    for piece in found.way.taken:
        doing.work.life.add_refusal(
            Refusal(
                employee_id=piece.employee_id,
                day=piece.day,
                piece=piece_key(piece),
                band=found.band or NoticeBand.EARLY,
                at=doing.work.now,
            )
        )
    group = case.problem.group
    said = SAID_NO.fill(person=person_name(group, found.employee_id), hole=hole_words(group, found.hole))
    doing.note(Act.EDIT_WEEK, subject_of(monday), said)


def _entry(case: Case, key: str) -> Entry:
    found = next((one for listing in case.listings() for one in listing.entries if one.key == key), None)
    if found is None:
        raise Declined(NO_LONGER)
    return found


def _newest(doing: Doing, monday: date) -> Version:
    standing = standing_of(doing, monday)
    version = None if standing.newest is None else doing.work.versions.find(monday, standing.newest.number)
    if version is None:
        raise Declined(NO_VERSION)
    return version


def _as_seen(doing: Doing, monday: date, number: int, edit: int) -> Version:
    standing = standing_of(doing, monday)
    head = next((one for one in standing.heads if one.number == number), None)
    step = Step.EDIT if head is not None and head.state is VersionState.DRAFT else Step.REVISE
    _, version = version_for(doing, step, monday, number)
    seen(doing, version, edit)
    return version


def _enter(doing: Doing, wanted: Wanted, agreements: Iterable[Derogation]) -> None:
    """The absence and the agreements among the group's data."""
    work, group = doing.work, doing.work.group
    absence = wanted.absence if isinstance(wanted, Away) else None
    if absence is not None and absence.id not in {row.id for row in group.absences}:
        after = replace(group, absences=(*group.absences, absence))
        check_new_faults(group, after)
        work.records.put(Kind.ABSENCE, after.absences)
        doing.note(Act.EDIT_GROUP, absence.id, ENTERED.fill(person=person_name(group, absence.employee_id)))
    known = {row.id for row in group.derogations}
    fresh = {row.id: row for row in agreements if row.id not in known}
    if fresh:
        work.records.put(Kind.DEROGATION, (*group.derogations, *fresh.values()))
        doing.note(Act.EDIT_GROUP, "; ".join(fresh), counted(len(fresh), *AGREED))


def _change(
    doing: Doing, version: Version, case: Case, entries: Iterable[Entry], emptied: Iterable[Hole], words: Words
) -> VersionHead:
    """The entries made on the draft, or on a new one; holes not filled stay with whom they are, unless emptied."""
    work, made = doing.work, tuple(entries)
    head = version.head
    if head.state is not VersionState.DRAFT:
        head = draft_of(doing, version)
    draft = work.versions.find(head.monday, head.number)
    assert draft is not None
    found = _changed(draft.schedule, [*(one.hole for one in made), *emptied], made, words)
    head = work.versions.save(draft.head, found.on(draft.schedule))
    work.versions.log_edit(head, found.removed, found.added, words)
    doing.note(Act.EDIT_WEEK, subject_of(head.monday, head.number), MADE.fill(version=version_words(head), words=words))
    return head


def _changed(schedule: Schedule, holes: list[Hole], entries: tuple[Entry, ...], words: Words) -> Changed:
    """What goes and comes in the draft: one piece given twice in a row goes from its first to its last holder."""
    standing = {piece_key(piece): piece for piece in schedule.assignments}
    removed = [standing[piece_key(piece)] for hole in holes for piece in hole.lost]
    added: list[Assignment] = []
    for entry in entries:
        for piece in entry.delta.removed:
            key = piece_key(piece)
            came = next((one for one in added if piece_key(one) == key), None)
            if came is not None:
                added.remove(came)
            else:
                removed.append(standing[key])
        added += entry.delta.added
    return Changed(removed=tuple(removed), added=tuple(added), words=words)
