"""When the employee cannot work, would rather not, or would like to. No reason is ever asked."""

from datetime import date, time, timedelta
from enum import StrEnum
from functools import partial
from typing import Any

import streamlit as st

from gems.domain.people import Wish, WishKind
from gems.domain.time import DAY, days_between
from gems.domain.words import DAYS, day
from gems.planning.asks.wishes import WishLine, drop_wish, my_wishes, write_wish
from ui.web.here import Here, tell
from ui.web.markup import heading, sentence
from ui.web.one_of import one_of
from ui.web.panels.one_act import one_act
from ui.web.texts import text

ROUND = "wish-round"
"""Name, in the session, of how many wishes were written: each leaves a fresh form behind it."""


class Over(StrEnum):
    """How long a wish holds."""

    DAY = "day"
    DAYS = "days"
    WEEKLY = "weekly"


def wishes(here: Here, employee_id: str) -> None:
    """What is written already, then one more."""
    mine = my_wishes(here.office, here.actor, employee_id=employee_id)
    sentence(here.say("wish.about", day=day(mine.counts_from, year=True)))
    for line in (line for line in mine.wishes if not line.over):
        _line(here, employee_id, line)
    heading(here.say("wish.another"), level=3)
    wish = _form(here, employee_id, mine.counts_from)
    # Written once the form has been read: a field left by that very press counts.
    if st.button(here.say("wish.write"), type="primary", key="wish-write", disabled=not wish.weekdays):
        _write(here, wish)
        st.rerun()


def _line(here: Here, employee_id: str, line: WishLine) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"wish-{line.wish.id}"):
        sentence(line.words[here.language])
        named = {"employee_id": employee_id, "wish_id": line.wish.id}
        drop = partial(one_act, here, text("wish.told.dropped"), drop_wish, **named)
        st.button(here.say("wish.drop"), key=f"drop-{line.wish.id}", type="tertiary", on_click=drop)


def _form(here: Here, employee_id: str, start: date) -> Wish:
    """The wish as it is typed now."""
    kind = _one_of(here, "kind", (WishKind.IMPOSSIBLE, WishKind.UNWANTED, WishKind.WANTED))
    over = _one_of(here, "over", tuple(Over))
    first, last, weekdays = _days(here, over, start)
    start_clock, end_clock = 0, DAY
    if not st.checkbox(here.say("wish.whole_day"), value=True, key=_key("whole-day")):
        with st.container(horizontal=True, key="wish-times"):
            start_clock = _clock(st.time_input(here.say("wish.start"), time(8), key=_key("start")))
            end_clock = _clock(st.time_input(here.say("wish.end"), time(12), key=_key("end"))) or DAY
    return Wish(
        id="",
        employee_id=employee_id,
        kind=kind,
        weekdays=weekdays,
        start_clock=start_clock,
        end_clock=end_clock,
        first_day=first,
        last_day=last,
    )


def _days(here: Here, over: Over, start: date) -> tuple[date, date | None, frozenset[int]]:
    """The first day, the last, and the days of the week between them."""
    with st.container(horizontal=True, key="wish-days"):
        first = _date(here, "on" if over is Over.DAY else "from", "first", start)
        if over is Over.DAY:
            return first, first, frozenset({first.weekday()})
        if over is Over.DAYS:
            last = _date(here, "to", "last", start + timedelta(days=4))
            return first, last, frozenset(one.weekday() for one in days_between(first, max(first, last)))
    chosen = st.pills(
        here.say("wish.weekdays"),
        range(7),
        selection_mode="multi",
        key=_key("weekdays"),
        format_func=DAYS[here.language].__getitem__,
    )
    return first, None, frozenset(chosen)


def _write(here: Here, wish: Wish) -> None:
    """A fresh form once it is written; when it is not, all that was typed stays."""
    if here.attempt(write_wish, here.office, here.actor, employee_id=wish.employee_id, wish=wish) is not None:
        tell(text("wish.told.written"))
        st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def _one_of(here: Here, name: str, options: tuple[Any, ...]) -> Any:
    return one_of(
        here.say(f"wish.{name}"),
        options,
        usual=options[0],
        key=_key(name),
        format_func=lambda one: here.say(f"wish.{name}.{one}"),
    )


def _date(here: Here, words: str, name: str, value: date) -> date:
    return st.date_input(here.say(f"wish.{words}"), value, key=_key(name), format="DD/MM/YYYY") or value


def _key(name: str) -> str:
    return f"wish {st.session_state.get(ROUND, 0)} {name}"


def _clock(at: time) -> int:
    return at.hour * 60 + at.minute
