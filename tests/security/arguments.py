"""Arguments for any use case, made from its signature: whose ids are named is chosen by the test."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from inspect import Parameter, signature
from itertools import product
from typing import Any

from gems.access.links import LinkPurpose
from gems.access.policy import Actor, Role
from gems.domain.group import Group, Settings
from gems.domain.issues import Kind
from gems.domain.life import AnswerKind, Deadlines, piece_key
from gems.domain.people import Absence
from gems.domain.problem import Problem
from gems.domain.report import Status
from gems.domain.schedule import Schedule
from gems.domain.time import Horizon, Span, instant_at
from gems.domain.words import same
from gems.planning.build import Built, finish
from gems.planning.office import UseCase
from gems.planning.ports import PlanResult
from gems.planning.week.answer import PieceAnswer
from gems.planning.week.changes import Lock
from gems.planning.week.wanted import Another
from gems.prices.load import prices
from tests.security.asked import NUMBER_OF_WEEK, Asked, Whose
from tests.security.lived import NOBODYS, RUNNING, Lived

JOB_OF = {"find_job": "ended", "fail_composing": "composing"}
"""Which computation a use case has something to do with; elsewhere, a planning under way."""


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
        "job_id": lambda: asked.job(JOB_OF.get(asked.use_case.name, "running")),
        "scenario_id": lambda: asked.scenario("kept"),
        "other_id": lambda: asked.scenario("other"),
        "need_id": lambda: asked.piece().mission_id or NOBODYS,
        "answers": lambda: (PieceAnswer(piece=_key(asked), kind=AnswerKind.OBJECT, reason="non"),),
        "change": lambda: Lock(piece=_key(asked), locked=True),
        "record": lambda: _absence(asked),
        "wanted": lambda: Another(piece=_key(asked)),
        "entry": lambda: _key(asked),
        "piece": lambda: _key(asked),
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
        "answer": lambda: Schedule(horizon=Horizon(asked.week)),
        "unlock": lambda: None,
        "seen_revision": lambda: asked.home.revision,
        "members_most": lambda: 4,
        "commute_minutes": lambda: 40,
        "contents": lambda: {"posts": [], "asked_minutes": 60, "placed_minutes": 0, "bound_minutes": 60},
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
