"""Plannings under way in this server, found again by their week after a reload or from another browser.

The store knows each of them by an unguessable id: it keeps the plan as soon as there is one, watched or not, and why
there is none; what a stop of the server cut off is told when the next one starts.
"""

import secrets
import threading
from dataclasses import dataclass
from datetime import date

import streamlit as st

from gems.access.policy import Actor
from gems.domain.problem import Problem
from gems.domain.words import Words
from gems.planning.build import finish
from gems.planning.office import Office
from gems.planning.ports import PlanOptions, PlanResult, Progress
from gems.planning.week.build import fail_build, keep_build, start_build
from solver.plan_process import plan_job
from ui.web.followed import Followed
from ui.web.run import this_run
from ui.web.texts import text


@dataclass(kw_only=True)
class Running(Followed[Progress, PlanResult]):
    """One planning."""

    KIND, REFUSED, DIED = "build", text("build.refused"), text("build.died")

    problem: Problem

    def keep(self, answer: PlanResult) -> None:
        """As the draft of its week."""
        keep_build(self.office, self.actor, job_id=self.id, built=finish(self.problem, answer))

    def fail(self, words: Words) -> None:
        """For the coordinator, beside the week."""
        fail_build(self.office, self.actor, job_id=self.id, words=words)

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
        job = plan_job(problem, options)
        running = Running(office=office, actor=actor, id=job_id, options=options, job=job, problem=problem)
        with self._lock:
            self._running = [*self._under_way(), running]
        running.begin()
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
