"""What one visitor has on the desk: one typed object in the session, the truth behind the widgets."""

import os
from dataclasses import dataclass, field
from datetime import timedelta

import streamlit as st

from gems.domain.group import Group
from gems.domain.schedule import Schedule
from gems.domain.time import Horizon, Instant
from gems.domain.words import Language, Words
from gems.workbook import CellFault
from sample_data import DEFAULT_WEEK
from ui.web.shown import ShownWeek
from ui.web.texts import text

KEY = "desk"
LANGUAGE = "lang"
"""Name of the language in the address of the page, so that a reload keeps it."""
USUAL_LANGUAGE = "GEMS_LANG"
"""Environment: the language of whoever serves the page; French without it."""

QUICK, PATIENT, SMALL_GROUP = 60, 300, 60
"""Seconds allowed at first, and the number of people beyond which more are."""


@dataclass
class Desk:
    """One visitor's work. Nothing here is shared with anybody else."""

    language: Language = "fr"
    group: Group | None = None
    source: str = ""
    """The file or the sample it came from."""
    kept: Schedule | None = None
    """What the workbook already holds: its weeks, its locks, what it published."""
    as_of: Instant | None = None
    faults: tuple[CellFault, ...] = ()
    """What keeps the file from being opened, or the remarks on one that was."""
    uploaded: bytes = b""
    """The visitor's own file, kept only while it has faults, for the annotated copy."""
    horizon: Horizon = field(default_factory=lambda: Horizon.of_iso_week(DEFAULT_WEEK))
    """The weeks looked at."""
    plans: dict[Horizon, ShownWeek] = field(default_factory=dict)
    """The last schedule of each of these weeks, built or found in the workbook."""
    before: dict[Horizon, ShownWeek] = field(default_factory=dict)
    """The one before it, for what changed."""
    no_plan: tuple[Words, ...] = ()
    """Why the last building gave no schedule."""
    failure: str = ""
    """How the last building broke off: a key of the texts."""
    picked: str = ""
    """The card or the row whose details are open."""
    seconds: int = QUICK
    """Allowed to the computation; a proof that nothing is better ends it sooner."""
    profile: str = ""
    """The price profile chosen; the group's own without it."""
    opened: set[str] = field(default_factory=set)
    """What was already read or fetched, so that a rerun does not do it again."""

    def say(self, key: str, **values: Words | str | int) -> str:
        """The words of a key in this visitor's language."""
        words = text(key)
        return (words.fill(**values) if values else words)[self.language]

    def open(self, group: Group, source: str, kept: Schedule | None, as_of: Instant | None = None) -> None:
        """Put a group on the desk; what was built before belongs to another."""
        self.close()
        self.group, self.source, self.kept, self.as_of = group, source, kept, as_of
        self.seconds = QUICK if len(group.employees) <= SMALL_GROUP else PATIENT
        self.horizon = kept.horizon if kept is not None else _next_week(group)

    def close(self) -> None:
        """Clear the desk; the language and what was already read stay known."""
        for name, value in vars(Desk(language=self.language, opened=self.opened)).items():
            setattr(self, name, value)

    def pick(self, picked: str) -> None:
        """Open the details of a card or a row; nothing closes them. Streamlit may tell the same pick twice."""
        self.picked = picked

    def put(self, week: ShownWeek) -> None:
        """Put a schedule on the desk; the one that was there stays for comparison."""
        horizon = week.problem.horizon
        if horizon in self.plans:
            self.before[horizon] = self.plans[horizon]
        self.plans[horizon], self.horizon = week, horizon
        self.picked, self.no_plan, self.failure = "", (), ""


def _next_week(group: Group) -> Horizon:
    """The week after the last one that was worked."""
    worked = [week.monday for week in group.history.weeks]
    return Horizon(max(worked) + timedelta(weeks=1)) if worked else Horizon.of_iso_week(DEFAULT_WEEK)


def desk() -> Desk:
    """This visitor's desk."""
    if KEY not in st.session_state:
        asked = st.query_params.get(LANGUAGE) or os.environ.get(USUAL_LANGUAGE)
        st.session_state[KEY] = Desk(language="en" if asked == "en" else "fr")
    found: Desk = st.session_state[KEY]
    return found
