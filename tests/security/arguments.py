"""Arguments for any use case, made from its signature: whose ids are named is chosen by the test."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from inspect import Parameter, signature
from itertools import product
from typing import Any

from gems.access.links import LinkPurpose
from gems.access.policy import Act, Actor, Role
from gems.domain.group import Group, Settings
from gems.domain.issues import Kind
from gems.domain.life import AnswerKind, Deadlines, piece_key
from gems.domain.people import Absence, Wish, WishKind
from gems.domain.problem import Problem
from gems.domain.report import Status
from gems.domain.requests import Request
from gems.domain.schedule import Assignment
from gems.domain.time import Horizon, Span, instant_at
from gems.domain.words import same
from gems.planning.build import Built, finish
from gems.planning.office import UseCase
from gems.planning.ports import PlanResult
from gems.planning.week.answer import PieceAnswer
from gems.planning.week.changes import Lock
from gems.prices.load import prices
from tests.security.lived import DRAFTED, NOBODYS, OVER, PROPOSED, PUBLISHED, RUNNING, WEEK, Lived


class Whose(StrEnum):
    """To whom the ids named in a call belong."""

    OWN = "own"
    ANOTHERS = "another's"
    NOBODYS = "nobody's"
    OTHER_GROUPS = "another group's"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Asked:
    """One call to make arguments for."""

    use_case: UseCase
    actor: Actor | None
    home: Lived
    away: Lived
    """Another group of the same database."""
    subject: Whose
    """Of the member or employee named."""
    things: Whose
    """Of everything else named."""
    monday: date | None = None
    """None: the week in which this use case has something to do."""

    @property
    def week(self) -> date:
        """The week that the call is about."""
        return self.monday or WEEK_OF.get(self.use_case.name) or WEEK_OF_ACT.get(self.use_case.act, PUBLISHED)

    @property
    def place(self) -> Lived:
        """The group whose things are named."""
        return self.away if self.things is Whose.OTHER_GROUPS else self.home

    def member(self, whose: Whose) -> str:
        """A member's id."""
        own = self.actor and self.actor.member_id
        return _one([one.id for one in self.home.group.members], own, whose, self.away.group.members[-1].id)

    def employee(self, whose: Whose) -> str:
        """A person's id."""
        own = self.actor and self.actor.employee_id
        return _one([one.id for one in self.home.group.employees], own, whose, self.away.group.employees[-1].id)

    def request(self) -> Request:
        """A request of the member in question; with an id that nobody has, an own one otherwise."""
        whose = Whose.OWN if self.things is Whose.NOBODYS else self.things
        member = self.member(whose)
        found = next(one for one in self.place.group.requests if one.member_id == member)
        found = replace(found, label="autre nom", wanted=frozenset(), excluded=frozenset())
        if self.things is Whose.NOBODYS:
            return replace(found, id=NOBODYS)
        return replace(found, id=self.place.marks.mark("draft", member)) if self.use_case.name in OF_DRAFTS else found

    def wish(self) -> Wish:
        """A wish of the person in question."""
        person, group = self.employee(self.things), self.place.group
        usual = Wish(id=NOBODYS, employee_id=person, kind=WishKind.UNWANTED, weekdays=frozenset({2}))
        found = (one for one in group.wishes if one.employee_id == person)
        return usual if self.things is Whose.NOBODYS else next(found, replace(group.wishes[0], first_day=None))

    def piece(self) -> Assignment:
        """A piece of work of the member or person in question."""
        told = self.place.told.get(self.week)
        pieces = (told[-1] if told else self.place.drafted).assignments
        if "employee_id" in signature(self.use_case.run).parameters:
            return next((one for one in pieces if one.employee_id == self.employee(self.things)), pieces[0])
        sites = {one.id for one in self.place.group.sites if one.member_id == self.member(self.things)}
        return next((one for one in pieces if one.site_id in sites), pieces[0])

    def account(self) -> int:
        """The number of an account."""
        own = self.actor.account_id if self.actor and self.actor.role in (Role.MEMBER, Role.EMPLOYEE) else None
        known = [number for key, number in self.home.accounts.items() if key in self.home.links]
        return _one(known, own, self.things, self.away.accounts[Role.MEMBER], nobodys=10**6)

    def link(self) -> int:
        """The number of a link."""
        return _one(list(self.home.links.values()), None, self.things, next(iter(self.away.links.values())), 10**6)

    def job(self, state: str) -> str:
        """The id of a planning."""
        if self.use_case.name == "start_build" and self.things is not Whose.OTHER_GROUPS:
            return "new-job"
        return NOBODYS if self.things is Whose.NOBODYS else self.place.marks.mark("job", state)


def _one(known: list[Any], own: Any, whose: Whose, away: Any, nobodys: Any = NOBODYS) -> Any:
    mine = known[0] if own is None else own
    others = next(one for one in known if one != mine)
    return {Whose.OWN: mine, Whose.ANOTHERS: others, Whose.NOBODYS: nobodys, Whose.OTHER_GROUPS: away}[whose]


WEEK_OF_ACT: Mapping[Act, date] = {
    Act.BUILD_WEEK: DRAFTED,
    Act.EDIT_WEEK: DRAFTED,
    Act.PROPOSE_WEEK: DRAFTED,
    Act.PUBLISH_WEEK: PROPOSED,
    Act.SEE_MEMBER_PROPOSAL: PROPOSED,
    Act.ANSWER_AS_MEMBER: PROPOSED,
    Act.SEE_EMPLOYEE_PROPOSAL: PROPOSED,
    Act.ANSWER_AS_EMPLOYEE: PROPOSED,
    Act.CLOSE_WEEK: OVER,
    Act.WITHDRAW_REQUEST: RUNNING + WEEK,
    Act.WRITE_REQUEST: RUNNING + WEEK,
}
"""Where an act has something to do; elsewhere, the published week."""
WEEK_OF: Mapping[str, date] = {"proposal_progress": PROPOSED, "revise": PROPOSED}
OF_DRAFTS = {"write_request", "send_request"}
"""About requests not sent yet."""
NUMBER_OF_WEEK = {PUBLISHED: 2}
"""The version meant: the first one elsewhere."""


def _subjects(asked: Asked) -> Mapping[str, Callable[[], Any]]:
    return {"member_id": lambda: asked.member(asked.subject), "employee_id": lambda: asked.employee(asked.subject)}


def _things(asked: Asked) -> Mapping[str, Callable[[], Any]]:
    return {
        "request_id": lambda: asked.request().id,
        "request_ids": lambda: (asked.request().id,),
        "request": asked.request,
        "wish_id": lambda: asked.wish().id,
        "wish": asked.wish,
        "account_id": asked.account,
        "link_id": asked.link,
        "job_id": lambda: asked.job("ended" if asked.use_case.name == "find_job" else "running"),
        "need_id": lambda: asked.piece().mission_id or NOBODYS,
        "answers": lambda: (PieceAnswer(piece=_key(asked), kind=AnswerKind.OBJECT, reason="non"),),
        "change": lambda: Lock(piece=_key(asked), locked=True),
        "record": lambda: _absence(asked),
    }


def _plain(asked: Asked) -> Mapping[str, Callable[[], Any]]:
    name, group = asked.use_case.name, asked.home.group
    return {
        "monday": lambda: asked.week,
        "since": lambda: None,
        "day": lambda: None,
        "number": lambda: NUMBER_OF_WEEK.get(asked.week, 1),
        "first": lambda: 1,
        "second": lambda: 2,
        "edit": lambda: 1,
        "keep": lambda: None,
        "keep_agreed": lambda: True,
        "despite": lambda: "personne ne répond",
        "weeks": lambda: 12,
        "ahead": lambda: 6,
        "limit": lambda: 200,
        "skip": lambda: 0,
        "now": lambda: None,
        "language": lambda: "fr",
        "calendar_id": lambda: "calendar",
        "profile": lambda: None,
        "server": lambda: "this",
        "built": lambda: _built(group),
        "words": lambda: same("arrêté"),
        "kind": lambda: Kind.ABSENCE,
        "before": lambda: _before(asked),
        "after": lambda: _before(asked),
        "group": lambda: group,
        "schedule": lambda: None,
        "seen_revision": lambda: asked.home.revision,
        "login": lambda: "nouveau",
        "name": lambda: "Quelqu'un",
        "role": lambda: Role.BOARD,
        "with_password": lambda: True,
        "purpose": lambda: LinkPurpose.CALENDAR,
        "days": lambda: None,
        "who": lambda: None,
        "act": lambda: None,
        "subject": lambda: None,
        "text": lambda: "",
    } | ({"member_id": lambda: None, "employee_id": lambda: None} if name == "add_account" else {})


def arguments(asked: Asked) -> dict[str, Any]:
    """Everything the use case wants; fails on a parameter whose name the tables above do not know."""
    made = {**_subjects(asked), **_things(asked), **_plain(asked)}
    found = {}
    for parameter in parameters(asked.use_case):
        assert parameter.name in made, (
            f"{asked.use_case.name}: say how to make a “{parameter.name}” ({parameter.annotation})"
        )
        found[parameter.name] = made[parameter.name]()
    return found


def parameters(use_case: UseCase) -> tuple[Parameter, ...]:
    """What a caller says besides who asks."""
    return tuple(signature(use_case.run).parameters.values())[1:]


def calls(use_case: UseCase, actor: Actor | None, home: Lived, away: Lived) -> Iterator[Asked]:
    """Every mixture of own, others', nobody's and another group's ids that the signature allows."""
    usual = Asked(use_case=use_case, actor=actor, home=home, away=away, subject=Whose.OWN, things=Whose.OWN)
    names = {one.name for one in parameters(use_case)} - _plain(usual).keys()
    subjects = tuple(Whose) if names & _subjects(usual).keys() else (Whose.OWN,)
    things = tuple(Whose) if names & _things(usual).keys() else (Whose.OWN,)
    for subject, thing in product(subjects, things):
        yield replace(usual, subject=subject, things=thing)


def _key(asked: Asked) -> str:
    return NOBODYS if asked.things is Whose.NOBODYS else piece_key(asked.piece())


def _absence(asked: Asked) -> Absence:
    first = instant_at(RUNNING, 0)
    person = asked.employee(asked.things)
    return replace(asked.home.group.absences[0], id="new-absence", employee_id=person, span=Span(first, first + 60))


def _before(asked: Asked) -> Absence | Settings | Deadlines:
    """What is changed, as it stands: the same again."""
    kind = {one.name: one.annotation for one in parameters(asked.use_case)}["before"]
    if kind is Settings:
        return asked.home.group.settings
    return Deadlines() if kind is Deadlines else asked.place.group.absences[0]


def _built(group: Group) -> Built:
    """A planning that found nothing."""
    result = PlanResult(
        status=Status.NO_PLAN,
        schedule=None,
        cost_cents=None,
        bound_cents=0,
        seed=1,
        seconds=1.0,
        first_plan_seconds=None,
        peak_memory_mb=1,
    )
    return finish(Problem(group=group, horizon=Horizon(RUNNING), prices=prices("balanced")), result)
