"""Who comes to the member this week: names, times, what for. Only what is published."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from gems.domain.time import day_of, instant_of, monday_of
from gems.domain.validation.spelling import folded
from gems.domain.words import day, hours
from gems.planning.views.member import Visit, WhoComes, who_comes
from ui.web.here import Here, here
from ui.web.markup import Column, heading, sentence, table
from ui.web.panels.calendar_link import calendar_link
from ui.web.panels.week_choice import week_choice
from ui.web.people_words import from_to, many, unbroken

MANY = 5
"""Beyond so many visits, they can be sorted and searched."""
ORDERS: dict[str, Callable[[Visit], tuple[Any, ...]]] = {
    "time": lambda visit: (visit.start, folded(visit.name)),
    "person": lambda visit: (folded(visit.name), visit.start),
}


def show() -> None:
    """The list of a week, ready to print."""
    visitor = here()
    heading(visitor.say("who.title"), visitor.say("who.about"))
    monday = week_choice(visitor, "who", monday_of(visitor.today))
    week = who_comes(visitor.office, visitor.actor, member_id=visitor.actor.member_id or "", monday=monday)
    if week.published_at is None:
        with st.container(border=True, key="who-none"):
            heading(visitor.say("who.none.title"), level=2)
            sentence(visitor.say("who.none.body"))
    elif not week.visits:
        sentence(visitor.say("who.nobody"))
    else:
        _list(visitor, week)
    with st.expander(visitor.say("calendar.title"), icon=":material/calendar_month:"):
        calendar_link(visitor)


def _list(visitor: Here, week: WhoComes) -> None:
    total = sum(visit.end - visit.start for visit in week.visits)
    people = len({visit.name for visit in week.visits})
    said = visitor.say(f"who.summary{many(people)}", people=people, hours=hours(total))
    assert week.published_at is not None
    published = visitor.say("who.published", day=day(day_of(instant_of(week.published_at)), year=True))
    sentence(unbroken(f"{said} {published}"))
    _table(visitor, _chosen(visitor, week.visits))
    sentence(visitor.say("who.print"), kind="quiet")


def _chosen(visitor: Here, visits: Sequence[Visit]) -> list[Visit]:
    """Sorted and searched as the visitor wants, when there are many."""
    if len(visits) <= MANY:
        return sorted(visits, key=ORDERS["time"])
    with st.container(horizontal=True, vertical_alignment="bottom", key="who-tools"):
        order = st.selectbox(
            visitor.say("who.order"),
            ORDERS,
            key="who-order",
            placeholder=visitor.say("field.choose"),
            format_func=lambda one: visitor.say(f"who.order.{one}"),
        )
        only = st.selectbox(
            visitor.say("who.only"),
            sorted({visit.name for visit in visits}, key=folded),
            index=None,
            key="who-only",
            placeholder=visitor.say("who.only.all"),
        )
    return sorted((visit for visit in visits if only in (None, visit.name)), key=ORDERS[order])


def _table(visitor: Here, visits: Sequence[Visit]) -> None:
    language, places = visitor.language, len({visit.site for visit in visits}) > 1
    names = ["when", "person", "work", *(["place"] if places else [])]
    table(
        [Column(title=visitor.say(f"who.{name}")) for name in names],
        [
            (
                f"{day(day_of(visit.start))[language]}, {from_to(visit.start, visit.end, language)}",
                visit.name + (visitor.say("who.replacement") if visit.replacement else ""),
                " · ".join(filter(None, (visit.label, visit.job[language]))),
                *([visit.site] if places else []),
            )
            for visit in visits
        ],
    )
