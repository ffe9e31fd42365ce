"""Who may do what: one table. Every use case asks it before anything else; no screen decides by itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from gems.domain.words import Words


class Role(StrEnum):
    """What somebody is in the group."""

    COORDINATOR = "coordinator"
    MEMBER = "member"
    EMPLOYEE = "employee"
    BOARD = "board"
    """Reads aggregates, and nothing of a person or a member."""


ROLE_WORDS: Mapping[Role, Words] = {
    Role.COORDINATOR: Words("coordination", "coordinator"),
    Role.MEMBER: Words("adhérent", "member"),
    Role.EMPLOYEE: Words("salarié", "employee"),
    Role.BOARD: Words("conseil d'administration", "board"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody signed in. Made by `gems.access.accounts` only, from what the store says at that moment."""

    account_id: int
    group_id: int
    name: str
    role: Role
    member_id: str | None = None
    employee_id: str | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What an act is about: a member's affairs, an employee's, or the group's as a whole (neither)."""

    member_id: str | None = None
    employee_id: str | None = None


THE_GROUP = Subject()


class Act(StrEnum):
    """Everything that can be asked of the house. One use case each."""

    # What members ask
    WRITE_REQUEST = "write_request"
    SEND_REQUEST = "send_request"
    WITHDRAW_REQUEST = "withdraw_request"
    SEE_REQUESTS = "see_requests"
    SEE_INBOX = "see_inbox"
    MARK_SEEN = "mark_seen"
    # The group's data
    SEE_GROUP = "see_group"
    EDIT_GROUP = "edit_group"
    IMPORT_GROUP = "import_group"
    EXPORT_GROUP = "export_group"
    # The week
    SEE_WEEKS = "see_weeks"
    BUILD_WEEK = "build_week"
    EDIT_WEEK = "edit_week"
    PROPOSE_WEEK = "propose_week"
    PUBLISH_WEEK = "publish_week"
    CLOSE_WEEK = "close_week"
    SET_CLOSING_DATE = "set_closing_date"
    # Posts that could be created
    COMPOSE_POSTS = "compose_posts"
    # Answers
    SEE_MEMBER_PROPOSAL = "see_member_proposal"
    ANSWER_AS_MEMBER = "answer_as_member"
    SEE_EMPLOYEE_PROPOSAL = "see_employee_proposal"
    ANSWER_AS_EMPLOYEE = "answer_as_employee"
    # What each sees
    SEE_WHO_COMES = "see_who_comes"
    SEE_MEMBER_HOURS = "see_member_hours"
    SEE_MY_WEEK = "see_my_week"
    SEE_MY_HOURS = "see_my_hours"
    WRITE_WISH = "write_wish"
    SEE_MY_WISHES = "see_my_wishes"
    MEMBER_CALENDAR = "member_calendar"
    EMPLOYEE_CALENDAR = "employee_calendar"
    SEE_INDICATORS = "see_indicators"
    # The house
    SEE_TODAY = "see_today"
    SEE_DEEDS = "see_deeds"
    MANAGE_ACCOUNTS = "manage_accounts"
    CHANGE_MY_PASSWORD = "change_my_password"
    MANAGE_MY_CALENDAR_LINK = "manage_my_calendar_link"


class Scope(StrEnum):
    """How far a right reaches."""

    ANY = "any"
    OWN = "own"
    """Only what belongs to the actor's own member or employee."""


_COORDINATOR = {act: Scope.ANY for act in Act}
_MEMBER = dict.fromkeys(
    (
        Act.WRITE_REQUEST,
        Act.SEND_REQUEST,
        Act.WITHDRAW_REQUEST,
        Act.SEE_REQUESTS,
        Act.SEE_MEMBER_PROPOSAL,
        Act.ANSWER_AS_MEMBER,
        Act.SEE_WHO_COMES,
        Act.SEE_MEMBER_HOURS,
        Act.MEMBER_CALENDAR,
    ),
    Scope.OWN,
)
_EMPLOYEE = dict.fromkeys(
    (
        Act.SEE_EMPLOYEE_PROPOSAL,
        Act.ANSWER_AS_EMPLOYEE,
        Act.SEE_MY_WEEK,
        Act.SEE_MY_HOURS,
        Act.WRITE_WISH,
        Act.SEE_MY_WISHES,
        Act.EMPLOYEE_CALENDAR,
    ),
    Scope.OWN,
)
_BOARD = {Act.SEE_INDICATORS: Scope.ANY}
_EVERYBODY = {Act.CHANGE_MY_PASSWORD: Scope.ANY}
_WITH_CALENDAR = {Act.MANAGE_MY_CALENDAR_LINK: Scope.ANY}
RIGHTS: Mapping[Role, Mapping[Act, Scope]] = {
    Role.COORDINATOR: _COORDINATOR,
    Role.MEMBER: _MEMBER | _WITH_CALENDAR | _EVERYBODY,
    Role.EMPLOYEE: _EMPLOYEE | _WITH_CALENDAR | _EVERYBODY,
    Role.BOARD: _BOARD | _EVERYBODY,
}


class Refused(Exception):
    """The actor may not do this. Says no more than that: not even whether the thing exists."""

    words = Words(
        "Cette page ou cette action n'est pas ouverte à votre compte. Le groupement peut vous renseigner.",
        "This page or action is not open to your account. The group can tell you more.",
    )

    def __init__(self, act: Act) -> None:
        super().__init__(f"refused: {act}")
        self.act = act


def require(actor: Actor | None, act: Act, subject: Subject = THE_GROUP) -> Actor:
    """The actor, when they may do this about that; raises Refused otherwise."""
    if actor is None or not may(actor, act, subject):
        raise Refused(act)
    return actor


def may(actor: Actor, act: Act, subject: Subject = THE_GROUP) -> bool:
    """Whether the table gives this actor that right over that subject."""
    scope = RIGHTS[actor.role].get(act)
    if scope is not Scope.OWN:
        return scope is Scope.ANY
    if actor.role is Role.MEMBER:
        return actor.member_id is not None and actor.member_id == subject.member_id
    return actor.employee_id is not None and actor.employee_id == subject.employee_id
