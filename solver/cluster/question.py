"""What goes to a worker and what comes back, as records that can be said in text."""

from collections.abc import Mapping
from dataclasses import dataclass

from gems.domain.problem import Problem
from gems.planning.ports import PlanOptions, PlanResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One planning to do elsewhere."""

    problem: Problem
    options: PlanOptions
    rules: tuple[str, ...] | None = None
    """See `solver.plan_process.ProcessPlanner`."""
    versions: Mapping[str, str]
    """Of whoever asks: with others the same question would have another answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a worker says: a result or, in words for whoever mends it, why there is none."""

    result: PlanResult | None = None
    failure: str = ""
    details: str = ""
    other_versions: Mapping[str, str] | None = None
    """Of a worker that has not the asker's, and therefore did not plan."""
