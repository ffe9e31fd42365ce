"""The employee's own counters: the year's balance, kilometres, refusals, and the weeks one by one."""

import streamlit as st

from gems.domain.time import Horizon
from gems.domain.words import day, hours
from gems.planning.views.my_hours import MyHours, MyYear, my_hours
from ui.web.here import Here
from ui.web.markup import Column, facts, heading, sentence, table
from ui.web.people_words import unbroken
from ui.web.week_words import signed_hours, week_title, whole_hours


def counters(here: Here, employee_id: str) -> None:
    """Three figures, and the weeks behind them on demand."""
    mine = my_hours(here.office, here.actor, employee_id=employee_id)
    if mine is None:
        return
    heading(here.say("mine.counters"), level=2)
    rows = [(here.say("mine.km"), f"{mine.km_this_month} km"), (here.say("mine.refusals"), _refusals(here, mine))]
    if mine.year is not None:
        rows[:0] = _year(here, mine.year)
    facts((name, unbroken(value)) for name, value in rows)
    if mine.refusals_right is not None:
        sentence(here.say("mine.refusals.about", n=mine.refusals_right), kind="quiet")
    if mine.weeks:
        with st.expander(here.say("mine.weeks")):
            _weeks(here, mine)


def _year(here: Here, year: MyYear) -> list[tuple[str, str]]:
    """How far ahead or behind, then the hours themselves."""
    ahead = year.balance_minutes >= 0
    said = here.say("mine.year.ahead" if ahead else "mine.year.behind", balance=whole_hours(abs(year.balance_minutes)))
    worked, reference = hours(year.worked_minutes), hours(year.reference_minutes)
    done = here.say("mine.done.of", worked=worked, reference=reference)
    closing = here.say(
        "mine.closing.of",
        closing=whole_hours(year.closing_minutes),
        gap=signed_hours(year.closing_minutes - year.reference_minutes),
    )
    return [
        (here.say("mine.year"), said),
        (here.say("mine.done", day=day(year.until)), done),
        (here.say("mine.closing"), closing),
    ]


def _refusals(here: Here, mine: MyHours) -> str:
    if mine.refusals_right is None:
        return str(mine.refusals_used)
    return here.say("mine.refusals.of", used=mine.refusals_used, right=mine.refusals_right)


def _weeks(here: Here, mine: MyHours) -> None:
    columns = [Column(title=here.say("mine.weeks.week"))]
    columns += [Column(title=here.say(f"mine.weeks.{name}"), figures=True) for name in ("worked", "contract", "gap")]
    table(
        columns,
        [
            (
                week_title(Horizon(week.monday))[here.language],
                unbroken(whole_hours(week.worked_minutes).fr),
                unbroken(whole_hours(week.contract_minutes).fr),
                unbroken(signed_hours(week.worked_minutes - week.contract_minutes).fr),
            )
            for week in reversed(mine.weeks)
        ],
    )
