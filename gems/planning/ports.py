"""What a planner offers. `solver` implements it; tests may use any other."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from gems.domain.composition import ComposeQuestion, ComposeResult
from gems.domain.group import Group
from gems.domain.problem import Problem
from gems.domain.report import Status
from gems.domain.schedule import Schedule
from gems.domain.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanOptions:
    """How long and how hard to look."""

    time_limit_seconds: float = 60.0
    workers: int = 2
    seed: int = 1
    deterministic: bool = False
    """Same input, same seed, same plan: the search is bounded by counted work instead of seconds."""


class Stage(StrEnum):
    """What the planner is doing, in order."""

    PREPARING = "preparing"
    SEARCHING = "searching"
    DONE = "done"


STAGE_WORDS: Mapping[Stage, Words] = {
    Stage.PREPARING: Words("Je compose les journées possibles…", "Composing the possible working days…"),
    Stage.SEARCHING: Words("Je cherche le meilleur planning…", "Looking for the best schedule…"),
    Stage.DONE: Words("Terminé", "Done"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """A sign of life: seconds since the start, the best plan's cost and the proven bound so far."""

    stage: Stage
    seconds: float
    best_cents: int | None = None
    bound_cents: int | None = None
    duties: int | None = None
    """Candidate working days composed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanResult:
    """A planner's answer; `schedule` is None exactly when there is no plan."""

    status: Status
    schedule: Schedule | None
    cost_cents: int | None
    bound_cents: int
    bill: Mapping[str, int] = field(default_factory=dict)
    """Cents by priced rule, as the planner counts them; the use case recomputes them."""
    reasons: tuple[Words, ...] = ()
    """Why there is no plan."""
    nearest: Schedule | None = None
    """Without a plan, and only because of roster rules: a schedule that misses as little of them as can be."""
    seed: int
    seconds: float
    first_plan_seconds: float | None
    peak_memory_mb: int
    versions: Mapping[str, str] = field(default_factory=dict)
    least_change: bool = False
    """Whether it is proven that no plan of the same cost keeps more of what was published; nothing was: True."""


OnProgress = Callable[[Progress], None]
ShouldStop = Callable[[], bool]


def ignore_progress(progress: Progress) -> None:
    """Nobody watches."""


def never_stop() -> bool:
    """Nobody presses stop."""
    return False


class Planner(Protocol):
    """Anything that can plan."""

    def plan(
        self,
        problem: Problem,
        options: PlanOptions,
        on_progress: OnProgress = ignore_progress,
        should_stop: ShouldStop = never_stop,
    ) -> PlanResult:
        """The best schedule found for a valid problem, with its proven bound. Never raises for an ordinary "no"."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposeProgress:
    """A composer's sign of life: seconds since the start, posts so far, minutes of the year placed and at most."""

    seconds: float
    posts: int = 0
    placed_minutes: int = 0
    bound_minutes: int | None = None
    over: bool = False


OnComposed = Callable[[ComposeProgress], None]


def ignore_posts(progress: ComposeProgress) -> None:
    """Nobody watches."""


class Composer(Protocol):
    """Anything that can make full-time posts out of members' hours."""

    def compose(
        self,
        question: ComposeQuestion,
        options: PlanOptions,
        on_progress: OnComposed = ignore_posts,
        should_stop: ShouldStop = never_stop,
    ) -> ComposeResult:
        """The posts that place most hours, with the proven most of all. Never raises for an ordinary "no"."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What if: `problem.must_serve` served in full, near a schedule that stands."""

    problem: Problem
    standing: Schedule
    """What nothing links to those needs stays as it is here."""
    direct: Schedule | None = None
    """A legal schedule that serves them, to begin from; None: none is known."""


class Verdict(StrEnum):
    """How far an answer to "what if" holds."""

    PROVEN = "proven"
    """No legal schedule that serves these needs costs less for the people they concern."""
    FOUND = "found"
    """A legal schedule; a cheaper one may exist, by `gap_cents` at most where that is known."""
    IMPOSSIBLE = "impossible"
    """No legal schedule serves these needs, whatever else is given up: proven."""
    OPEN = "open"
    """Time was too short to tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NearPlan:
    """The cheapest schedule near a standing one; `schedule` is None unless found or proven."""

    verdict: Verdict
    schedule: Schedule | None = None
    gap_cents: int | None = 0
    """How much cheaper it could be at most; 0 when proven; None where time was too short to tell."""
    seconds: float = 0.0


class Explainer(Protocol):
    """Anything that can answer "what if" quickly, several questions in a row."""

    def start(self) -> None:
        """Get ready, as a question may come; does not wait for it."""
        ...

    def near(self, cases: Sequence[Case], seconds: float) -> tuple[NearPlan, ...]:
        """One answer for each case, in order; the first ones come first when time is short. Never raises for a "no"."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class MostWork:
    """What nobody can go beyond, over all weeks together."""

    minutes: int
    """Those at territorial public members less their weight (drives there count whole)."""
    public: Mapping[str, int] = field(default_factory=dict)
    """Minutes at territorial public members, by person, where the work was found; no bound: it tells which way another
    weight would be a better one."""


class Reckoner(Protocol):
    """Anything that can prove how much work there is for some people at most."""

    def most_work(
        self, group: Group, employee_ids: Sequence[str], mondays: Sequence[date], weights: Mapping[str, int]
    ) -> MostWork:
        """The most that these people may work in these weeks, without overtime or extra hours, if everything that they
        may serve were theirs. Who may serve what, absences, rests, roads and days hold; what others need does not.

        `weights`: what a minute at territorial public members counts less for a person, in thousandths. At any weights
        the minutes and as much of what each may spend there come to more than any year holds (Lagrange).
        """
        ...
