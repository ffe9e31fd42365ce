"""Composings under way in this server: one a group, found again after a reload, kept as a scenario when it ends.

The store knows each of them by an unguessable id: what a stop of the server cut off is told when the next one starts.
"""

import secrets
import threading
from dataclasses import dataclass

import streamlit as st

from gems.access.policy import Actor
from gems.domain.composition import ComposeQuestion, ComposeResult
from gems.domain.words import Words
from gems.planning.compose.composing import proposal_of
from gems.planning.compose.facts import proposal_facts
from gems.planning.compose.scenarios import keep_scenario
from gems.planning.compose.under_way import fail_composing, start_composing
from gems.planning.office import Office
from gems.planning.ports import ComposeProgress, PlanOptions
from solver.compose.process import compose_job
from ui.web.followed import Followed
from ui.web.run import this_run
from ui.web.texts import text


@dataclass(kw_only=True)
class Composing(Followed[ComposeProgress, ComposeResult]):
    """One composing; its id is that of the scenario it will be."""

    KIND, REFUSED, DIED = "compose", text("compose.refused"), text("compose.died")

    name: str
    """Of the scenario."""
    question: ComposeQuestion

    def keep(self, answer: ComposeResult) -> None:
        """As a scenario."""
        contents = proposal_facts(proposal_of(self.question, answer))
        keep_scenario(self.office, self.actor, scenario_id=self.id, name=self.name, contents=contents)

    def fail(self, words: Words) -> None:
        """For the coordinator, where scenarios are."""
        fail_composing(self.office, self.actor, job_id=self.id, words=words)


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
            found = Composing(
                office=office, actor=actor, id=job_id, options=options, job=job, name=name, question=question
            )
            self._last[actor.group_id] = found
        found.begin()

    def of_group(self, group_id: int) -> Composing | None:
        """The last one of a group, under way or over, whoever started it."""
        return self._last.get(group_id)


@st.cache_resource
def composings() -> Composings:
    """The one register of the server process."""
    return Composings()
