"""Plannings on a cluster of two real worker processes: the same answers as here, whatever happens to a worker."""

import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from distributed import LocalCluster

from gems.domain.problem import Problem
from gems.domain.report import Status
from gems.domain.time import Horizon
from gems.planning.build import finish, prepare
from gems.planning.ports import PlanOptions, PlanResult, Progress
from sample_data import DEFAULT_WEEK, generate
from solver.cluster import planner as cluster_planner
from solver.cluster.planner import ClusterPlanner, NoCluster, cluster_at
from solver.job import PlannerDied
from solver.planner import ExactPlanner

COUNTED = PlanOptions(time_limit_seconds=2.0, seed=3, deterministic=True)


def start(workers: int) -> LocalCluster:
    return LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=":0", silence_logs=50)


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with start(2) as running:
        yield running


@pytest.fixture
def planner(cluster: LocalCluster) -> Iterator[ClusterPlanner]:
    with cluster_at(cluster.scheduler_address) as found:
        yield found


def problem_of(name: str, seed: int = 1, weeks: int = 1) -> Problem:
    return prepare(generate(name, seed), Horizon.of_iso_week(DEFAULT_WEEK, weeks))


def what_counts(result: PlanResult) -> PlanResult:
    """An answer without what every run measures anew."""
    return replace(result, seconds=0.0, first_plan_seconds=None, peak_memory_mb=0)


def test_many_at_once_are_planned_as_here(planner: ClusterPlanner) -> None:
    problems = [problem_of("small", seed) for seed in range(1, 5)]
    with ThreadPoolExecutor(4) as pool:
        there = list(pool.map(lambda problem: planner.plan(problem, COUNTED), problems))
    for problem, result in zip(problems, there, strict=True):
        assert finish(problem, result).schedule is not None
        assert what_counts(result) == what_counts(ExactPlanner().plan(problem, COUNTED))


def test_a_worker_killed_at_work_loses_nothing(planner: ClusterPlanner) -> None:
    for seed in range(1, 5):  # on a fast machine an answer may come before the kill does
        problem = problem_of("small", seed)
        there, killed = planned_with_a_kill(planner, problem)
        assert what_counts(there) == what_counts(ExactPlanner().plan(problem, COUNTED))
        if killed:
            break
    assert killed == 1


def planned_with_a_kill(planner: ClusterPlanner, problem: Problem) -> tuple[PlanResult, int]:
    """The answer, and how many workers were killed in the middle of it: whoever is at it at its first word."""
    killed: list[int] = []
    heard: list[Progress] = []

    def kill_it(progress: Progress) -> None:
        heard.append(progress)
        if len(heard) > 1:
            return
        pids = planner.client.run(os.getpid)
        for worker in [worker for worker, tasks in planner.client.processing().items() if tasks]:
            os.kill(pids[worker], signal.SIGKILL)
            killed.append(pids[worker])

    return planner.plan(problem, COUNTED, kill_it), len(killed)


def test_a_stop_keeps_the_best_plan(planner: ClusterPlanner) -> None:
    problem = problem_of("small", 2, weeks=4)
    heard: list[Progress] = []
    limit = PlanOptions(time_limit_seconds=600.0)
    result = planner.plan(
        problem, limit, heard.append, lambda: any(progress.best_cents is not None for progress in heard)
    )
    assert result.status in (Status.STOPPED, Status.OPTIMAL)
    assert finish(problem, result).schedule is not None
    assert result.seconds < 300


def test_whoever_gives_up_frees_the_worker(planner: ClusterPlanner) -> None:
    class Enough(Exception):
        pass

    def give_up() -> bool:
        raise Enough

    with pytest.raises(Enough):
        planner.plan(problem_of("small", weeks=2), PlanOptions(time_limit_seconds=600.0), should_stop=give_up)
    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(lambda seed: planner.plan(problem_of("small", seed), COUNTED), (1, 2)))
    assert all(result.schedule is not None for result in both)


def test_a_fault_at_a_worker_is_told(planner: ClusterPlanner) -> None:
    problem = problem_of("small")
    lost = replace(problem, group=replace(problem.group, communes=()))
    with pytest.raises(PlannerDied, match="KeyError") as fault:
        planner.plan(lost, COUNTED)
    assert any("Traceback" in note for note in fault.value.__notes__)


def test_workers_of_other_versions_do_not_plan(planner: ClusterPlanner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_planner, "versions", lambda: {"gems": "0.0.1"})
    with pytest.raises(NoCluster, match=r"gems 0\.0\.1 here"):
        planner.plan(problem_of("small"), COUNTED)


def test_no_scheduler_at_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_planner, "ANSWER_SECONDS", 0.5)
    with pytest.raises(NoCluster, match="does not answer"), cluster_at("tcp://127.0.0.1:1"):
        pass


def test_certificates_that_are_asked_for_and_not_there() -> None:
    with pytest.raises(NoCluster, match="asks for certificates"), cluster_at("tls://127.0.0.1:1"):
        pass


def test_an_address_of_no_known_kind() -> None:
    with pytest.raises(NoCluster, match="does not answer"), cluster_at("pigeon://127.0.0.1:1"):
        pass


def test_no_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_planner, "ANSWER_SECONDS", 0.5)
    with start(0) as empty, pytest.raises(NoCluster, match="no worker"), cluster_at(empty.scheduler_address):
        pass


def test_a_scheduler_that_ends_is_told() -> None:
    with start(1) as running, cluster_at(running.scheduler_address) as found:

        def end(progress: Progress) -> None:
            running.close()

        with pytest.raises(NoCluster, match="does not answer any more"):
            found.plan(problem_of("small", weeks=4), PlanOptions(time_limit_seconds=600.0), end)


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(NoCluster, match=r"pip install 'gems\[cluster\]'"), cluster_at("tcp://127.0.0.1:1"):
        pass
