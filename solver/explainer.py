"""Answers "what if" in the process that asks: prepared masters are kept, two cases are solved at a time."""

import time
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from threading import Lock

from gems.domain.problem import Problem
from gems.domain.time import Horizon
from gems.planning.ports import Case, NearPlan, Verdict
from solver.climb import Known
from solver.fingerprint import fingerprint
from solver.master import Master
from solver.near import near
from solver.parts import Part, independent_parts
from solver.planner import build_master
from solver.volume_choices import add_volume_choices

KEPT = 12
"""Masters kept: those of one week and of its unlocks."""
AT_A_TIME = 2


@dataclass(frozen=True, slots=True)
class _Prepared:
    master: Master
    parts: list[Part]


@dataclass
class NearExplainer:
    """An `Explainer` of this process; may be asked from several threads."""

    _kept: OrderedDict[bytes, _Prepared] = field(default_factory=OrderedDict)
    _learnt: dict[Horizon, Known] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def near(self, cases: Sequence[Case], seconds: float) -> tuple[NearPlan, ...]:
        """See `gems.planning.ports.Explainer`."""
        deadline = time.monotonic() + seconds
        with ThreadPoolExecutor(AT_A_TIME) as pool:
            return tuple(pool.map(lambda case: self._one(case, deadline), cases))

    def _one(self, case: Case, deadline: float) -> NearPlan:
        if time.monotonic() >= deadline:
            return NearPlan(verdict=Verdict.OPEN)
        prepared = self._prepare(case.problem)
        known = self._learnt.setdefault(case.problem.horizon, Known())
        return near(prepared.master, prepared.parts, case, deadline - time.monotonic(), known)

    def _prepare(self, problem: Problem) -> _Prepared:
        """The master of a problem, whatever must be served; made once for all questions about the same data."""
        plain = replace(problem, must_serve=frozenset())
        key = fingerprint(plain)
        with self._lock:
            known = self._kept.get(key)
        if known is None:
            master = build_master(plain)
            add_volume_choices(master)
            known = _Prepared(master, independent_parts(master))
            with self._lock:
                self._kept[key] = known
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
        return known
