"""What lies open on the coordinator's desk: one typed object in the session. The data itself is in the store."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import streamlit as st

from gems.domain.life import VersionState
from gems.domain.time import monday_of
from gems.domain.words import Language, Words
from gems.planning.group_data import see_group
from gems.planning.week.changes import Change
from gems.planning.week.edit import Judged
from gems.planning.week.replace import Replacements
from gems.planning.week.sight import WeekSight, weeks
from gems.planning.week.wanted import Wanted
from ui.web.asking import Asking
from ui.web.here import Here
from ui.web.shown import ShownWeek, shown_sight
from ui.web.texts import text

KEY = "week-desk"
WEEK = "semaine"
"""Name of the week in the address of the page, so that a reload and a colleague's link find it."""
QUICK, PATIENT, SMALL_GROUP = 60, 300, 60
"""Seconds allowed at first, and the number of people beyond which more are."""


@dataclass
class Desk:
    """One coordinator's view of the weeks."""

    monday: date
    seconds: int
    """Allowed to the computation; a proof that nothing is better ends it sooner."""
    number: int | None = None
    """The version looked at; None: the newest."""
    compared: int | None = None
    """The version it is compared with, if any."""
    picked: str = ""
    """The card or the row whose details are open."""
    profile: str = ""
    """The price profile chosen; the group's own without it."""
    waiting: tuple[Change, Judged] | None = None
    """A change that breaks a rule, kept aside until somebody says yes or no."""
    replacing: Wanted | None = None
    """What somebody else is looked for; None: nothing."""
    listed: Replacements | None = None
    """The list found for it, which holds for as long as the version it is about."""
    asking: Asking | None = None
    """Why hours are not served: the question under way or answered; None: nothing is asked."""

    def pick(self, picked: str) -> None:
        """Open the details of a card or a row; nothing closes them. Streamlit may tell the same pick twice."""
        self.picked = picked

    def go(self, monday: date, number: int | None = None) -> None:
        """Look at another week, or another version."""
        self.monday, self.number, self.compared, self.picked, self.waiting = monday, number, None, "", None
        self.look_for(None)
        self.ask(None)

    def ask(self, asking: Asking | None) -> None:
        """Open the answer to a question; None closes it."""
        self.asking = asking

    def look_for(self, wanted: Wanted | None) -> None:
        """Open the list of those who could do work instead; None closes it."""
        self.replacing, self.listed = wanted, None


@dataclass(frozen=True)
class WeekPage:
    """Everything the panels of the week need: who looks, what is open, what the office answers."""

    here: Here
    desk: Desk
    sight: WeekSight

    @property
    def language(self) -> Language:
        """The visitor's."""
        return self.here.language

    def say(self, key: str, **values: Words | str | int) -> str:
        """The words of a key in this visitor's language."""
        words = text(key)
        return (words.fill(**values) if values else words)[self.language]

    @cached_property
    def week(self) -> ShownWeek | None:
        """The version looked at, as the checker judges it; None while the week has none."""
        return shown_sight(self.sight)

    @property
    def editable(self) -> bool:
        """Whether hands may change this version."""
        version = self.sight.version
        return version is not None and version.head.state is VersionState.DRAFT


def desk(here: Here) -> Desk:
    """This coordinator's desk: the week in the address of the page, else the first that waits for them."""
    if KEY not in st.session_state:
        people = len(see_group(here.office, here.actor).employees)
        st.session_state[KEY] = Desk(monday=_asked() or _waiting(here), seconds=_patience(people))
    found: Desk = st.session_state[KEY]
    asked = _asked()
    if asked is not None and asked != found.monday:
        found.go(asked)
    return found


def _asked() -> date | None:
    try:
        return monday_of(date.fromisoformat(st.query_params[WEEK]))
    except (KeyError, ValueError):
        return None


def _waiting(here: Here) -> date:
    """The first week ahead that has a version and is not published; else the first that can still be told in time."""
    ahead = [line for line in weeks(here.office, here.actor) if line.monday > here.today]
    begun = (line.monday for line in ahead if line.newest is not None and line.issued is None)
    in_time = (line.monday for line in ahead if line.issued is None and line.dates.publish_due >= here.today)
    return next(begun, None) or next(in_time, monday_of(here.today) + timedelta(weeks=1))


def _patience(people: int) -> int:
    return QUICK if people <= SMALL_GROUP else PATIENT
