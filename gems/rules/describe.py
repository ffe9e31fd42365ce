"""Every rule told to people: what it says, who judges it, its figures text by text (`gems rules`, docs/rules.md).

`python -m gems.rules.describe docs/rules.md` writes the page.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from gems.domain.words import Words, hours, same
from gems.rules.catalogue import RULES
from gems.rules.law import AGREEMENTS, CODE, Figure, figures_of, title_of
from gems.rules.statement import RuleInfo, RuleKind


class Judged(StrEnum):
    """Who judges a rule."""

    PLANNED = "planned"
    """The planner obeys it and the checker checks it."""
    CHECKED = "checked"
    """Only the checker knows it: a finished schedule is judged, the planner does not aim at it."""
    COUNTED = "counted"
    """Only shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureDescription:
    """One legal figure of a rule in one text, from one date."""

    figure: Figure
    text: str
    """The title of the text it is read in."""
    value: Words
    outer: Words | None
    """The furthest a derogation may go, in words."""

    @property
    def verified(self) -> bool:
        """Whether the article was read in its source."""
        return self.figure.verified is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleDescription:
    """One rule as people are told of it."""

    info: RuleInfo
    judged: Judged
    figures: tuple[FigureDescription, ...]

    @property
    def why_not_planned(self) -> Words | None:
        """Why the planner does not know it."""
        return self.info.not_planned


KINDS: Mapping[RuleKind, Words] = {
    RuleKind.HARD: Words("obligatoire", "hard"),
    RuleKind.DEROGABLE: Words("obligatoire sauf dérogation", "hard unless derogated from"),
    RuleKind.PRICED: Words("chiffré", "priced"),
    RuleKind.COUNTED: Words("compté", "counted"),
}
JUDGED: Mapping[Judged, Words] = {
    Judged.PLANNED: Words("planifié et vérifié", "planned and checked"),
    Judged.CHECKED: Words("vérifié, non planifié", "checked, not planned"),
    Judged.COUNTED: Words("affiché", "shown"),
}
MINUTES_A_DAY = 1440


def descriptions(agreement: str | None = None) -> tuple[RuleDescription, ...]:
    """Every rule in catalogue order, with the figures that hold under one agreement, or those of every text."""
    texts = (CODE, *AGREEMENTS) if agreement is None else _texts_for(agreement)
    return tuple(
        RuleDescription(info=rule.info, judged=_judged(rule.info), figures=tuple(_figures(rule.info, texts, agreement)))
        for rule in RULES
    )


def said(value: int, unit: str) -> Words:
    """A figure in words: "11 h", "6 jours", "21 h 00". Raises KeyError for a unit that has no words."""
    return UNITS[unit](value)


def _texts_for(agreement: str) -> tuple[str, ...]:
    if agreement not in AGREEMENTS:
        raise KeyError(agreement)
    return (CODE, agreement)


def _judged(info: RuleInfo) -> Judged:
    if info.kind is RuleKind.COUNTED:
        return Judged.COUNTED
    return Judged.PLANNED if info.not_planned is None else Judged.CHECKED


def _figures(info: RuleInfo, texts: tuple[str, ...], agreement: str | None) -> Iterator[FigureDescription]:
    for name in info.figures:
        holding = [text for text in texts if name in figures_of(text)]
        for text in holding if agreement is None else holding[-1:]:
            for figure in figures_of(text)[name]:
                outer = None if figure.outer is None else said(figure.outer, figure.unit)
                value = said(figure.value, figure.unit)
                yield FigureDescription(figure=figure, text=title_of(text), value=value, outer=outer)


def _count(french: str, english: str) -> Callable[[int], Words]:
    """A noun that takes an s beyond one, in both languages."""
    return lambda value: Words(
        f"{value} {french}{'s' if value > 1 else ''}", f"{value} {english}{'' if value == 1 else 's'}"
    )


def _clock(value: int) -> Words:
    day, minute = divmod(value, MINUTES_A_DAY)
    hour, rest = divmod(minute, 60)
    french, english = (" le lendemain", " the next day") if day and minute else ("", "")
    if value == MINUTES_A_DAY:
        return Words("minuit", "midnight")
    return Words(f"{hour} h {rest:02d}{french}", f"{hour}:{rest:02d}{english}")


UNITS: Mapping[str, Callable[[int], Words]] = {
    "minutes": hours,
    "clock minutes": _clock,
    "days": _count("jour", "day"),
    "years": _count("an", "year"),
    "weeks": _count("semaine", "week"),
    "times": lambda value: Words(f"{value} fois", f"{value} time{'' if value == 1 else 's'}"),
    "percent": lambda value: same(f"{value} %"),
    "part": lambda value: same(f"1/{value}"),
    "per mille": lambda value: Words(f"{value / 10:g} %".replace(".", ","), f"{value / 10:g} %"),
    "cents": lambda value: Words(f"{value / 100:.2f} €".replace(".", ","), f"€{value / 100:.2f}"),
    "km": lambda value: same(f"{value} km"),
}


def page() -> str:
    """docs/rules.md."""
    rules = descriptions()
    return "\n".join([*_head(rules), *(line for rule in rules for line in _section(rule))]) + "\n"


def _head(rules: tuple[RuleDescription, ...]) -> Iterator[str]:
    planned = sum(rule.judged is Judged.PLANNED for rule in rules)
    yield "# Rules"
    yield ""
    yield "Written by `python -m gems.rules.describe docs/rules.md`; change the rules, not this page."
    yield ""
    yield f"{len(rules)} rules, {planned} of them known to the planner; every finished schedule is checked against all."
    yield "Nothing here is legal advice. *Not read* marks a figure known but not read again in its source."
    yield "Sources S1… are listed in [sources.md](sources.md)."
    yield ""
    yield "| rule | French | kind | judged by |"
    yield "|---|---|---|---|"
    for rule in rules:
        kind, judged = KINDS[rule.info.kind].en, JUDGED[rule.judged].en
        yield f"| [`{rule.info.name}`](#{rule.info.name}) | {rule.info.title.fr} | {kind} | {judged} |"


def _section(rule: RuleDescription) -> Iterator[str]:
    info = rule.info
    yield from ("", f"## {info.name}", "")
    yield f"**{info.title.fr}** ({KINDS[info.kind].fr} ; {JUDGED[rule.judged].fr}). {info.says.fr}"
    yield ""
    yield f"**{info.title.en}** ({KINDS[info.kind].en}; {JUDGED[rule.judged].en}). {info.says.en}"
    if rule.why_not_planned is not None:
        yield from ("", f"Not planned: {rule.why_not_planned.en}")
    if info.prices:
        yield from ("", "Prices: " + ", ".join(f"`{name}`" for name in info.prices))
    if rule.figures:
        yield from (
            "",
            "| figure | text | value | derogation up to | since | article | source |",
            "|---|---|---|---|---|---|---|",
        )
        yield from (_row(figure) for figure in rule.figures)
        notes = dict.fromkeys(f.figure.note for f in rule.figures if f.figure.note is not None)
        yield from (f"\n{note.fr} / {note.en}" for note in notes)


def _row(described: FigureDescription) -> str:
    figure = described.figure
    source = figure.source if described.verified else f"{figure.source}, not read"
    outer = described.outer.en if described.outer else ""
    cells = (f"`{figure.name}`", described.text, described.value.en, outer, str(figure.since), figure.article, source)
    return "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
