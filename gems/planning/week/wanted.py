"""What somebody else is looked for in a week: an absence, one piece of work, hours not served."""

from dataclasses import dataclass
from datetime import date

from gems.domain.life import AnswerKind, Side, Version, VersionState, hours_of, piece_key
from gems.domain.people import Absence
from gems.planning.office import Declined, Doing
from gems.planning.replace.case import Case, case_of_absence, case_of_needs, case_of_piece
from gems.planning.replace.entry import Refused
from gems.planning.week.changes import GONE, NOBODY, UNLOCK_FIRST
from gems.planning.week.problem import problem_of
from gems.planning.week.saying import piece_words
from gems.store.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Everything a person has in the week during their absences, one more perhaps not entered yet."""

    employee_id: str
    absence: Absence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Another:
    """Somebody else for one piece of work."""

    piece: str
    """Its `piece_key`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmet:
    """Somebody for hours asked and not served."""

    need_id: str


Wanted = Away | Another | Unmet


def posed(doing: Doing, version: Version, wanted: Wanted) -> tuple[Version, Case]:
    """The case of what is wanted on a version; raises Declined when it is not there."""
    work, schedule = doing.work, version.schedule
    problem, refused = problem_of(work, version), refused_hours(work, version.head.monday)
    if isinstance(wanted, Away):
        if wanted.employee_id not in problem.group.employee:
            raise Declined(NOBODY)
        known = {row.id for row in problem.group.absences}
        fresh = wanted.absence if wanted.absence is not None and wanted.absence.id not in known else None
        return version, case_of_absence(problem, schedule, wanted.employee_id, fresh, refused)
    if isinstance(wanted, Unmet):
        return version, case_of_needs(problem, schedule, (wanted.need_id,), refused)
    piece = next((one for one in schedule.assignments if piece_key(one) == wanted.piece), None)
    if piece is None:
        raise Declined(GONE)
    if piece.locked and version.head.state is VersionState.DRAFT:
        raise Declined(UNLOCK_FIRST.fill(piece=piece_words(problem.group, piece)))
    return version, case_of_piece(problem, schedule, piece, refused)


def refused_hours(work: Work, monday: date) -> Refused:
    """Hours that people said no to: refused changes, and objections to any version of the week."""
    keys = [refusal.piece for refusal in work.life.refusals()]
    for head in work.versions.heads(monday):
        answers = work.life.answers(monday, head.number)
        keys += [one.piece for one in answers if one.kind is AnswerKind.OBJECT and one.side is Side.EMPLOYEE]
    return frozenset(map(hours_of, keys))
