"""Composings under way in this server: one a group, found again after a reload, kept as a scenario when it ends.

The store knows each of them by an unguessable id: what a stop of the server cut off is told when the next one starts.
"""

import logging
import secrets
import threading
import time
from contextlib import suppress
from dataclasses import dataclass

import streamlit as st

from gems.access.policy import Actor, Refused
from gems.domain.composition import ComposeQuestion, ComposeResult
from gems.domain.words import Words
from gems.planning.build import PlannerDisagreement
from gems.planning.compose.composing import proposal_of
from gems.planning.compose.facts import proposal_facts
from gems.planning.compose.scenarios import keep_scenario
from gems.planning.compose.under_way import fail_composing, start_composing
from gems.planning.office import Declined, Office
from gems.planning.ports import ComposeProgress, PlanOptions
from solver.compose.process import compose_job
from solver.job import Job
from ui.web.run import this_run
from ui.web.texts import text

LISTEN_SECONDS = 0.1

_log = logging.getLogger(__name__)


@dataclass
class Composing:
    """One composing: its process while it runs, until its answer is judged and kept."""

    office: Office
    actor: Actor
    """Who asked; the scenario is kept in their name even when they have left."""
    id: str
    """Of the composing, and of the scenario it will be."""
    name: str
    """Of the scenario."""
    question: ComposeQuestion
    options: PlanOptions
    job: Job[ComposeProgress, ComposeResult]
    stopping: bool = False
    over: bool = False
    """Whether the store knows what came of it, good or bad."""

    def follow(self) -> None:
        """Listen until the process has answered, then judge and keep the answer. Runs in a thread, watched or not."""
        try:
            while not self.job.done:
                self.job.poll(LISTEN_SECONDS)
            self._keep()
        except (Declined, Refused) as no:
            self._fail(no.words)
        except PlannerDisagreement:
            _log.exception("posts refused")
            self._fail(text("compose.refused"))
        except Exception:
            _log.exception("posts not kept")
            self._fail(text("compose.died"))
        finally:
            self.over = True

    def _keep(self) -> None:
        if self.job.result is None:
            _log.error("composing died: %s\n%s", self.job.failure, self.job.details)
            self._fail(text("compose.died"))
            return
        contents = proposal_facts(proposal_of(self.question, self.job.result))
        keep_scenario(self.office, self.actor, scenario_id=self.id, name=self.name, contents=contents)

    def _fail(self, words: Words) -> None:
        with suppress(Declined):  # another run of the server has written it off already
            fail_composing(self.office, self.actor, job_id=self.id, words=words)

    def stop(self) -> None:
        """Ask to stop and keep the posts found."""
        self.stopping = True
        self.job.stop()

    @property
    def seconds(self) -> float:
        """Since the start."""
        return time.time() - self.job.started


class Composings:
    """The register of this server: the last composing of each group."""

    def __init__(self) -> None:
        self._last: dict[int, Composing] = {}
        self._lock = threading.Lock()

    def start(self, office: Office, actor: Actor, question: ComposeQuestion, name: str, options: PlanOptions) -> None:
        """Start one; nothing when the group has one under way already."""
        with self._lock:
            last = self._last.get(actor.group_id)
            if last is not None and not last.over:
                return
            job_id = secrets.token_urlsafe(16)
            monday = question.fortnight.mondays[0]
            start_composing(office, actor, job_id=job_id, monday=monday, server=this_run())
            job = compose_job(question, options)
            found = Composing(office, actor, job_id, name, question, options, job)
            self._last[actor.group_id] = found
        threading.Thread(target=found.follow, name=f"composing {found.id[:4]}", daemon=True).start()

    def of_group(self, group_id: int) -> Composing | None:
        """The last one of a group, under way or over, whoever started it."""
        return self._last.get(group_id)


@st.cache_resource
def composings() -> Composings:
    """The one register of the server process."""
    return Composings()
