"""Plain-text tables: columns aligned on spaces, the last one wrapped to the width of the terminal."""

import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap as _wrap

from gems.domain.words import Words
from ui.cli.speech import spoken

GAP = "  "
NO_BREAK = "\u00a0"
_KEPT_TOGETHER = re.compile(r" (?=[;:?!»])|(?<=«) ")
"""French spaces before double punctuation, and inside quotation marks."""
WIDEST = 160
NARROWEST_LAST = 30
LONGEST_CELL = 48
"""Longer cells of the other columns are cut with an ellipsis."""


def wrapped(text: str, width: int, *, first: str = "", rest: str = "") -> list[str]:
    """The text on lines of at most that width, none of which begins with a French double punctuation mark."""
    whole = _KEPT_TOGETHER.sub(NO_BREAK, text)
    rows = _wrap(whole, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
    return [row.replace(NO_BREAK, " ") for row in rows]


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, and whether its cells are figures (then to the right)."""

    heading: Words
    figures: bool = False


def lines(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The heading, a rule, then each row on as many lines as its last cell needs."""
    headings = [spoken(column.heading) for column in columns]
    shown = [[*(_cut(cell) for cell in row[:-1]), row[-1]] for row in rows]
    widths = [max(map(len, cells)) for cells in zip(headings, *shown, strict=True)]
    room = min(shutil.get_terminal_size((100, 24)).columns, WIDEST) - sum(width + len(GAP) for width in widths[:-1])
    if not columns[-1].figures:
        widths[-1] = min(widths[-1], max(room, NARROWEST_LAST))
    yield _line(columns, headings, widths)
    yield GAP.join("-" * width for width in widths)
    for row in shown:
        yield from _wrapped(columns, row, widths)


def _wrapped(columns: Sequence[Column], row: list[str], widths: list[int]) -> Iterator[str]:
    last = [row[-1]] if columns[-1].figures else wrapped(row[-1], widths[-1]) or [""]
    yield _line(columns, [*row[:-1], last[0]], widths)
    indent = " " * sum(width + len(GAP) for width in widths[:-1])
    yield from (indent + rest for rest in last[1:])


def _line(columns: Sequence[Column], cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell.rjust(width) if column.figures else cell.ljust(width)
        for column, cell, width in zip(columns, cells, widths, strict=True)
    )
    return GAP.join(padded).rstrip()


def _cut(cell: str) -> str:
    return cell if len(cell) <= LONGEST_CELL else cell[: LONGEST_CELL - 1].rstrip() + "…"
