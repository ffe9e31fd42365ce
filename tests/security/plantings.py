"""Changes to what is none of a visitor's business: whatever they do, the visitor must be answered the same."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from gems.access.policy import Actor, Role
from gems.domain.group import Group
from gems.domain.history import History
from gems.domain.life import AnswerKind, Deed
from gems.domain.people import AbsenceKind, Employee
from gems.domain.records import PLACES, records_of
from gems.domain.requests import Priority
from gems.domain.schedule import Schedule
from gems.domain.words import same
from gems.store.accounts import NewAccount
from gems.store.desk import desk_of
from gems.store.work import Work
from tests.security.knowledge import may_know
from tests.security.lived import DRAFTED, PROPOSED, RUNNING, Lived

EVERYBODY = frozenset({Role.MEMBER, Role.EMPLOYEE, Role.BOARD})
SOMEBODYS = frozenset({Role.MEMBER, Role.EMPLOYEE})
"""Not the board's: its sums are made of everybody's hours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planting:
    """One change, and to whom it must mean nothing."""

    plant: Callable[[Work, Lived, Actor], None]
    hidden_from: frozenset[Role] = SOMEBODYS
    weighs: bool = False
    """It may change why a member's hours are missing, and all members' share, which members are told in plain words."""


def of_group(change: Callable[[Group, Lived, Actor], Group]) -> Callable[[Work, Lived, Actor], None]:
    """A change of the data entered."""

    def plant(work: Work, home: Lived, actor: Actor) -> None:
        after = change(work.group, home, actor)
        for kind in PLACES:
            if records_of(after, kind) != records_of(work.group, kind):
                work.records.put(kind, records_of(after, kind))

    return plant


def others(change: Callable[[Employee], Employee]) -> Callable[[Work, Lived, Actor], None]:
    """A change of every person but the visitor."""

    def of(group: Group, home: Lived, actor: Actor) -> Group:
        people = tuple(one if one.id == actor.employee_id else change(one) for one in group.employees)
        return replace(group, employees=people)

    return of_group(of)


def _absence_kinds(group: Group, home: Lived, actor: Actor) -> Group:
    """Of everybody else: the kind of one's own days away counts in one's own hours of the year."""
    absences = (
        one if one.employee_id == actor.employee_id else replace(one, kind=AbsenceKind.OTHER) for one in group.absences
    )
    return replace(group, absences=tuple(absences))


def _mine_only(group: Group, home: Lived, actor: Actor) -> Group:
    """No absence, wish, roster term, on-call period or exception of anybody else."""
    kept = {
        name: tuple(one for one in getattr(group, name) if one.employee_id == actor.employee_id)
        for name in ("absences", "wishes", "roster_terms", "on_calls", "derogations")
    }
    return replace(group, **kept)


def _homes(group: Group, home: Lived, actor: Actor) -> Group:
    """Everybody else lives in the next commune."""
    names = [one.name for one in group.communes]
    after = dict(zip(names, [*names[1:], names[0]], strict=True))
    people = (one if one.id == actor.employee_id else replace(one, home=after[one.home]) for one in group.employees)
    return replace(group, employees=tuple(people))


def _pasts(group: Group, home: Lived, actor: Actor) -> Group:
    past = group.history
    weeks = tuple(one for one in past.weeks if one.employee_id == actor.employee_id)
    years = tuple(one for one in past.years if one.employee_id == actor.employee_id)
    return replace(group, history=History(weeks=weeks, years=years, faces=past.faces, ledgers=past.ledgers))


def _strangers(group: Group, home: Lived, actor: Actor) -> Group:
    """Other names and phones for all whom the visitor is not told of."""
    known = may_know(home, actor)
    told = {mark for owner, mark in home.marks if owner in known}

    def text(mark: str) -> str:
        return mark if mark in told else "Autre"

    return replace(
        group,
        members=tuple(replace(one, name=text(one.name), phone=text(one.phone)) for one in group.members),
        sites=tuple(replace(one, name=text(one.name)) for one in group.sites),
        employees=tuple(replace(one, name=text(one.name)) for one in group.employees),
        requests=tuple(replace(one, label=text(one.label)) for one in group.requests),
        derogations=tuple(replace(one, reason="Autre") for one in group.derogations),
    )


def _priorities(group: Group, home: Lived, actor: Actor) -> Group:
    """What other members hold for essential, and whom they want."""
    changed = tuple(
        one if one.member_id == actor.member_id else replace(one, priority=Priority.ESSENTIAL, wanted=frozenset())
        for one in group.requests
    )
    return replace(group, requests=changed)


def _answers(work: Work, home: Lived, actor: Actor) -> None:
    me = actor.member_id or actor.employee_id
    for answer in work.life.answers(PROPOSED, 1):
        if answer.who != me:
            work.life.put_answer(PROPOSED, 1, replace(answer, kind=AnswerKind.OBJECT, reason="Autre", wish="Autre"))


def _drafts(work: Work, home: Lived, actor: Actor) -> None:
    """What the coordinator tries, with comments on it."""
    tried = work.versions.find(DRAFTED, 1)
    assert tried is not None
    pieces = tuple(replace(piece, comment="Autre") for piece in tried.schedule.assignments[1:])
    work.versions.save(tried.head, Schedule(horizon=tried.schedule.horizon, assignments=pieces))
    for monday in (PROPOSED, RUNNING):
        told = home.told.get(monday)
        if told:
            work.versions.add(told[-1], by="Autre", profile="balanced", prices={}, comment="Autre")


def _acts(work: Work, home: Lived, actor: Actor) -> None:
    words = same("Autre")
    work.trail.add(Deed(at=work.now, who="Autre", role="coordinator", act="see_group", subject="Autre", words=words))
    work.jobs.start("autre", DRAFTED, by="Autre", server="this")
    desk_of(work).accounts.add(home.number, NewAccount(login="autre", name="Autre", role="board"), work.now)


PLANTINGS: Mapping[str, Planting] = {
    "absence kinds": Planting(plant=of_group(_absence_kinds), hidden_from=EVERYBODY),
    "absences, wishes, terms and exceptions": Planting(plant=of_group(_mine_only), weighs=True),
    "homes": Planting(plant=of_group(_homes), weighs=True),
    "contracts": Planting(
        plant=others(
            lambda one: replace(
                one,
                contract=replace(one.contract, weekly_minutes=one.contract.weekly_minutes - 7, annualised=True),
                vehicle=not one.vehicle,
                other_employer_weekly_minutes=61,
            )
        ),
        weighs=True,
    ),
    "pasts": Planting(plant=of_group(_pasts), weighs=True),
    "strangers": Planting(plant=of_group(_strangers), hidden_from=EVERYBODY),
    "priorities": Planting(plant=of_group(_priorities), hidden_from=EVERYBODY),
    "answers": Planting(plant=_answers, hidden_from=EVERYBODY),
    "drafts": Planting(plant=_drafts, hidden_from=EVERYBODY),
    "acts": Planting(plant=_acts, hidden_from=EVERYBODY),
}
"""By what is changed."""
