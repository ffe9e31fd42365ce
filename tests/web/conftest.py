"""A small week in two states, for every test of the page: built by the real planner, and found in a workbook."""

from dataclasses import replace

import pytest

from gems.domain.schedule import Schedule
from gems.planning.build import Built, build, prepare
from gems.planning.ports import PlanOptions
from sample_data import generate, planted_weeks
from solver.job import ProcessPlanner
from ui.web.shown import ShownWeek, shown_standing

SECONDS = 120


@pytest.fixture(scope="session")
def built() -> Built:
    """The small sample, built by the real planner."""
    planned = planted_weeks("small")
    problem = prepare(generate("small"), planned.horizon)
    return build(problem, ProcessPlanner(), PlanOptions(time_limit_seconds=SECONDS))


@pytest.fixture(scope="session")
def standing() -> ShownWeek:
    """The small sample with a schedule of its own, where somebody works twice at once."""
    return shown_standing(generate("small"), spoiled(), None)


def spoiled() -> Schedule:
    kept = planted_weeks("small")
    first = kept.assignments[0]
    twice = replace(first, start=first.start + 1, mission_id=None)
    return replace(kept, assignments=(*kept.assignments, twice))
