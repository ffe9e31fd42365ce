"""Plannings under way in this server, found again by their week after a reload or from another browser.

The store knows each of them by an unguessable id: it keeps the plan as soon as there is one, watched or not, and why
there is none; what a stop of the server cut off is told when the next one starts.
"""

import logging
import secrets
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

import streamlit as st

from gems.access.policy import Actor
from gems.domain.problem import Problem
from gems.domain.words import Words
from gems.planning.build import PlannerDisagreement, finish
from gems.planning.office import Declined, Office
from gems.planning.ports import PlanOptions, PlanResult, Progress
from gems.planning.week.build import fail_build, keep_build, start_build
from solver.job import Job
from solver.plan_process import plan_job
from ui.web.run import this_run
from ui.web.texts import text

LISTEN_SECONDS = 0.1

_log = logging.getLogger(__name__)


@dataclass
class Running:
    """One planning: its process while it runs, until its answer is judged and kept."""

    office: Office
    actor: Actor
    """Who asked; the plan is kept in their name even when they have left."""
    job_id: str
    problem: Problem
    options: PlanOptions
    job: Job[Progress, PlanResult]
    stopping: bool = False
    over: bool = False
    """Whether the store knows what came of it, good or bad."""

    def follow(self) -> None:
        """Listen until the process has answered, then judge and keep the answer. Runs in a thread, watched or not."""
        try:
            while not self.job.done:
                self.job.poll(LISTEN_SECONDS)
            self._keep()
        except Declined as no:
            self._fail(no.words)
        except PlannerDisagreement:
            _log.exception("plan refused")
            self._fail(text("build.refused"))
        except Exception:
            _log.exception("plan not kept")
            self._fail(text("build.died"))
        finally:
            self.over = True

    def _keep(self) -> None:
        if self.job.result is None:
            _log.error("planning died: %s\n%s", self.job.failure, self.job.details)
            self._fail(text("build.died"))
            return
        built = finish(self.problem, self.job.result)
        keep_build(self.office, self.actor, job_id=self.job_id, built=built)

    def _fail(self, words: Words) -> None:
        with suppress(Declined):  # another run of the server has written it off already
            fail_build(self.office, self.actor, job_id=self.job_id, words=words)

    def stop(self) -> None:
        """Ask to stop and keep the best."""
        self.stopping = True
        self.job.stop()

    @property
    def seconds(self) -> float:
        """Since the start."""
        return time.time() - self.job.started

    @property
    def monday(self) -> date:
        """The week it plans."""
        return self.problem.horizon.first


class Jobs:
    """The register of this server."""

    def __init__(self) -> None:
        self._running: list[Running] = []
        self._lock = threading.Lock()

    def start(self, office: Office, actor: Actor, monday: date, profile: str | None, options: PlanOptions) -> Running:
        """Start a planning. Raises what the office raises: refused, declined, faults in the data."""
        job_id = secrets.token_urlsafe(16)
        problem = start_build(office, actor, monday=monday, profile=profile, job_id=job_id, server=this_run())
        running = Running(office, actor, job_id, problem, options, plan_job(problem, options))
        with self._lock:
            self._running = [*self._under_way(), running]
        threading.Thread(target=running.follow, name=f"planning {job_id[:4]}", daemon=True).start()
        return running

    def of_week(self, group_id: int, monday: date) -> Running | None:
        """The planning of a week that is under way, whoever started it."""
        found = (one for one in self._under_way() if one.actor.group_id == group_id and one.monday == monday)
        return next(found, None)

    def busy(self) -> bool:
        """Whether some planning is still computing."""
        return bool(self._under_way())

    def _under_way(self) -> list[Running]:
        return [running for running in self._running if not running.over]


@st.cache_resource
def jobs() -> Jobs:
    """The one register of the server process."""
    return Jobs()
