"""A picture for the documentation: dots on two logarithmic axes and a line through their medians, as SVG."""

from dataclasses import dataclass, field
from html import escape
from itertools import pairwise
from math import ceil, floor, inf, log10
from statistics import median

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 420, 64, 24, 44, 52
COLOURS = ("#1b6ca8", "#c0561f", "#3f7d3a", "#7a4fa3")
GRID, INK, PAPER = "#d9dde2", "#26323d", "#ffffff"


@dataclass(frozen=True, slots=True)
class Series:
    """Dots of one kind, (x, y) above 0."""

    name: str
    dots: list[tuple[float, float]]
    missed: list[tuple[float, float]] = field(default_factory=list)
    """What would lie above here, how far is not known: drawn hollow, and no line goes where most are so."""


@dataclass(frozen=True, slots=True)
class _Axis:
    """A logarithmic scale over whole decades, from a first pixel to a last one."""

    low: int
    high: int
    first: float
    last: float

    @classmethod
    def over(cls, values: list[float], first: float, last: float) -> "_Axis":
        logs = [log10(value) for value in values] or [0.0]
        low = floor(min(logs))
        return cls(low, max(low + 1, ceil(max(logs))), first, last)

    def place(self, value: float) -> float:
        """The pixel of a value."""
        return self.first + (log10(value) - self.low) / (self.high - self.low) * (self.last - self.first)

    @property
    def ticks(self) -> list[float]:
        """Ones, twos and fives."""
        return [digit * 10.0**power for power in range(self.low, self.high) for digit in (1, 2, 5)] + [10.0**self.high]


def drawing(title: str, across: str, up: str, series: list[Series]) -> str:
    """The picture as a whole SVG file; series with nothing in them are left out of the legend."""
    dots = [dot for one in series for dot in (*one.dots, *one.missed)]
    x = _Axis.over([dot[0] for dot in dots], LEFT, WIDTH - RIGHT)
    y = _Axis.over([dot[1] for dot in dots], HEIGHT - BOTTOM, TOP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'font-family="sans-serif" font-size="13" fill="{INK}">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>',
        _words(LEFT, 24, title, "start", bold=True),
        *(_across(x, tick) for tick in x.ticks),
        *(_up(y, tick) for tick in y.ticks),
        _words((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, across, "middle"),
        f'<text transform="translate(16 {(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">'
        f"{escape(up)}</text>",
    ]
    shown = [(one, colour) for one, colour in zip(series, COLOURS, strict=False) if one.dots or one.missed]
    for number, (one, colour) in enumerate(shown):
        parts += _line(one, x, y, colour)
        height = TOP + 18 + 20 * number
        parts.append(f'<circle cx="{LEFT + 16}" cy="{height - 4}" r="5" fill="{colour}"/>')
        parts.append(_words(LEFT + 28, height, one.name, "start"))
    if any(one.missed for one in series):
        parts.append(_hollow(LEFT + 16, TOP + 14 + 20 * len(shown), INK))
        parts.append(_words(LEFT + 28, TOP + 18 + 20 * len(shown), "given up there", "start"))
    return "\n".join([*parts, "</svg>", ""])


def _line(series: Series, x: _Axis, y: _Axis, colour: str) -> list[str]:
    by_place: dict[float, list[float]] = {}
    for across, up in [*series.dots, *((across, inf) for across, _ in series.missed)]:
        by_place.setdefault(across, []).append(up)
    middles = [(across, median(ups)) for across, ups in sorted(by_place.items())]
    return [
        *(
            f'<path d="M{x.place(one[0]):.1f} {y.place(one[1]):.1f}L{x.place(next_[0]):.1f} {y.place(next_[1]):.1f}" '
            f'stroke="{colour}" stroke-width="2"/>'
            for one, next_ in pairwise(middles)
            if max(one[1], next_[1]) < inf
        ),
        *(
            f'<circle cx="{x.place(across):.1f}" cy="{y.place(up):.1f}" r="4" fill="{colour}" fill-opacity="0.6"/>'
            for across, up in series.dots
        ),
        *(_hollow(x.place(across), y.place(up), colour) for across, up in series.missed),
    ]


def _hollow(x: float, y: float, colour: str) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="none" stroke="{colour}" stroke-width="1.5"/>'


def _across(axis: _Axis, tick: float) -> str:
    place = axis.place(tick)
    line = f'<path d="M{place:.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="{GRID}"/>'
    return line + _words(place, HEIGHT - BOTTOM + 18, f"{tick:g}", "middle")


def _up(axis: _Axis, tick: float) -> str:
    place = axis.place(tick)
    line = f'<path d="M{LEFT} {place:.1f}H{WIDTH - RIGHT}" stroke="{GRID}"/>'
    return line + _words(LEFT - 8, place + 4, f"{tick:g}", "end")


def _words(x: float, y: float, text: str, anchor: str, *, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{weight}>{escape(text)}</text>'
