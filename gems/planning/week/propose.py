"""A draft shown to those it concerns; a version taken up again as a new draft."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from gems.access.policy import Act
from gems.domain.group import Group
from gems.domain.life import Answer, AnswerKind, Side, Version, VersionHead, VersionState, piece_key
from gems.domain.schedule import Assignment, Schedule
from gems.domain.words import Words
from gems.planning.office import Declined, Doing, use_case
from gems.planning.week.asked import Progress, Seat, progress_of
from gems.planning.week.edit import seen
from gems.planning.week.problem import problem_of, version_prices
from gems.planning.week.saying import joined, people_and_members, stated, subject_of, version_words
from gems.planning.week.steps import Step, version_for
from gems.rules.checker import judge
from gems.store.work import Work

NOT_LAWFUL = Words(
    "Ce planning ne peut pas être montré ni publié : {n} à corriger. {rules}",
    "This schedule cannot be shown or published: {n} to correct. {rules}",
)
EMPTY = Words("Ce brouillon est vide : il n'y a rien à proposer.", "This draft is empty: there is nothing to propose.")
PROPOSED = Words("{version} proposée à {people}", "{version} proposed to {people}")
NOTHING_NEW = Words(
    "{version} proposée : tout y est déjà accepté", "{version} proposed: everything in it is agreed already"
)
REVISED = Words("{version} ouverte à partir de la {source}", "{version} opened from {source}")
SET_ASIDE = Words("{version} écartée", "{version} set aside")
MOST_SAID = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Somebody asked about a proposal, and how far their answers are."""

    side: Side
    id: str
    name: str
    asked: int
    """Pieces of work."""
    agreed: int
    objections: tuple[tuple[Answer, Assignment], ...]
    """Each no with its work."""

    @property
    def waiting(self) -> int:
        """Pieces not answered yet."""
        return self.asked - self.agreed - len(self.objections)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalProgress:
    """Who has said what of a version."""

    head: VersionHead
    asked: tuple[Asked, ...]
    """Members, then people, in the group's order; only those asked something."""

    @property
    def waiting(self) -> tuple[Asked, ...]:
        """Those with answers to give."""
        return tuple(one for one in self.asked if one.waiting)

    @property
    def objections(self) -> tuple[tuple[Answer, Assignment], ...]:
        """Every no."""
        return tuple(found for one in self.asked for found in one.objections)


@use_case(Act.PROPOSE_WEEK, writes=True)
def propose(doing: Doing, *, monday: date, number: int, edit: int) -> VersionHead:
    """Show a draft, as seen at `edit`, to everybody it concerns; the version they were asked about before is replaced.

    Of a week already published only what changed is asked. Answers given to the last version that was answered hold
    for work that stayed the same. When nothing is left to ask, the version is agreed at once. Raises Declined with the
    rules it breaks, and Overtaken.
    """
    standing, version = version_for(doing, Step.PROPOSE, monday, number)
    seen(doing, version, edit)
    work = doing.work
    if not version.schedule.assignments and standing.issued is None:
        raise Declined(EMPTY)
    require_lawful(work, version)
    earlier = _last_answers(work, version.head)
    for head in standing.heads:
        if head.state in (VersionState.PROPOSED, VersionState.AGREED):
            work.versions.move(head, VersionState.REPLACED)
    head = work.versions.move(version.head, VersionState.PROPOSED)
    for seat, _ in progress_of(work, head).asked:
        if (answer := earlier.get(seat)) is not None:
            work.life.put_answer(monday, number, replace(answer, carried=True))
    progress = progress_of(work, head)
    if progress.agreed:
        head = work.versions.move(head, VersionState.AGREED)
    doing.note(Act.PROPOSE_WEEK, subject_of(monday, number), _told(head, progress))
    return head


@use_case(Act.PROPOSE_WEEK)
def proposal_progress(doing: Doing, *, monday: date, number: int) -> ProposalProgress:
    """Who has answered what, and who is waited for; raises Declined for a version that nobody is asked about."""
    _, version = version_for(doing, Step.ANSWER, monday, number)
    progress = progress_of(doing.work, version.head)
    return ProposalProgress(head=version.head, asked=tuple(asked_of(doing.work.group, progress)))


@use_case(Act.PROPOSE_WEEK, writes=True)
def revise(doing: Doing, *, monday: date, number: int, keep_agreed: bool = False) -> VersionHead:
    """Open a new draft with the same work as a version that is no draft.

    Work that somebody objected to is unlocked; with `keep_agreed`, work that everybody asked has agreed to is locked.
    Comments stay. Raises Declined, when a draft is open already for one.
    """
    _, version = version_for(doing, Step.REVISE, monday, number)
    return draft_of(doing, version, keep_agreed=keep_agreed)


@use_case(Act.EDIT_WEEK, writes=True)
def set_aside(doing: Doing, *, monday: date, number: int, edit: int) -> VersionHead:
    """Give a draft up, whole: it stays readable and can be taken up again. Raises Declined, Overtaken."""
    _, version = version_for(doing, Step.SET_ASIDE, monday, number)
    seen(doing, version, edit)
    head = doing.work.versions.move(version.head, VersionState.REPLACED)
    doing.note(Act.EDIT_WEEK, subject_of(monday, number), SET_ASIDE.fill(version=version_words(head)))
    return head


def draft_of(doing: Doing, version: Version, *, keep_agreed: bool = False) -> VersionHead:
    """A new draft with the work of a version that may be revised, noted; see `revise`."""
    work, monday, number = doing.work, version.head.monday, version.head.number
    head = work.versions.add(
        _unlocked(version.schedule, progress_of(work, version.head), keep_agreed),
        by=doing.actor.name,
        profile=version.head.profile,
        prices=dict(version_prices(work, version).cents),
        report=version.report,
        based_on=number,
        comment=version.head.comment,
    )
    words = REVISED.fill(version=version_words(head), source=stated(version.head))
    doing.note(Act.PROPOSE_WEEK, subject_of(monday, head.number), words)
    return head


def require_lawful(work: Work, version: Version) -> None:
    """Raise Declined with the first rules a version breaks and how many there are."""
    broken = judge(problem_of(work, version), version.schedule).violations
    if broken:
        rules = joined([violation.words for violation in broken], most=MOST_SAID)
        raise Declined(NOT_LAWFUL.fill(n=len(broken), rules=rules))


def asked_of(group: Group, progress: Progress) -> Iterator[Asked]:
    """How far each of those asked is; members first, in the group's order."""
    pieces = Counter((side, who) for (side, who, _), _ in progress.asked)
    objections: dict[tuple[Side, str], list[tuple[Answer, Assignment]]] = {}
    for answer, piece in progress.objections:
        objections.setdefault((answer.side, answer.who), []).append((answer, piece))
    waiting = Counter((side, who) for (side, who, _), _ in progress.waiting)
    known = [(Side.MEMBER, one.id, one.name) for one in group.members]
    known += [(Side.EMPLOYEE, one.id, one.name) for one in group.employees]
    for side, who, name in known:
        if asked := pieces[side, who]:
            refused = tuple(objections.get((side, who), ()))
            agreed = asked - waiting[side, who] - len(refused)
            yield Asked(side=side, id=who, name=name, asked=asked, agreed=agreed, objections=refused)


def _last_answers(work: Work, head: VersionHead) -> dict[Seat, Answer]:
    """What was said of the last version of the week that anybody answered."""
    for earlier in reversed(work.versions.heads(head.monday)):
        answers = work.life.answers(earlier.monday, earlier.number) if earlier.number < head.number else ()
        if answers:
            return {(answer.side, answer.who, answer.piece): answer for answer in answers}
    return {}


def _told(head: VersionHead, progress: Progress) -> Words:
    asked = Counter(side for side, _ in {(side, who) for (side, who, _), _ in progress.waiting})
    if head.state is VersionState.AGREED:
        return NOTHING_NEW.fill(version=version_words(head))
    people = people_and_members(asked[Side.EMPLOYEE], asked[Side.MEMBER])
    return PROPOSED.fill(version=version_words(head), people=people)


def _unlocked(schedule: Schedule, progress: Progress, keep_agreed: bool) -> Schedule:
    refused = {answer.piece for answer in progress.answers if answer.kind is AnswerKind.OBJECT}
    open_pieces = {piece for _, piece in (*progress.waiting, *progress.objections)}

    def locked(piece: Assignment) -> bool:
        return piece_key(piece) not in refused and (piece.locked or (keep_agreed and piece not in open_pieces))

    pieces = tuple(replace(piece, locked=locked(piece), published=False) for piece in schedule.assignments)
    return Schedule(horizon=schedule.horizon, assignments=pieces)
