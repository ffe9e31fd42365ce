"""Before publishing: who will be told what, what still stands in the way; then the one strong button."""

import streamlit as st

from gems.domain.life import NoticeBand, Side
from gems.domain.validation.spelling import folded
from gems.domain.words import hours
from gems.planning.week.publish import Told, publish, publishing
from ui.web.markup import Column, Entry, entries, heading, sentence, table
from ui.web.panels.acts import seen_head, then
from ui.web.state import WeekPage


def publish_dialog(page: WeekPage) -> None:
    """Ask once more, with everything said."""
    st.dialog(page.say("publish.title"), width="large")(_ask)(page)


def _ask(page: WeekPage) -> None:
    head, here, language = seen_head(page), page.here, page.language
    told = here.attempt(publishing, here.office, here.actor, monday=head.monday, number=head.number)
    if told is None:
        st.rerun()
    if told.days_late:
        st.warning(page.say("publish.late", n=told.days_late), icon=":material/schedule:")
    blocked = (*told.objections, *told.violations)
    if blocked:
        st.error(page.say("publish.blocked"), icon=":material/block:")
        entries(Entry(title=words[language], mark="law") for words in blocked)
        return
    _changes(page, told)
    for side in (Side.EMPLOYEE, Side.MEMBER):
        _told(page, told, side)
    despite = ""
    if told.waiting:
        st.warning(page.say("publish.unanswered", n=len(told.waiting)), icon=":material/hourglass_top:")
        with st.expander(page.say("publish.who")):
            sentence(", ".join(sorted((one.name for one in told.waiting), key=folded)))
        despite = st.text_input(
            page.say("publish.despite"), help=page.say("publish.despite.help"), key="despite", max_chars=500
        )
    if st.button(page.say("publish.now"), type="primary", icon=":material/campaign:", key="publish-now"):
        done = here.attempt(
            publish,
            here.office,
            here.actor,
            monday=head.monday,
            number=head.number,
            edit=head.edit,
            despite=despite,
        )
        then(page, done, "told.published")


def _changes(page: WeekPage, told: Told) -> None:
    """Of a week published before: how many changes, by how late they are told."""
    if told.first:
        return
    heading(page.say("publish.changes", n=sum(told.changes.values())), level=3)
    entries(
        Entry(title=page.say(f"notice.{band}"), facts=page.say("unit.times", n=told.changes[band]), mark="todo")
        for band in NoticeBand
        if told.changes.get(band)
    )


def _told(page: WeekPage, told: Told, side: Side) -> None:
    """Each of them, with what they will be told."""
    language = page.language
    of_side = [one for one in told.told if one.side is side]
    if not of_side:
        return
    title = page.say(f"publish.{side}", n=len(of_side))
    if told.first:
        with st.expander(title):
            sentence(", ".join(sorted((one.name for one in of_side), key=folded)))
        return
    heading(title, level=3)
    table(
        (
            Column(title=page.say("table.name")),
            Column(title=page.say("table.worked"), figures=True),
            Column(title=page.say("publish.what"), wide=True),
        ),
        (
            (one.name, hours(one.minutes)[language], " · ".join(words[language] for words in one.differences))
            for one in of_side
        ),
    )
