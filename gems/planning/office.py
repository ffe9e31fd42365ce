"""How every use case runs: the right is asked first, everything happens in one transaction, and each act is noted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from inspect import signature
from types import MappingProxyType
from typing import Any, Concatenate, ParamSpec, TypeVar

from gems.access.policy import THE_GROUP, Act, Actor, Subject, require
from gems.domain.issues import Issue
from gems.domain.life import Deed
from gems.domain.time import day_of, instant_of
from gems.domain.words import Words
from gems.store.store import Store
from gems.store.work import Work

P = ParamSpec("P")
R = TypeVar("R")


class Declined(Exception):
    """An ordinary no: `words` say why and what to do. Nothing was written."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


class Overtaken(Declined):
    """Somebody saved the same thing meanwhile: nothing was overwritten."""

    def __init__(self, words: Words, *, before: Any, current: Any) -> None:
        super().__init__(words)
        self.before, self.current = before, current
        """What the asker had seen, and what stands now (None: it is gone)."""


class Faulty(Declined):
    """What was entered does not hold together: `issues` say where, what is wrong and what to do."""

    def __init__(self, issues: tuple[Issue, ...]) -> None:
        said = dict.fromkeys((issue.wrong, issue.fix) for issue in issues)
        french = " ".join(f"{wrong.fr} {fix.fr}" for wrong, fix in said)
        super().__init__(Words(french, " ".join(f"{wrong.en} {fix.en}" for wrong, fix in said)))
        self.issues = issues


@dataclass(frozen=True, slots=True)
class Office:
    """What every use case needs from the house."""

    store: Store


@dataclass(slots=True)
class Doing:
    """One use case under way: who, on what, and what is noted of it."""

    work: Work
    actor: Actor
    noted: list[Deed] = field(default_factory=list)

    @property
    def today(self) -> date:
        """The day it is, by the planning's clock."""
        return day_of(instant_of(self.work.now))

    def note(self, act: Act, subject: str, words: Words) -> None:
        """Write the act down in the history, in the same transaction."""
        deed = Deed(
            at=self.work.now, who=self.actor.name, role=str(self.actor.role), act=str(act), subject=subject, words=words
        )
        self.work.trail.add(deed)
        self.noted.append(deed)


@dataclass(frozen=True, slots=True, kw_only=True)
class UseCase:
    """One entry of the register: what tests try as every role, and the page of rights lists."""

    name: str
    act: Act
    writes: bool
    run: Callable[..., Any]


_REGISTER: dict[str, UseCase] = {}
USE_CASES: Mapping[str, UseCase] = MappingProxyType(_REGISTER)
"""Every use case by name, filled as modules are read (`gems.planning.every` reads them all)."""


class NotNoted(AssertionError):
    """A use case changed something and wrote no deed: a fault of ours."""


def use_case(
    act: Act, *, writes: bool = False, about: Callable[..., Subject] | None = None
) -> Callable[[Callable[Concatenate[Doing, P], R]], Callable[Concatenate[Office, Actor | None, P], R]]:
    """Make a use case of a function whose first argument is what is being done.

    `about` finds whose affairs it touches from the transaction and the named arguments; without it, the group's as a
    whole, which only the group's own roles may touch. It must answer for ids that do not exist too (an empty
    Subject), so that a refusal says nothing. The use case raises Refused, or what the function raises.
    """

    def wrap(do: Callable[Concatenate[Doing, P], R]) -> Callable[Concatenate[Office, Actor | None, P], R]:
        shape = signature(do)

        @wraps(do)
        def run(office: Office, actor: Actor | None, /, *args: P.args, **kwargs: P.kwargs) -> R:
            somebody = require_somebody(actor, act)
            opened = office.store.write if writes else office.store.read
            with opened(somebody.group_id) as work:
                doing = Doing(work, somebody)
                named = shape.bind(doing, *args, **kwargs).arguments
                named.pop(next(iter(shape.parameters)))
                require(somebody, act, about(work, **named) if about is not None else THE_GROUP)
                answer = do(doing, *args, **kwargs)
                if writes and not doing.noted:
                    raise NotNoted(do.__name__)
                return answer

        _REGISTER[do.__name__] = UseCase(name=do.__name__, act=act, writes=writes, run=run)
        return run

    return wrap


def require_somebody(actor: Actor | None, act: Act) -> Actor:
    """Nobody may do nothing: raises Refused before any transaction opens."""
    return actor if actor is not None else require(None, act)


def of_member(work: Work, *, member_id: str, **rest: object) -> Subject:
    """About the member named in the arguments."""
    return Subject(member_id=member_id)


def of_employee(work: Work, *, employee_id: str, **rest: object) -> Subject:
    """About the employee named in the arguments."""
    return Subject(employee_id=employee_id)
