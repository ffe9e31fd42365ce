"""Plannings under way in this server, found again by an unguessable id after a reload or from another browser."""

import logging
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
LISTEN_SECONDS = 0.1

_log = logging.getLogger(__name__)


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

    def follow(self) -> None:
        """Listen until the process has answered, then judge the answer. Runs in a thread, watched or not."""
        while not self.job.done:
            self.job.poll(LISTEN_SECONDS)
        if self.job.result is None:
            _log.error("planning died: %s\n%s", self.job.failure, self.job.details)
            self.failure = "build.died"
            return
        try:
            self.built = finish(self.problem, self.job.result)
        except PlannerDisagreement:
            _log.exception("plan refused")
            self.failure = "build.refused"
        except Exception:
            _log.exception("plan not judged")
            self.failure = "build.died"

    def stop(self) -> None:
        """Ask to stop and keep the best."""
        self.stopping = True
        self.job.stop()

    @property
    def seconds(self) -> float:
        """Since the start."""
        return time.time() - self.job.started

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
        threading.Thread(target=running.follow, name=f"planning {job_id[:4]}", daemon=True).start()
        return job_id

    def find(self, job_id: str | None) -> Running | None:
        """The planning of that id, None when it is unknown or forgotten."""
        found = self._running.get(job_id) if job_id else None
        if found is not None:
            found.touched = time.monotonic()
        return found

    def busy(self) -> bool:
        """Whether some planning is still computing."""
        with self._lock:
            return any(not running.over for running in self._running.values())

    def _forget_old(self) -> None:
        now = time.monotonic()
        for job_id, running in list(self._running.items()):
            if running.over and now - running.touched > KEPT_SECONDS:
                del self._running[job_id]


@st.cache_resource
def jobs() -> Jobs:
    """The one register of the server process."""
    return Jobs()
