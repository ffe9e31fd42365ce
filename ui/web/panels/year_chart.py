"""A person's year in one small drawing: what was worked, what is aimed at, and between which bounds."""

from base64 import b64encode
from collections.abc import Sequence
from html import escape

import streamlit as st

from gems.domain.words import day
from gems.planning.views.people_years import PersonYear
from ui.web.here import Here
from ui.web.panels.curve import BEST_COLOUR, BOUND_COLOUR
from ui.web.week_words import whole_hours

WIDE, HIGH = 1000, 150
BAND_COLOUR = "#7a8894"
"""Readable on a light and on a dark page alike, as the two others."""
STEP = 300
"""The scale goes up by whole five hours."""


def year_chart(here: Here, year: PersonYear) -> None:
    """Weeks side by side: worked ones as stairs, then the target within its band."""
    ahead = year.outlook.weeks
    weeks = len(year.done) + len(ahead)
    if not weeks:
        return
    highest = max([minutes for _, minutes in year.done] + [max(week.high, week.target) for week in ahead])
    top = max(STEP, -(-highest // STEP) * STEP)
    start = len(year.done)
    drawing = "".join(
        (
            _band([(week.low, week.high) for week in ahead], start, weeks, top),
            _stairs([minutes for _, minutes in year.done], 0, weeks, top, BEST_COLOUR),
            _stairs([week.target for week in ahead], start, weeks, top, BOUND_COLOUR),
        )
    )
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -6 {WIDE} {HIGH + 12}" preserveAspectRatio="none">'
    _show(here, year, f"{svg}{drawing}</svg>", top)


def _place(index: int, weeks: int) -> float:
    return WIDE * index / weeks


def _height(minutes: int, top: int) -> float:
    return HIGH * (1 - minutes / top)


def _stairs(minutes: Sequence[int], start: int, weeks: int, top: int, colour: str) -> str:
    """Each week as wide as it is long."""
    if not minutes:
        return ""
    points = []
    for index, value in enumerate(minutes, start=start):
        y = _height(value, top)
        points += [f"{_place(index, weeks):.1f},{y:.1f}", f"{_place(index + 1, weeks):.1f},{y:.1f}"]
    line = f'fill="none" stroke="{colour}" stroke-width="3" vector-effect="non-scaling-stroke"'
    return f'<polyline points="{" ".join(points)}" {line}/>'


def _band(bounds: Sequence[tuple[int, int]], start: int, weeks: int, top: int) -> str:
    boxes = (
        f'<rect x="{_place(index, weeks):.1f}" width="{WIDE / weeks:.1f}" y="{_height(high, top):.1f}" '
        f'height="{HIGH * (high - low) / top:.1f}"/>'
        for index, (low, high) in enumerate(bounds, start=start)
        if high > low
    )
    return f'<g fill="{BAND_COLOUR}" fill-opacity="0.3">{"".join(boxes)}</g>'


def _show(here: Here, year: PersonYear, drawing: str, top: int) -> None:
    source = f"data:image/svg+xml;base64,{b64encode(drawing.encode()).decode()}"
    names = [(BEST_COLOUR, "year.worked")] if year.done else []
    names.append((BOUND_COLOUR, "year.target"))
    if year.outlook.modulated:
        names.append((BAND_COLOUR, "year.bounds"))
    legend = "".join(f'<span style="--ink: {ink}">{escape(here.say(name))}</span>' for ink, name in names)
    first = year.done[0][0] if year.done else year.outlook.weeks[0].monday
    last = year.outlook.weeks[-1].monday if year.outlook.weeks else year.done[-1][0]
    said = here.say("year.chart", first=day(first, year=True), last=day(last, year=True))
    st.html(
        f'<figure class="gems-curve"><figcaption>{legend}</figcaption>'
        f"<div><span>{escape(whole_hours(top)[here.language])}</span><span>0 h</span></div>"
        f'<img alt="{escape(said)}" title="{escape(said)}" src="{source}"></figure>'
    )
