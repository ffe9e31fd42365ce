"""Plannings of the page: found again by their address, gone wrong, forgotten; their ids cannot be guessed."""

import threading
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from visit import Visit, said

from gems.domain.words import Words
from gems.planning.build import Built
from gems.planning.ports import PlanOptions
from ui.web.jobs import Jobs, Running, jobs
from ui.web.panels.arrival import JOB


class Ended:
    """A process that has answered."""

    done, result, failure, details, started, history = True, None, "it died", "", 0.0, ()

    def poll(self, seconds: float = 0.0) -> list[Any]:
        return []


def planning(of: Built, **changes: Any) -> str:
    """The id of a planning that is over."""
    running = Running(of.problem, PlanOptions(), Ended(), **changes)  # type: ignore[arg-type]
    jobs()._running["an-id"] = running
    return "an-id"


def test_a_planning_is_found_again_by_its_address(built: Built) -> None:
    visit = Visit(**{JOB: planning(built, built=built)})
    assert visit.desk.group is built.problem.group
    assert [metric.label for metric in visit.at.metric]
    assert visit.strong == [said("build.again")]


def test_no_plan_says_why(built: Built) -> None:
    why = Words("Deux lignes verrouillées se contredisent.", "Two locked rows contradict each other.")
    nothing = replace(built, schedule=None, verdict=None, reasons=(why,))
    visit = Visit(**{JOB: planning(built, built=nothing)})
    assert said("build.none") in visit.words
    assert why.fr in visit.words
    assert said("empty.title") in visit.words


@pytest.mark.parametrize("failure", ["build.died", "build.refused"])
def test_a_planning_that_broke_off_says_so(built: Built, failure: str) -> None:
    visit = Visit(**{JOB: planning(built, failure=failure)})
    assert said(failure) in visit.words
    assert visit.strong == [said("build")]


def test_a_forgotten_planning_is_said_to_be_lost() -> None:
    assert said("start.lost") in Visit(**{JOB: "nobody-knows-this"}).words


def test_the_ids_of_plannings_cannot_be_guessed(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.web.jobs.Job", lambda problem, options: Ended())
    register = Jobs()
    ids = [register.start(built.problem, PlanOptions()) for _ in range(50)]
    assert len(set(ids)) == len(ids)
    assert all(len(one) >= 22 for one in ids)  # 128 bits
    assert not any(a[:6] == b[:6] for a, b in pairwise(ids))
    for thread in threading.enumerate():
        if thread.name.startswith("planning "):
            thread.join()
    assert register.find(ids[0]).failure == "build.died"  # type: ignore[union-attr]
    assert register.find("") is None
