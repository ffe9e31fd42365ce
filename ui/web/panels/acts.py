"""The steps of a week as buttons: each asks the office, and what comes of it is told at the top of the page."""

import streamlit as st

from gems.domain.issues import InvalidGroup
from gems.domain.life import VersionHead
from gems.domain.words import Words
from gems.planning.ports import PlanOptions
from gems.planning.week.close import close_week
from gems.planning.week.propose import propose, revise, set_aside
from ui.web.here import tell
from ui.web.jobs import jobs
from ui.web.markup import Entry, entries
from ui.web.panels.how import chosen_profile
from ui.web.state import WeekPage
from ui.web.texts import text

WORKERS = 2
"""Two computations at once share the two cores of a small machine, one worker each."""


def begin(page: WeekPage) -> None:
    """Start planning the week; faults in the data are listed instead."""
    workers = 1 if jobs().busy() else WORKERS
    options = PlanOptions(time_limit_seconds=float(page.desk.seconds), workers=workers)
    here = page.here
    try:
        started = here.attempt(jobs().start, here.office, here.actor, page.desk.monday, chosen_profile(page), options)
    except InvalidGroup as refused:
        language = page.language
        entries(Entry(title=one.wrong[language], lines=(one.fix[language],), mark="todo") for one in refused.issues)
        return
    if started is not None:
        page.desk.number, page.desk.waiting = None, None
    st.rerun()


def propose_now(page: WeekPage) -> None:
    """Send the draft to all those concerned."""
    head, here = seen_head(page), page.here
    made = here.attempt(propose, here.office, here.actor, monday=head.monday, number=head.number, edit=head.edit)
    then(page, made, "told.proposed")


def revise_now(page: WeekPage) -> None:
    """Open a new draft on this version."""
    head, here = seen_head(page), page.here
    made = here.attempt(revise, here.office, here.actor, monday=head.monday, number=head.number)
    then(page, made, "told.revised")


def set_aside_now(page: WeekPage) -> None:
    """Put the draft away; it stays in the list of versions."""
    head, here = seen_head(page), page.here
    made = here.attempt(set_aside, here.office, here.actor, monday=head.monday, number=head.number, edit=head.edit)
    then(page, made, "told.set_aside")


def close(page: WeekPage) -> None:
    """Close the week: its hours become history."""
    here = page.here
    then(page, here.attempt(close_week, here.office, here.actor, monday=page.desk.monday), "told.closed")


def seen_head(page: WeekPage) -> VersionHead:
    """The version on the screen, at the edit that was seen."""
    assert page.sight.version is not None
    return page.sight.version.head


def then(page: WeekPage, made: object, key: str) -> None:
    """Look at what came of it."""
    if made is not None:
        words: Words = text(key)
        tell(words.fill(number=made.number) if isinstance(made, VersionHead) else words)
        page.desk.go(page.desk.monday)
    st.rerun()
