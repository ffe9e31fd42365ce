"""Why not, for a week of the store: the question posed, the answer made so, and why this person rather than another."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from gems.access.policy import Act
from gems.domain.life import Version, VersionHead, VersionState, piece_key
from gems.domain.problem import Problem
from gems.domain.schedule import Assignment, Schedule
from gems.domain.words import Words
from gems.planning.explain.explaining import missing_minutes
from gems.planning.explain.person import Alternatives, alternatives
from gems.planning.explain.saying import need_words
from gems.planning.explain.unlocks import Unlock, UnlockKind
from gems.planning.office import Declined, Doing, use_case
from gems.planning.week.changes import GONE, Changed
from gems.planning.week.edit import MADE, seen
from gems.planning.week.placing import NOTHING_ASKED
from gems.planning.week.problem import problem_of
from gems.planning.week.propose import draft_of
from gems.planning.week.saying import subject_of, version_words
from gems.planning.week.steps import UNKNOWN, Step, standing_of, version_for
from gems.planning.week.written import NO_LONGER, write
from gems.rules.checker import judge
from gems.store.record_changes import RecordChange

NOT_LEGAL = Words(
    "Ce planning enfreint {n} règles : corrigez-les d'abord, un prix n'aurait pas de sens.",
    "This schedule breaks {n} rules: mend them first, a price would mean nothing.",
)
NOBODY_HIRED = Words(
    "Un recrutement ne se fait pas d'ici : ajoutez la personne dans l'équipe, puis construisez la semaine.",
    "Nobody is hired from here: add the person to the team, then build the week.",
)
SERVED = Words("{need} : servie", "{need}: served")
SERVED_BY = Words("{need} : servie ({unlock})", "{need}: served ({unlock})")


@dataclass(frozen=True, kw_only=True)
class Question:
    """What an explanation is made from, outside any transaction."""

    head: VersionHead
    problem: Problem
    schedule: Schedule
    need_id: str


@use_case(Act.EDIT_WEEK)
def pose_question(doing: Doing, *, monday: date, number: int, need_id: str) -> Question:
    """Why is this need not served in a version? Raises Declined when it is, or when the version breaks rules."""
    version = _version(doing, monday, number)
    problem = problem_of(doing.work, version)
    need = problem.need.get(need_id)
    if need is None or not missing_minutes(need, version.schedule):
        raise Declined(NOTHING_ASKED)
    broken = judge(problem, version.schedule).violations
    if broken:
        raise Declined(NOT_LEGAL.fill(n=len(broken)))
    return Question(head=version.head, problem=problem, schedule=version.schedule, need_id=need_id)


@use_case(Act.EDIT_WEEK, writes=True)
def make_so(
    doing: Doing, *, monday: date, number: int, edit: int, need_id: str, answer: Schedule, unlock: Unlock | None = None
) -> VersionHead:
    """Take an answer: its change of the data, if any, and its schedule into the draft, as one change to undo.

    A draft is opened unless the version is one. The checker judges it all again. Raises Declined when it holds no
    more, Overtaken, Faulty.
    """
    version = _as_seen(doing, monday, number, edit)
    before = problem_of(doing.work, version)
    need = before.need.get(need_id)
    if need is None:
        raise Declined(NOTHING_ASKED)
    label = need_words(before.group, need)
    words = SERVED.fill(need=label)
    written: tuple[RecordChange, ...] = ()
    if unlock is not None:
        if unlock.kind is UnlockKind.HIRE:
            raise Declined(NOBODY_HIRED)
        words = SERVED_BY.fill(need=label, unlock=unlock.words)
        written = write(doing, unlock)
    problem = before if unlock is None else unlock.problem(before)
    _require_good(problem, before, version.schedule, answer, need_id if unlock is None else unlock.need_id)
    head = version.head if version.head.state is VersionState.DRAFT else draft_of(doing, version)
    draft = doing.work.versions.find(head.monday, head.number)
    assert draft is not None
    found = _changed(draft.schedule, answer, words)
    head = doing.work.versions.save(draft.head, found.on(draft.schedule))
    doing.work.versions.log_edit(head, found.removed, found.added, words, written)
    doing.note(Act.EDIT_WEEK, subject_of(head.monday, head.number), MADE.fill(version=version_words(head), words=words))
    return head


@use_case(Act.SEE_WEEKS)
def why_this_person(doing: Doing, *, monday: date, number: int, piece: str) -> Alternatives:
    """Who else could do a piece of work, everything else staying, and at what price; raises Declined."""
    version = _version(doing, monday, number)
    found = next((one for one in version.schedule.assignments if piece_key(one) == piece), None)
    if found is None:
        raise Declined(GONE)
    return alternatives(problem_of(doing.work, version), version.schedule, found)


def _version(doing: Doing, monday: date, number: int) -> Version:
    version = doing.work.versions.find(monday, number)
    if version is None:
        raise Declined(UNKNOWN.fill(number=number))
    return version


def _as_seen(doing: Doing, monday: date, number: int, edit: int) -> Version:
    standing = standing_of(doing, monday)
    head = next((one for one in standing.heads if one.number == number), None)
    step = Step.EDIT if head is not None and head.state is VersionState.DRAFT else Step.REVISE
    _, version = version_for(doing, step, monday, number)
    seen(doing, version, edit)
    return version


def _require_good(problem: Problem, before: Problem, stood: Schedule, answer: Schedule, need_id: str) -> None:
    need = problem.need.get(need_id)
    new = Counter(judge(problem, answer).violations) - Counter(judge(before, stood).violations)
    if new or need is None or missing_minutes(need, answer):
        raise Declined(NO_LONGER)


def _changed(draft: Schedule, answer: Schedule, words: Words) -> Changed:
    """From the draft to the answer; what stays the same keeps its lock, comment and origin."""
    standing = {(piece_key(piece), piece.mission_id): piece for piece in draft.assignments}
    wanted = {(piece_key(piece), piece.mission_id): piece for piece in answer.assignments}
    return Changed(
        removed=tuple(piece for key, piece in standing.items() if key not in wanted),
        added=tuple(_fresh(piece for key, piece in wanted.items() if key not in standing)),
        words=words,
    )


def _fresh(pieces: Iterable[Assignment]) -> Iterable[Assignment]:
    """Nothing is published by being planned."""
    return (replace(piece, published=False) for piece in pieces)
