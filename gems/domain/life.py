"""A week's life: the states of a request and of a schedule version, answers to a proposal, and who may follow whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from gems.domain.report import PlanReport
from gems.domain.requests import Request
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Horizon, Instant, Stamp
from gems.domain.words import Words


class RequestState(StrEnum):
    """Where a member's request stands. Only sent and changed ones are planned."""

    DRAFT = "draft"
    SENT = "sent"
    CHANGED = "changed"
    """Sent, then changed before the closing date; the coordinator sees it as new."""
    WITHDRAWN = "withdrawn"


PLANNED_STATES = (RequestState.SENT, RequestState.CHANGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRow:
    """A request with its state: what the inbox of a member and of the coordinator shows."""

    request: Request
    state: RequestState
    changed_at: Stamp
    seen: bool = False
    """Whether the coordinator has looked at it since it last changed."""


class VersionState(StrEnum):
    """Where a version of a week's schedule stands."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    AGREED = "agreed"
    PUBLISHED = "published"
    CLOSED = "closed"
    REPLACED = "replaced"
    """A later version took its place; kept for ever, never changed."""


STATE_WORDS: Mapping[VersionState, Words] = {
    VersionState.DRAFT: Words("brouillon", "draft"),
    VersionState.PROPOSED: Words("proposé", "proposed"),
    VersionState.AGREED: Words("accepté", "agreed"),
    VersionState.PUBLISHED: Words("publié", "published"),
    VersionState.CLOSED: Words("clos", "closed"),
    VersionState.REPLACED: Words("remplacé", "replaced"),
}
NEXT_STATES: Mapping[VersionState, frozenset[VersionState]] = {
    VersionState.DRAFT: frozenset({VersionState.PROPOSED, VersionState.REPLACED}),
    VersionState.PROPOSED: frozenset({VersionState.AGREED, VersionState.PUBLISHED, VersionState.REPLACED}),
    VersionState.AGREED: frozenset({VersionState.PROPOSED, VersionState.PUBLISHED, VersionState.REPLACED}),
    VersionState.PUBLISHED: frozenset({VersionState.CLOSED, VersionState.REPLACED}),
    VersionState.CLOSED: frozenset(),
    VersionState.REPLACED: frozenset(),
}
"""The only moves there are; the store refuses any other."""
FROZEN_STATES = frozenset(set(VersionState) - {VersionState.DRAFT})
"""States in which the work of a version never changes again."""
ISSUED_STATES = frozenset({VersionState.PUBLISHED, VersionState.CLOSED})
"""States of the version that holds for everybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionHead:
    """A version without its work: what lists show."""

    monday: date
    number: int
    """1 for the first version of the week, then rising."""
    state: VersionState
    edit: int
    """Rises with every change of a draft: whoever saves says which one was seen."""
    based_on: int | None
    """The version it was copied from."""
    profile: str
    comment: str
    made_by: str
    made_at: Stamp
    changed_at: Stamp
    published_at: Stamp | None = None
    """When it was published, for good: stays when a later version replaces it."""

    @property
    def horizon(self) -> Horizon:
        """Its week."""
        return Horizon(self.monday)


@dataclass(frozen=True, kw_only=True)
class Version:
    """A version of one week's schedule."""

    head: VersionHead
    schedule: Schedule
    report: PlanReport | None = None
    """What the planner said of it; None when nobody planned it or hands have changed it since."""


class Side(StrEnum):
    """Who answers a proposal."""

    MEMBER = "member"
    EMPLOYEE = "employee"


class AnswerKind(StrEnum):
    """Yes, or no with a reason."""

    AGREE = "agree"
    OBJECT = "object"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What somebody says of one piece of work proposed to them."""

    side: Side
    who: str
    """Id of the member or of the employee."""
    piece: str
    """Which work: its `piece_key`."""
    kind: AnswerKind
    reason: str = ""
    wish: str = ""
    """What would do instead."""
    at: Stamp
    carried: bool = False
    """Given to an earlier version, and still true as the piece has not changed."""


def piece_key(piece: Assignment) -> str:
    """A name for a piece of work that changes with anything that matters to those who agreed to it."""
    return f"{piece.employee_id}|{piece.site_id}|{piece.qualification}|{piece.start}|{piece.end}"


def hours_of(key: str) -> tuple[str, Instant, Instant]:
    """Whose piece of work a `piece_key` names, and from when to when."""
    employee_id, _, _, start, end = key.rsplit("|", 4)
    return employee_id, int(start), int(end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlines:
    """How many days before the Monday of a week things are due. Proposed values: no public norm (docs/sources.md)."""

    requests_days: int = 15
    answers_days: int = 9
    publish_days: int = 7

    def requests_close(self, monday: date) -> date:
        """The last day (included) on which a member may still change what concerns this week."""
        return monday - timedelta(days=self.requests_days)

    def answers_due(self, monday: date) -> date:
        """The day by which answers are hoped for."""
        return monday - timedelta(days=self.answers_days)

    def publish_due(self, monday: date) -> date:
        """The last day to publish in time."""
        return monday - timedelta(days=self.publish_days)


class NoticeBand(StrEnum):
    """How late a change to a published schedule is told; the days come from the price list."""

    EARLY = "early"
    SHORT = "short"
    LATE = "late"


class ChangeKind(StrEnum):
    """What happened to a published piece of work."""

    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change to a person's published work, counted for ever (a move is one removed and one added)."""

    monday: date
    number: int
    """The version that brought it."""
    employee_id: str
    kind: ChangeKind
    day: date
    notice_days: int
    band: NoticeBand
    piece: str
    at: Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A person's no to a change of published hours, counted against the yearly right (BAD V.37)."""

    employee_id: str
    day: date
    piece: str
    band: NoticeBand
    at: Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One act, in the history that nobody can change."""

    at: Stamp
    who: str
    """The name shown, kept as it was then."""
    role: str
    act: str
    subject: str
    """What it was about, in the words of the data (a week, a name)."""
    words: Words
