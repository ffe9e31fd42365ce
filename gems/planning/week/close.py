"""A week that is over, put behind: its work becomes the past that later weeks are planned from."""

from datetime import date

from gems.access.policy import Act
from gems.domain.issues import Kind
from gems.domain.life import VersionHead, VersionState
from gems.domain.words import Words
from gems.planning.office import Declined, Doing, use_case
from gems.planning.week.past import first_unknown, history_after
from gems.planning.week.saying import subject_of, version_words
from gems.planning.week.steps import NOT_PUBLISHED, Step, week_for
from gems.store.work import Work

CLOSED = Words(
    "{version} close : ses heures passent dans l'historique", "{version} closed: its hours go to the history"
)
CLOSED_KNOWN = Words(
    "{version} close : l'historique importé tient déjà ses heures",
    "{version} closed: the imported history holds its hours already",
)


@use_case(Act.CLOSE_WEEK, writes=True)
def close_week(doing: Doing, *, monday: date) -> VersionHead:
    """Close a week once its Sunday is behind: nothing in it changes any more.

    The history moves on: hours, nights and last ends of each person, counters of the year, faces and members' ledgers
    over twelve weeks. The week that leaves these twelve is taken off where the store holds it; where it was imported
    as a sum, it cannot be. A week that the imported history holds already is not counted twice. Versions still open
    are set aside. Raises Declined.
    """
    standing = week_for(doing, Step.CLOSE, monday)
    if standing.issued is None:
        raise Declined(NOT_PUBLISHED)
    for head in standing.heads:
        if head.state in (VersionState.DRAFT, VersionState.PROPOSED, VersionState.AGREED):
            doing.work.versions.move(head, VersionState.REPLACED)
    moved_on = _move_on(doing.work, monday)
    closed = doing.work.versions.move(standing.issued, VersionState.CLOSED)
    words = (CLOSED if moved_on else CLOSED_KNOWN).fill(version=version_words(closed))
    doing.note(Act.CLOSE_WEEK, subject_of(monday, closed.number), words)
    return closed


def _move_on(work: Work, monday: date) -> bool:
    """Whether the history took the week in: not when it holds it already."""
    known_to = first_unknown(work.group.history)
    if known_to is not None and monday < known_to:
        return False
    history = history_after(work, monday)
    work.records.put(Kind.WEEK_DONE, history.weeks)
    work.records.put(Kind.YEAR_DONE, history.years)
    work.records.put(Kind.KNOWN_FACE, history.faces)
    work.records.put(Kind.MEMBER_LEDGER, history.ledgers)
    return True
