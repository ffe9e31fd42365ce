"""The best cost found and the proven bound, coming together while a week is built: drawn at once, by no library."""

from base64 import b64encode
from collections.abc import Sequence
from html import escape

import streamlit as st

from gems.domain.words import Language
from gems.planning.ports import Progress
from ui.web.here import Here
from ui.web.week_words import whole_euros

WIDE, HIGH = 1000, 150
BEST_COLOUR, BOUND_COLOUR = "#1f9a93", "#b98a2c"
"""Readable on a light and on a dark page alike."""

Points = Sequence[tuple[float, int]]


def curve(here: Here, heard: Sequence[Progress], seconds: float) -> None:
    """Two stairs over time, up to now. A bound below nothing says nothing and is not drawn."""
    best = [(one.seconds, one.best_cents) for one in heard if one.best_cents is not None]
    bound = [(one.seconds, one.bound_cents) for one in heard if one.bound_cents is not None and one.bound_cents > 0]
    if not best:
        return
    top = max(cents for _, cents in best)
    bottom = min((cents for _, cents in (*bound, best[-1])), default=0)
    if top <= bottom:
        return
    lines = [_stairs(best, seconds, bottom, top, BEST_COLOUR), _stairs(bound, seconds, bottom, top, BOUND_COLOUR)]
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -6 {WIDE} {HIGH + 12}" preserveAspectRatio="none">'
        f"{''.join(lines)}</svg>"
    )
    _show(here, drawing, top, bottom)


def _stairs(points: Points, seconds: float, bottom: int, top: int, colour: str) -> str:
    """A line that keeps its height until the next point, and the last one until now."""
    places: list[str] = []
    height = 0.0
    for at, cents in points:
        x = WIDE * min(1.0, at / seconds)
        if places:
            places.append(f"{x:.1f},{height:.1f}")
        height = HIGH * (top - cents) / (top - bottom)
        places.append(f"{x:.1f},{height:.1f}")
    if not places:
        return ""
    places.append(f"{WIDE},{height:.1f}")
    line = f'fill="none" stroke="{colour}" stroke-width="3" vector-effect="non-scaling-stroke"'
    return f'<polyline points="{" ".join(places)}" {line}/>'


def _show(here: Here, drawing: str, top: int, bottom: int) -> None:
    source = f"data:image/svg+xml;base64,{b64encode(drawing.encode()).decode()}"
    names = ((BEST_COLOUR, here.say("build.best")), (BOUND_COLOUR, here.say("build.bound")))
    legend = "".join(f'<span style="--ink: {ink}">{escape(name)}</span>' for ink, name in names)
    st.html(
        f'<figure class="gems-curve"><figcaption>{legend}</figcaption>'
        f"<div><span>{_euros(top, here.language)}</span><span>{_euros(bottom, here.language)}</span></div>"
        f'<img alt="{escape(here.say("build.curve"))}" src="{source}"></figure>'
    )


def _euros(cents: int, language: Language) -> str:
    return escape(whole_euros(cents)[language])
