"""Plannings under way in this server, found again by an unguessable id after a reload or from another browser."""

import secrets
import threading
import time
from dataclasses import dataclass, field

import streamlit as st

from gems.domain.problem import Problem
from gems.planning.build import Built, PlannerDisagreement, finish
from gems.planning.ports import PlanOptions
from solver.job import Job

KEPT_SECONDS = 3600
"""How long a finished planning waits to be fetched."""


@dataclass
class Running:
    """One planning: its process while it runs, its report once judged."""

    problem: Problem
    options: PlanOptions
    job: Job
    built: Built | None = None
    failure: str | None = None
    """A key of the texts."""
    stopping: bool = False
    touched: float = field(default_factory=time.monotonic)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def look(self) -> None:
        """Hear what the process says; judge its answer once it is there. Two browsers may look at the same time."""
        with self.lock:
            self.touched = time.monotonic()
            self.job.poll()
            if self.job.failure is not None:
                self.failure = "build.died"
            elif self.job.result is not None and self.built is None and self.failure is None:
                self._judge()

    def _judge(self) -> None:
        assert self.job.result is not None
        try:
            self.built = finish(self.problem, self.job.result)
        except PlannerDisagreement:
            self.failure = "build.refused"

    def stop(self) -> None:
        """Ask to stop and keep the best."""
        self.stopping = True
        self.job.stop()

    @property
    def over(self) -> bool:
        """Whether there is an answer, good or bad."""
        return self.built is not None or self.failure is not None


class Jobs:
    """The register of this server. Ids are random and say nothing."""

    def __init__(self) -> None:
        self._running: dict[str, Running] = {}
        self._lock = threading.Lock()

    def start(self, problem: Problem, options: PlanOptions) -> str:
        """Start a planning; its id."""
        running = Running(problem, options, Job(problem, options))
        job_id = secrets.token_urlsafe(16)
        with self._lock:
            self._forget_old()
            self._running[job_id] = running
        return job_id

    def find(self, job_id: str | None) -> Running | None:
        """The planning of that id, None when it is unknown or forgotten."""
        return self._running.get(job_id) if job_id else None

    def busy(self) -> bool:
        """Whether some planning is still computing."""
        return any(not running.job.done for running in self._running.values())

    def _forget_old(self) -> None:
        now = time.monotonic()
        for job_id, running in list(self._running.items()):
            if running.over and now - running.touched > KEPT_SECONDS:
                del self._running[job_id]


@st.cache_resource
def jobs() -> Jobs:
    """The one register of the server process."""
    return Jobs()
