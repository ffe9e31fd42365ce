"""Answers "what if" in the process that asks, one case after the other: prepared masters are kept."""

import time
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from threading import Lock

from gems.domain.problem import Problem
from gems.planning.ports import Case, NearPlan, Verdict
from solver.enumeration import TooManyDuties
from solver.fingerprint import fingerprint
from solver.master import Master
from solver.near import near
from solver.parts import Part, independent_parts
from solver.planner import MOST_DUTIES, build_master
from solver.volume_choices import add_volume_choices

KEPT = 12
"""Masters kept: those of one week and of its unlocks."""


@dataclass(frozen=True, slots=True)
class _Prepared:
    master: Master
    parts: list[Part]


@dataclass
class NearExplainer:
    """An `Explainer` of this process; may be asked from several threads, which wait for each other.

    What it was asked before changes how quickly it answers, never the answer.
    """

    _kept: OrderedDict[bytes, _Prepared] = field(default_factory=OrderedDict)
    _turn: Lock = field(default_factory=Lock)

    def start(self) -> None:
        """Ready as it is."""

    def near(self, cases: Sequence[Case], seconds: float) -> tuple[NearPlan, ...]:
        """See `gems.planning.ports.Explainer`."""
        deadline = time.monotonic() + seconds
        return tuple(self._one(case, deadline) for case in cases)

    def _one(self, case: Case, deadline: float) -> NearPlan:
        with self._turn:
            if time.monotonic() >= deadline:
                return NearPlan(verdict=Verdict.OPEN)
            try:
                prepared = self._prepare(case.problem)
            except TooManyDuties:
                return NearPlan(verdict=Verdict.OPEN)
            return near(prepared.master, prepared.parts, case, deadline - time.monotonic())

    def _prepare(self, problem: Problem) -> _Prepared:
        """The master of a problem, whatever must be served; made once for all questions about the same data."""
        plain = replace(problem, must_serve=frozenset())
        key = fingerprint(plain)
        known = self._kept.get(key)
        if known is None:
            master = build_master(plain, most_duties=MOST_DUTIES)
            add_volume_choices(master)
            known = self._kept[key] = _Prepared(master, independent_parts(master))
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return known
