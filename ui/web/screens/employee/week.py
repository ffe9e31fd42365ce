"""The employee's week, day by day, with what it comes to against the contract."""

from html import escape

import streamlit as st

from gems.domain.time import monday_of
from gems.domain.words import day, hours
from gems.planning.views.employee import MyDay, MyWeek, my_week
from ui.web.here import Here
from ui.web.markup import sentence
from ui.web.panels.week_choice import week_choice
from ui.web.people_words import from_to, place, unbroken
from ui.web.screens.employee.shift import changed_mark


def week_panel(here: Here, employee_id: str) -> None:
    """The week chosen with the arrows."""
    monday = week_choice(here, "mine", monday_of(here.today))
    week = my_week(here.office, here.actor, employee_id=employee_id, monday=monday)
    if week.published_at is None:
        sentence(here.say("mine.week.none"), kind="quiet")
        return
    st.html(_totals(here, week))
    if week.days:
        st.html(f'<ol class="gems-days">{"".join(_day(here, one) for one in week.days)}</ol>')
    else:
        sentence(here.say("mine.week.free"))


def _totals(here: Here, week: MyWeek) -> str:
    """ "34 h 30 / 35 h", and what of it is driving."""
    figures = unbroken(f"{hours(week.worked_minutes).fr} / {hours(week.contract_minutes).fr}")
    said = here.say("mine.week.travel", travel=hours(week.travel_minutes), km=week.km) if week.travel_minutes else ""
    return (
        f'<p class="gems-total"><strong>{escape(figures)}</strong> '
        f"{escape(here.say('mine.week.total'))} <span>{escape(unbroken(said))}</span></p>"
    )


def _day(here: Here, one: MyDay) -> str:
    said, today = here.language, one.day == here.today
    rows = []
    for piece in one.pieces:
        what = " · ".join(
            filter(None, (place(piece.site, piece.member, piece.commune), piece.label or piece.job[said]))
        )
        times = f"<b>{escape(from_to(piece.start, piece.end, said))}</b>"
        rows.append(f"<li>{times}<span>{escape(what)}{changed_mark(here, piece)}</span></li>")
        if piece.drive is not None:
            drive = here.say("mine.drive", km=piece.drive.km, drive=hours(piece.drive.minutes))
            rows.append(f'<li class="way">{escape(unbroken(drive))}</li>')
    name = f"{day(one.day)[said]}{' · ' + here.say('mine.today') if today else ''}"
    total = unbroken(hours(one.worked_minutes).fr)
    kind = ' class="today"' if today else ""
    return f"<li{kind}><h3>{escape(name)} <span>{escape(total)}</span></h3><ul>{''.join(rows)}</ul></li>"
