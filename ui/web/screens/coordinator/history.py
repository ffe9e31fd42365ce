"""Historique: who did what, the latest first."""

from typing import TypedDict

import streamlit as st

from gems.access.policy import ROLE_WORDS, Role
from gems.domain.life import Deed
from gems.domain.time import day_of, instant_of
from gems.domain.words import Words, clock, day
from gems.planning.deeds import acts_done, deeds, doers
from ui.web.here import Here, here
from ui.web.markup import Column, heading, sentence, table
from ui.web.panels.filters import by_name, choose
from ui.web.record_words import capital
from ui.web.texts import TEXTS

PAGE = 50


class Wanted(TypedDict):
    """What is looked for."""

    who: str | None
    act: str | None
    text: str


def show() -> None:
    """Filters, then one page of acts."""
    visit = here()
    heading(visit.say("page.history"), visit.say("history.about"))
    wanted = _filters(visit)
    page = _page_for(wanted)
    found = deeds(visit.office, visit.actor, limit=PAGE + 1, skip=page * PAGE, **wanted)
    if found:
        _table(visit, found[:PAGE])
    else:
        sentence(visit.say("history.none"))
    _pages(visit, page, more=len(found) > PAGE)


def _filters(visit: Here) -> Wanted:
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom", key="filters"):
        who = choose(visit, "history.who", {name: name for name in doers(visit.office, visit.actor)}, width=260)
        done = acts_done(visit.office, visit.actor)
        names = {act: visit.say(f"act.{act}") for act in done if f"act.{act}" in TEXTS}
        act = choose(visit, "history.act", by_name(names), width=260)
        text = st.text_input(visit.say("filter.search"), key="history-search", width=260, persist_state="session")
    return {"who": who, "act": act, "text": text.strip()}


def _page_for(wanted: Wanted) -> int:
    """Which page is looked at; the first again when the filters change."""
    if st.session_state.get("history-wanted") != wanted:
        st.session_state["history-wanted"], st.session_state["history-page"] = wanted, 0
    page: int = st.session_state["history-page"]
    return page


def _table(visit: Here, found: tuple[Deed, ...]) -> None:
    language = visit.language
    columns = (
        Column(title=visit.say("history.when")),
        Column(title=visit.say("history.who")),
        Column(title=visit.say("history.about_what")),
        Column(title=visit.say("history.what"), wide=True),
    )
    table(
        columns,
        (
            (
                deed_moment(deed)[language],
                f"{deed.who} ({ROLE_WORDS[Role(deed.role)][language]})",
                deed.subject,
                capital(deed.words[language]),
            )
            for deed in found
        ),
    )


def deed_moment(deed: Deed) -> Words:
    """ "lun. 23 nov. 2026 7 h 00"."""
    on, at = day(day_of(instant_of(deed.at)), year=True), clock(instant_of(deed.at))
    return Words(f"{on.fr} {at.fr}", f"{on.en} {at.en}")


def _pages(visit: Here, page: int, *, more: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="pages-of-history"):
        for name, side, pages, there_is in (("newer", "left", -1, page > 0), ("older", "right", 1, more)):
            if there_is:
                icon = f":material/chevron_{side}:"
                st.button(visit.say(f"history.{name}"), key=name, icon=icon, on_click=_turn, args=(pages,))


def _turn(pages: int) -> None:
    st.session_state["history-page"] += pages
