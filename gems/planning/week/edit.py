"""A draft changed by hand: tried first, then kept, undone, done again. Nobody's work is ever written over."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gems.access.policy import Act
from gems.domain.life import Version, VersionHead, VersionState
from gems.domain.words import Words
from gems.planning.office import Declined, Doing, Overtaken, use_case
from gems.planning.week.changes import Change, Changed, changed
from gems.planning.week.problem import problem_of
from gems.planning.week.saying import joined, subject_of, version_words
from gems.planning.week.steps import Step, version_for
from gems.planning.week.written import take_back, write_again
from gems.rules.checker import judge
from gems.rules.statement import Violation
from gems.store.versions import Edit
from gems.store.work import Work

OVERTAKEN = Words(
    "Quelqu'un a changé ce planning entre-temps ; votre changement n'a pas été fait. {acts}",
    "Somebody changed this schedule meanwhile; your change was not made. {acts}",
)
BY = Words("{who} : {words}", "{who}: {words}")
NOTHING_TO_UNDO = Words("Il n'y a rien à annuler.", "There is nothing to undo.")
NOTHING_TO_REDO = Words("Il n'y a rien à rétablir.", "There is nothing to do again.")
UNDONE = Words("annulé : {words}", "undone: {words}")
REDONE = Words("rétabli : {words}", "done again: {words}")
WITH_DATA = Words("{words}, données comprises", "{words}, data included")
MADE = Words("{version} : {words}", "{version}: {words}")
MOST_ACTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What a change would bring; nothing is written."""

    words: Words
    """The change itself."""
    new_violations: tuple[Violation, ...]
    gone_violations: tuple[Violation, ...]
    cents_change: int
    """Of the whole bill; negative: it saves."""
    served_minutes_change: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Undoable:
    """The change that would be undone, and the one that would be done again; None where there is none."""

    undo: Words | None = None
    redo: Words | None = None


@use_case(Act.EDIT_WEEK)
def try_edit(doing: Doing, *, monday: date, number: int, change: Change) -> Judged:
    """Judge a change to a draft before making it; raises Declined with why when it cannot be made."""
    _, version = version_for(doing, Step.EDIT, monday, number)
    problem = problem_of(doing.work, version)
    found = changed(problem, version.schedule, change)
    before, after = judge(problem, version.schedule), judge(problem, found.on(version.schedule))
    # A rule may be broken twice in the same words: what counts is how often.
    was, now = Counter(before.violations), Counter(after.violations)
    return Judged(
        words=found.words,
        new_violations=tuple((now - was).elements()),
        gone_violations=tuple((was - now).elements()),
        cents_change=after.cents - before.cents,
        served_minutes_change=_served(found),
    )


@use_case(Act.EDIT_WEEK, writes=True)
def edit_week(doing: Doing, *, monday: date, number: int, edit: int, change: Change) -> VersionHead:
    """Change a draft as it was seen at `edit`.

    Raises Declined when it cannot be, and Overtaken when somebody saved meanwhile. A draft may break rules: it shows,
    and only proposing refuses.
    """
    version = _as_seen(doing, monday, number, edit)
    found = changed(problem_of(doing.work, version), version.schedule, change)
    head = doing.work.versions.save(version.head, found.on(version.schedule))
    doing.work.versions.log_edit(head, found.removed, found.added, found.words)
    _note(doing, head, found.words)
    return head


@use_case(Act.EDIT_WEEK, writes=True)
def undo(doing: Doing, *, monday: date, number: int, edit: int) -> VersionHead:
    """Take the last change back, whoever made it, with what it wrote into the group's data.

    Raises Declined when there is none, and Overtaken when the draft or those data were changed since.
    """
    version = _as_seen(doing, monday, number, edit)
    step = _last_done(doing.work.versions.edits(monday, number))
    if step is None:
        raise Declined(NOTHING_TO_UNDO)
    back = Changed(removed=step.added, added=step.removed, words=UNDONE.fill(words=step.words))
    take_back(doing, step.written, back.words)
    return _again(doing, version, step, back, undone=True)


@use_case(Act.EDIT_WEEK, writes=True)
def redo(doing: Doing, *, monday: date, number: int, edit: int) -> VersionHead:
    """Make the last change taken back again, its data too; raises Declined when there is none, Overtaken."""
    version = _as_seen(doing, monday, number, edit)
    step = _first_undone(doing.work.versions.edits(monday, number))
    if step is None:
        raise Declined(NOTHING_TO_REDO)
    forth = Changed(removed=step.removed, added=step.added, words=REDONE.fill(words=step.words))
    write_again(doing, step.written, forth.words)
    return _again(doing, version, step, forth, undone=False)


def undoable(work: Work, head: VersionHead | None) -> Undoable:
    """What undo and redo would do to a version."""
    if head is None or head.state is not VersionState.DRAFT:
        return Undoable()
    steps = work.versions.edits(head.monday, head.number)
    last, next_one = _last_done(steps), _first_undone(steps)
    return Undoable(undo=_told(last), redo=_told(next_one))


def seen(doing: Doing, version: Version, edit: int) -> None:
    """Raise Overtaken when a version is no longer as it was seen."""
    if version.head.edit != edit:
        raise Overtaken(OVERTAKEN.fill(acts=_meanwhile(doing, version.head, edit)), before=None, current=version)


def _as_seen(doing: Doing, monday: date, number: int, edit: int) -> Version:
    _, version = version_for(doing, Step.EDIT, monday, number)
    seen(doing, version, edit)
    return version


def _again(doing: Doing, version: Version, step: Edit, found: Changed, *, undone: bool) -> VersionHead:
    head = doing.work.versions.save(version.head, found.on(version.schedule))
    doing.work.versions.mark_edit(head, step.step, undone=undone)
    _note(doing, head, found.words)
    return head


def _note(doing: Doing, head: VersionHead, words: Words) -> None:
    doing.note(Act.EDIT_WEEK, subject_of(head.monday, head.number), MADE.fill(version=version_words(head), words=words))


def _told(step: Edit | None) -> Words | None:
    """A change, and whether the group's data go with it."""
    if step is None:
        return None
    return WITH_DATA.fill(words=step.words) if step.written else step.words


def _last_done(steps: Iterable[Edit]) -> Edit | None:
    return next((step for step in reversed(tuple(steps)) if not step.undone), None)


def _first_undone(steps: Iterable[Edit]) -> Edit | None:
    return next((step for step in steps if step.undone), None)


def _meanwhile(doing: Doing, head: VersionHead, edit: int) -> Words:
    """Who did what since an edit: each edit is one act in the history."""
    subject = subject_of(head.monday, head.number)
    acts = [deed for deed in doing.work.trail.deeds() if deed.subject == subject and deed.act == Act.EDIT_WEEK]
    since = acts[: head.edit - edit][::-1]
    return joined([BY.fill(who=deed.who, words=deed.words) for deed in since], most=MOST_ACTS)


def _served(found: Changed) -> int:
    """Minutes served more, or fewer."""
    before = sum(piece.minutes for piece in found.removed if piece.mission_id is not None)
    return sum(piece.minutes for piece in found.added if piece.mission_id is not None) - before
