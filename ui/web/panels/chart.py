"""Small charts drawn by the page's own style: no library, the figures are words that anybody can read and listen to."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

MANY = 16
"""Beyond so many columns, only some are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One figure of a chart."""

    name: str
    value: float | None
    """None: nothing to draw, `said` tells why."""
    said: str
    of: float | None = None
    """What it is a part of, drawn behind it."""


def columns(title: str, bars: Sequence[Bar], *, top: float | None = None) -> None:
    """Figures over time, side by side; `top` is the value at the upper edge, the highest figure without it."""
    step = -(-len(bars) // MANY)
    named = [bar.name if place % step == 0 else "" for place, bar in enumerate(bars)]
    _draw("gems-columns", title, bars, named, top)


def rows(title: str, bars: Sequence[Bar], *, top: float | None = None) -> None:
    """Figures of several things, one under the other."""
    _draw("gems-rows", title, bars, [bar.name for bar in bars], top)


def _draw(kind: str, title: str, bars: Sequence[Bar], names: Sequence[str], top: float | None) -> None:
    highest = top or max((max(bar.value or 0, bar.of or 0) for bar in bars), default=0) or 1
    many = " many" if len(bars) > MANY else ""
    items = "".join(_item(bar, name, highest) for bar, name in zip(bars, names, strict=True))
    st.html(
        f'<figure class="{kind}{many}"><figcaption>{escape(title)}</figcaption>'
        f'<ol aria-label="{escape(title)}">{items}</ol></figure>'
    )


def _item(bar: Bar, name: str, highest: float) -> str:
    shares = f"--value: {_share(bar.value, highest)}; --of: {_share(bar.of, highest)}"
    said = f"{bar.name} · {bar.said}"
    return (
        f'<li title="{escape(said)}" style="{shares}"><span class="said">{escape(bar.said)}</span>'
        f'<span class="bar"></span><span class="name">{escape(name)}</span></li>'
    )


def _share(value: float | None, highest: float) -> str:
    return f"{min(1.0, (value or 0) / highest):.4f}"
