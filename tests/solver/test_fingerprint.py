"""Data known again: by its fields alone."""

import pickle
from dataclasses import replace

from gems.domain.time import Horizon
from gems.planning.build import prepare
from sample_data import DEFAULT_WEEK, generate
from solver.fields_only import written
from solver.fingerprint import fingerprint

PROBLEM = prepare(generate("small"), Horizon.of_iso_week(DEFAULT_WEEK))


def again() -> bytes:
    """The same problem as it arrives in another process: bare, whatever others have worked out of it here."""
    return written(PROBLEM)


def test_what_was_worked_out_on_the_way_does_not_count() -> None:
    problem = pickle.loads(again())  # noqa: S301 — written a line above
    before, kept = fingerprint(problem), len(vars(problem.group))
    assert problem.group.employee
    assert len(vars(problem.group)) > kept
    assert fingerprint(problem) == before


def test_other_data_is_told_apart() -> None:
    group = PROBLEM.group
    other = replace(group, requests=(replace(group.requests[0], label="autre"), *group.requests[1:]))
    names = {
        fingerprint(PROBLEM),
        fingerprint(replace(PROBLEM, group=other)),
        fingerprint(replace(PROBLEM, must_serve=frozenset({PROBLEM.needs[0].id}))),
        fingerprint(replace(PROBLEM, horizon=Horizon(PROBLEM.horizon.first, 2))),
    }
    assert len(names) == 4
