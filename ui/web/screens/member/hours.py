"""A member's hours: asked and served, and how the shortage is shared. The same three figures for every member."""

import streamlit as st

from gems.domain.time import Horizon
from gems.domain.words import hours, percent
from gems.planning.views.member import HoursWeek, MemberHours, member_hours
from ui.web.here import Here, here
from ui.web.markup import Column, heading, sentence, table
from ui.web.panels.chart import Bar, columns, rows
from ui.web.people_words import many, unbroken
from ui.web.week_words import week_title, whole_hours

WEEKS = 12


def show() -> None:
    """From the answer to the weeks it is made of."""
    visit = here()
    heading(visit.say("hours.title"), visit.say("hours.about"))
    found = member_hours(visit.office, visit.actor, member_id=visit.actor.member_id or "", weeks=WEEKS)
    if found.weeks:
        _weeks(visit, found)
    else:
        with st.container(border=True, key="hours-none"):
            heading(visit.say("hours.none.title"), level=2)
            sentence(visit.say("hours.none.body"))
    _shares(visit, found)


def _weeks(visit: Here, found: MemberHours) -> None:
    served, asked = whole_hours(found.served_minutes), whole_hours(found.asked_minutes)
    sentence(
        unbroken(visit.say(f"hours.total{many(len(found.weeks))}", served=served, asked=asked, n=len(found.weeks))),
        kind="answer",
    )
    bars = [_bar(visit, week) for week in found.weeks]
    columns(visit.say("hours.chart"), bars)
    with st.expander(visit.say("hours.table")):
        names = ("asked", "served", "missing")
        table(
            [
                Column(title=visit.say("hours.week")),
                *(Column(title=visit.say(f"hours.{n}"), figures=True) for n in names),
            ],
            [
                (
                    week_title(Horizon(week.monday))[visit.language],
                    unbroken(whole_hours(week.asked_minutes).fr),
                    unbroken(whole_hours(week.served_minutes).fr),
                    unbroken(whole_hours(week.asked_minutes - week.served_minutes).fr),
                )
                for week in reversed(found.weeks)
            ],
        )


def _bar(visit: Here, week: HoursWeek) -> Bar:
    said = unbroken(whole_hours(week.served_minutes).fr)
    if week.served_minutes < week.asked_minutes:
        said = visit.say("hours.of", served=said, asked=unbroken(hours(week.asked_minutes).fr))
    name = visit.say("hours.week.short", week=week.monday.isocalendar().week)
    return Bar(name=name, value=week.served_minutes, of=week.asked_minutes, said=said)


def _shares(visit: Here, found: MemberHours) -> None:
    """How the shortage is shared; with few members, a figure would tell of one of them."""
    figures = (("mine", found.mine), ("average", found.average), ("least", found.least_served))
    known = [(name, rate) for name, rate in figures if rate is not None]
    if not known:
        return
    heading(visit.say("hours.shares"), level=2)
    bars = [
        Bar(name=visit.say(f"hours.share.{name}"), value=rate, of=1, said=percent(rate)[visit.language])
        for name, rate in known
    ]
    rows(visit.say("hours.shares.chart"), bars, top=1)
    hidden = found.average is None
    sentence(visit.say("hours.shares.hidden" if hidden else "hours.shares.about"), kind="quiet")
