"""Plannings of the page: they end without anybody watching, are found again by their week, and say what went wrong."""

import threading
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Any

import pytest

from gems.domain.life import VersionState
from gems.domain.words import Words
from gems.planning.build import Built
from gems.planning.ports import PlanOptions, PlanResult
from gems.planning.week.build import recent_jobs
from gems.store.jobs import JobRow, JobState, interrupt_others
from tests.web.furnished import House
from tests.web.visit import Visiting, said
from ui.web.jobs import Jobs, Running
from ui.web.run import INTERRUPTED

WEEK, OTHER_WEEK = {"semaine": "2026-11-23"}, {"semaine": "2026-11-30"}


class Ended:
    """A process that has answered, well or badly."""

    done, details, started = True, "", 0.0

    def __init__(self, result: PlanResult | None = None) -> None:
        self.result, self.failure = result, None if result else "it died"
        self.history: list[Any] = []


class Busy(Ended):
    """A process that is told when to answer."""

    def __init__(self) -> None:
        super().__init__()
        self.done, self.answer = False, threading.Event()

    def poll(self, seconds: float = 0.0) -> list[Any]:
        self.done = self.answer.wait()
        return []

    def stop(self) -> None:
        self.answer.set()


@pytest.fixture
def register(monkeypatch: pytest.MonkeyPatch) -> Jobs:
    """A register of this test's own."""
    own = Jobs()
    for place in ("ui.web.panels.acts.jobs", "ui.web.screens.coordinator.week.jobs"):
        monkeypatch.setattr(place, lambda: own)
    return own


def planned(house: House, register: Jobs, job: Ended, monkeypatch: pytest.MonkeyPatch) -> Running:
    """A planning of the week, begun; over when its process has answered."""
    monkeypatch.setattr("ui.web.jobs.plan_job", lambda problem, options: job)
    running = register.start(house.office, house.coordinator, house.monday, None, PlanOptions())
    if job.done:
        join(running)
    return running


def join(running: Running) -> None:
    """Wait until it is over."""
    for thread in threading.enumerate():
        if thread.name == f"build {running.id[:4]}":
            thread.join()


def test_the_plan_is_kept_without_anybody_watching(
    house: House, built: Built, register: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = planned(house, register, Ended(built.result), monkeypatch)
    assert running.over
    head = house.newest.head
    assert (head.number, head.state, head.made_by) == (2, VersionState.DRAFT, house.coordinator.name)
    job = last_job(house)
    assert (job.id, job.state, job.number) == (running.id, JobState.DONE, 2)


def test_a_planning_under_way_is_found_by_whoever_opens_its_week(
    house: House, register: Jobs, visiting: Visiting, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = planned(house, register, Busy(), monkeypatch)
    visit, group_id = visiting(**WEEK), house.coordinator.group_id
    assert visit.strong == [said("build.stop")]
    assert said("build.leave") in visit.words
    assert said("empty.title") in visiting(**OTHER_WEEK).words
    assert register.of_week(group_id + 1, house.monday) is None, "another group's"
    visit.press("stop")
    assert running.stopping
    join(running)
    assert register.of_week(group_id, house.monday) is None
    assert not register.busy()


def test_no_plan_says_why_until_somebody_works_on_the_week(
    house: House, built: Built, register: Jobs, visiting: Visiting, monkeypatch: pytest.MonkeyPatch
) -> None:
    why = Words("Deux lignes verrouillées se contredisent.", "Two locked rows contradict each other.")
    nothing = replace(built.result, schedule=None, cost_cents=None, bill={}, reasons=(why,))
    planned(house, register, Ended(nothing), monkeypatch)
    assert house.newest.head.number == 1, "the draft is still there"
    visit = visiting(**WEEK)
    assert why.fr in visit.words
    assert why.fr not in visiting(**OTHER_WEEK).words
    store = house.office.store
    monkeypatch.setattr(store, "clock", partial(int, store.clock() + 60))
    assert why.fr not in visit.pick("piece 0").press("piece-lock").words


@pytest.mark.parametrize("fault", ["build.died", "build.refused"])
def test_a_planning_that_broke_off_says_so(
    fault: str, house: House, built: Built, register: Jobs, visiting: Visiting, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = replace(built.result, cost_cents=-1)  # the checker counts otherwise
    running = planned(house, register, Ended(wrong if fault == "build.refused" else None), monkeypatch)
    assert running.over
    assert said(fault) in visiting(**WEEK).words
    assert last_job(house).state is JobState.FAILED


def test_a_planning_cut_off_by_a_stop_of_the_server_says_so(
    house: House, register: Jobs, visiting: Visiting, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = planned(house, register, Busy(), monkeypatch)
    store = house.office.store
    with store.writing() as connection:
        interrupt_others(connection, "the next run", store.clock(), INTERRUPTED)
    register._running.clear()  # as a new process would have it
    visit = visiting(**WEEK)
    assert INTERRUPTED.fr in visit.words
    assert visit.strong == [said("step.propose")]
    running.stop()
    join(running)
    assert house.newest.head.number == 1


def test_the_ids_of_plannings_cannot_be_guessed(
    house: House, built: Built, register: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [planned(house, register, Ended(), monkeypatch).id for _ in range(20)]
    assert len(set(ids)) == len(ids)
    assert all(len(one) >= 22 for one in ids)  # 128 bits
    assert not any(a[:6] == b[:6] for a, b in pairwise(ids))


def last_job(house: House) -> JobRow:
    return recent_jobs(house.office, house.coordinator)[0]
