"""One call to a use case: who asks, and whose ids are named in it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from inspect import signature
from typing import Any

from gems.access.policy import Act, Actor, Role
from gems.domain.people import Wish, WishKind
from gems.domain.requests import Request
from gems.domain.schedule import Assignment
from gems.planning.office import UseCase
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
        if self.use_case.name in ("start_build", "start_composing") and self.things is not Whose.OTHER_GROUPS:
            return "new-job"
        return NOBODYS if self.things is Whose.NOBODYS else self.place.marks.mark("job", state)

    def scenario(self, which: str) -> str:
        """The id of a kept set of posts."""
        if self.use_case.name == "keep_scenario" and self.things is not Whose.OTHER_GROUPS:
            return "new-scenario"
        return NOBODYS if self.things is Whose.NOBODYS else self.place.marks.mark("scenario", which)


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
