"""A page with the day line and nothing else, for the browser tests: ?case=full, many, hostile or empty.

Everyone here is fictitious. Run by hand: streamlit run tests/web/day_app.py
"""

from dataclasses import replace

import streamlit as st
from grid_app import DAYS, HOSTILE, UNSERVED, WORK
from grid_app import card as some_card
from grid_app import full as week

from ui.web.components.day_line import DayBar, DayLine, day_line
from ui.web.components.day_line_words import DAY_FRENCH
from ui.web.components.grid_data import GridRow

MONDAY = 0
TWICE = (3, MONDAY, 570, 690, 11, "")  # while another piece of the same person goes on
LAST_NIGHT = (6, MONDAY, -120, 420, 9, "")
AWAY = "p11"


def bar(number: int, row: str, day: int, start: int, end: int, member: int, marks: str) -> DayBar:
    drawn = some_card(number, row, day, start, end, member, marks)
    minutes = drawn.travel.partition(" min")[0]
    return DayBar(card=drawn, end_minute=end, travel_minutes=int(minutes or 0))


def full() -> DayLine:
    work = [(number, one) for number, one in enumerate((*WORK, TWICE, LAST_NIGHT)) if one[1] == MONDAY]
    bars = [bar(number, f"p{who}", *rest) for number, (who, *rest) in work]
    for number, (day, start, end, member, reason) in enumerate(UNSERVED):
        if day == MONDAY:
            open_bar = bar(900 + number, "lane", day, start, end, member, "")
            bars.append(replace(open_bar, card=replace(open_bar.card, reason=reason, draft=False)))
    loose = bar(950, "lane", MONDAY, 540, 1020, 7, "")
    words = {"start": "3 h", "end": "", "loose": "entre 9 h 00 et 17 h 00", "draft": False}
    bars.append(replace(loose, card=replace(loose.card, **words)))
    rows = tuple(
        replace(row, absences={DAYS[MONDAY].date_iso: "congé"} if row.id == AWAY else {}) for row in week().rows
    )
    lane = GridRow(id="lane", name="À pourvoir", detail="3 · 9 h", level="short", level_words="3 missions")
    return DayLine(day=DAYS[MONDAY], rows=rows, bars=tuple(bars), words=DAY_FRENCH, lane=lane)


def many() -> DayLine:
    """350 people on one day."""
    small = full()
    rows = [replace(row, id=f"{row.id}-{n}", name=f"{row.name} {n + 1}") for n in range(30) for row in small.rows][:350]
    known = {row.id for row in rows}
    bars = [
        replace(one, card=replace(one.card, id=f"{one.card.id}-{n}", row_id=f"{one.card.row_id}-{n}"))
        for n in range(30)
        for one in small.bars
    ]
    return replace(small, rows=tuple(rows), bars=tuple(one for one in bars if one.card.row_id in known), lane=None)


def hostile() -> DayLine:
    small = full()
    rows = tuple(replace(row, name=HOSTILE, detail=HOSTILE, level_words=HOSTILE, group=HOSTILE) for row in small.rows)
    words = {"title": HOSTILE, "place": HOSTILE, "job": HOSTILE, "travel": HOSTILE, "reason": HOSTILE}
    bars = tuple(replace(one, card=replace(one.card, **words, hover=(HOSTILE,))) for one in small.bars)
    return replace(small, day=replace(small.day, label=HOSTILE, holiday=HOSTILE), rows=rows, bars=bars)


def empty() -> DayLine:
    return replace(full(), bars=(), lane=None)


CASES = {"full": full, "many": many, "hostile": hostile, "empty": empty}

if __name__ == "__main__":  # as Streamlit runs it; the tests import the samples
    st.set_page_config(layout="wide", page_title="Journée")
    event = day_line(CASES[st.query_params.get("case", "full")](), key="day")
    st.write(f"Reçu : {event.kind} {event.id}" if event else "Reçu : rien")
