"""What a rule says and what judging it yields. No rule is named here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from gems.domain.words import Words

if TYPE_CHECKING:
    from gems.rules.roster import Roster


class RuleKind(StrEnum):
    """How a rule binds."""

    HARD = "hard"
    """Never broken in a published schedule."""
    DEROGABLE = "derogable"
    """Hard until the coordinator opens a named, dated derogation."""
    PRICED = "priced"
    """A soft goal, in cents."""
    COUNTED = "counted"
    """Shown, never forbidden."""


class Unit(StrEnum):
    """The unit a rule measures in."""

    MINUTES = "minutes"
    DAYS = "days"
    TIMES = "times"
    KM = "km"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleInfo:
    """The statement of a rule, shared by both judges."""

    name: str
    kind: RuleKind
    unit: Unit
    title: Words
    says: Words
    """The rule in one or two sentences for a coordinator."""
    figures: tuple[str, ...] = ()
    """Names of the legal figures it reads (see `gems/agreements`); the first one is the limit a derogation replaces."""
    prices: tuple[str, ...] = ()
    """Names of the prices and figures of the price list it reads (see `gems/prices`)."""
    not_planned: Words | None = None
    """Why the planner does not know this rule (then it is checked or counted only); None when it is planned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A rule broken: by whom, when, by how much over the limit, in words."""

    rule: str
    employee_id: str | None
    days: tuple[date, ...]
    amount: int
    """How far beyond the limit, in the rule's unit; at least 1."""
    words: Words
    member_id: str | None = None
    mission_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """One item of the bill: a soft goal missed or a cost taken."""

    rule: str
    amount: int
    """How much, in the rule's unit."""
    cents: int
    employee_id: str | None = None
    member_id: str | None = None
    day: date | None = None
    words: Words | None = None
    """What was missed, where the bill's line alone does not tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A figure to show to people (a counter, a reminder); never a refusal."""

    rule: str
    amount: int
    words: Words
    employee_id: str | None = None
    warning: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A statement with its judge; exactly one of the three judges is given, as the kind tells."""

    info: RuleInfo
    check: "Callable[[Roster], Iterable[Violation]] | None" = None
    charge: "Callable[[Roster], Iterable[Charge]] | None" = None
    count: "Callable[[Roster], Iterable[Count]] | None" = None
