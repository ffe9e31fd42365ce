"""Plannings under way in this server, found again by an unguessable id after a reload or from another browser.

The store knows of each of them too: it keeps the plan as soon as there is one, watched or not, and tells of those that
a stop of the server cut off.
"""

import logging
import secrets
import threading
import time
from dataclasses import dataclass, field
from datetime import date

import streamlit as st

from gems.access.policy import Actor
from gems.domain.problem import Problem
from gems.planning.build import Built, PlannerDisagreement, finish
from gems.planning.office import Office
from gems.planning.ports import PlanOptions
from gems.planning.week.build import fail_build, keep_build, start_build
from solver.job import Job
from ui.web.run import this_run
from ui.web.texts import text

KEPT_SECONDS = 3600
"""How long a finished planning can be asked about here; its plan is in the store for good."""
LISTEN_SECONDS = 0.1

_log = logging.getLogger(__name__)


@dataclass
class Running:
    """One planning: its process while it runs, its answer once judged and kept."""

    office: Office
    actor: Actor
    """Who asked; the plan is kept in their name even when they have left."""
    job_id: str
    problem: Problem
    options: PlanOptions
    job: Job
    built: Built | None = None
    failure: str | None = None
    """A key of the texts."""
    stopping: bool = False
    touched: float = field(default_factory=time.monotonic)

    def follow(self) -> None:
        """Listen until the process has answered, then judge and keep the answer. Runs in a thread, watched or not."""
        while not self.job.done:
            self.job.poll(LISTEN_SECONDS)
        try:
            self._keep()
        except PlannerDisagreement:
            _log.exception("plan refused")
            self._fail("build.refused")
        except Exception:
            _log.exception("plan not kept")
            self._fail("build.died")

    def _keep(self) -> None:
        if self.job.result is None:
            _log.error("planning died: %s\n%s", self.job.failure, self.job.details)
            self._fail("build.died")
            return
        built = finish(self.problem, self.job.result)
        keep_build(self.office, self.actor, job_id=self.job_id, built=built)
        self.built = built

    def _fail(self, key: str) -> None:
        fail_build(self.office, self.actor, job_id=self.job_id, words=text(key))
        self.failure = key

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

    @property
    def monday(self) -> date:
        """The week it plans."""
        return self.problem.horizon.first


class Jobs:
    """The register of this server. Ids are random and say nothing."""

    def __init__(self) -> None:
        self._running: dict[str, Running] = {}
        self._lock = threading.Lock()

    def start(self, office: Office, actor: Actor, monday: date, profile: str | None, options: PlanOptions) -> str:
        """Start a planning; its id. Raises what the office raises: refused, declined, faults in the data."""
        job_id = secrets.token_urlsafe(16)
        problem = start_build(office, actor, monday=monday, profile=profile, job_id=job_id, server=this_run())
        running = Running(office, actor, job_id, problem, options, Job(problem, options))
        with self._lock:
            self._forget_old()
            self._running[job_id] = running
        threading.Thread(target=running.follow, name=f"planning {job_id[:4]}", daemon=True).start()
        return job_id

    def of_week(self, group_id: int, monday: date) -> Running | None:
        """The planning of a week that is under way, whoever started it."""
        with self._lock:
            return next(
                (
                    running
                    for running in self._running.values()
                    if not running.over and running.actor.group_id == group_id and running.monday == monday
                ),
                None,
            )

    def find(self, job_id: str | None, group_id: int) -> Running | None:
        """The planning of that id in that group, None when it is unknown or forgotten."""
        found = self._running.get(job_id) if job_id else None
        if found is None or found.actor.group_id != group_id:
            return None
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
