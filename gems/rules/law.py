"""Legal figures as dated data: each with its unit, article, source and the day it was verified.

The files are in `gems/agreements`: the Code du travail, and one per agreement, whose figures replace the Code's.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

from gems.domain.words import Words

CODE = "code_du_travail"
AGREEMENTS = ("bad_2941", "ccn66_413", "ccn51_29")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One legal figure in force from `since`."""

    name: str
    value: int
    unit: str
    since: date
    article: str
    source: str
    text: str
    """The file it comes from ("code_du_travail", "bad_2941"…)."""
    outer: int | None = None
    """The furthest a derogation may go; None: no derogation."""
    verified: date | None = None
    """The day the article was read in its source; None: known but not read, and said so to the user."""
    note: Words | None = None


class Law:
    """The figures of the Code du travail and of one agreement."""

    def __init__(self, agreement: str) -> None:
        """Read both files; raises KeyError for an unknown agreement, ValueError for a malformed figure."""
        if agreement not in AGREEMENTS:
            raise KeyError(agreement)
        self.agreement = agreement
        self._texts = (_read(agreement), _read(CODE))

    def figure(self, name: str, on: date) -> Figure | None:
        """The agreement's figure in force on a day, else the Code's; None when neither text has one.

        An agreement that lists no value at all for a figure does away with the Code's.
        """
        for figures in self._texts:
            rows = figures.get(name)
            in_force = [figure for figure in rows or () if figure.since <= on]
            if in_force:
                return in_force[-1]
            if rows == ():
                return None
        return None

    def value(self, name: str, on: date) -> int:
        """The value in force on a day; raises KeyError when there is none."""
        figure = self.figure(name, on)
        if figure is None:
            raise KeyError(name)
        return figure.value

    @property
    def names(self) -> tuple[str, ...]:
        """Every figure's name, sorted."""
        return tuple(sorted({name for figures in self._texts for name in figures}))


@lru_cache(maxsize=16)
def law_of(agreement: str) -> Law:
    """The law for an agreement, read once."""
    return Law(agreement)


def figures_of(text: str) -> Mapping[str, tuple[Figure, ...]]:
    """Every figure written in one text ("code_du_travail", "bad_2941"…), with all its dates in order."""
    return _read(text)


def title_of(text: str) -> str:
    """What a text is called: "Convention collective BAD (IDCC 2941)"."""
    return str(_content(text)["text"])


@lru_cache(maxsize=16)
def _content(text: str) -> dict[str, Any]:
    return tomllib.loads((files("gems.agreements") / f"{text}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=16)
def _read(text: str) -> dict[str, tuple[Figure, ...]]:
    content = {name: entry for name, entry in _content(text).items() if name != "text"}
    found: dict[str, tuple[Figure, ...]] = {}
    for name, entry in content.items():
        rows = [_figure(text, name, entry["unit"], row) for row in entry["values"]]
        found[name] = tuple(sorted(rows, key=lambda figure: figure.since))
    return found


def _figure(text: str, name: str, unit: str, row: dict[str, object]) -> Figure:
    known = {"value", "since", "article", "source", "outer", "verified", "note_fr", "note_en"}
    if unknown := set(row) - known:
        raise ValueError(f"{text}.toml, {name}: unknown keys {sorted(unknown)}")
    value, since, outer, verified = row["value"], row["since"], row.get("outer"), row.get("verified")
    if not isinstance(value, int) or not isinstance(since, date):
        raise ValueError(f"{text}.toml, {name}: value must be a whole number and since a date")
    note = Words(str(row["note_fr"]), str(row["note_en"])) if "note_fr" in row else None
    return Figure(
        name=name,
        value=value,
        unit=unit,
        since=since,
        article=str(row["article"]),
        source=str(row["source"]),
        text=text,
        outer=outer if isinstance(outer, int) else None,
        verified=verified if isinstance(verified, date) else None,
        note=note,
    )
