"""One field of a form from one column of the workbook: the same reading, the same refusals, a fitting control."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.domain.people import HeldQualification
from gems.domain.records import PLACES, records_of
from gems.domain.validation.spelling import folded
from gems.domain.words import DAYS, Language
from gems.workbook.cells.choices import Choice, Code, Weekdays, YesNo
from gems.workbook.cells.days import Day
from gems.workbook.cells.held import HeldQualifications
from gems.workbook.cells.money import Euros
from gems.workbook.cells.texts import Reference, References, RequestLabel
from gems.workbook.columns import Column
from ui.web.record_words import code_words, label_of
from ui.web.texts import text

WIDTH, WIDE = 250, 516
"""Pixels: a field, and one that holds several values."""
FIRST_DAY, LAST_DAY = date(1920, 1, 1), date(2099, 12, 31)
KEPT: Mapping[str, Any] = {"persist_state": "session"}
"""What is typed outlives a look at another screen."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Where fields stand: among which records, in which language."""

    group: Group
    language: Language

    def names(self, kind: Kind) -> dict[str, str]:
        """Every record of a kind that others refer to: id and name, in the order of names."""
        ids = (str(PLACES[kind].key(record)[0]) for record in records_of(self.group, kind))
        named = {one: label_of(self.group, kind, one, self.language) for one in ids}
        return dict(sorted(named.items(), key=lambda item: folded(item[1])))

    def labels(self, value: str | None) -> dict[str, str]:
        """The labels of requests, and the one written already, which requests may no longer have."""
        found = {request.label for request in self.group.requests} | {value or ""}
        return {one: one for one in sorted(found, key=folded) if one}


def field(asked: Asked, column: Column, value: Any, key: str) -> Any:
    """Draw a field that starts with `value`; what it holds now, None for nothing. Raises Unreadable."""
    cell = column.cell
    told = {"label": column.heading[asked.language], "help": column.help[asked.language], "key": key, **KEPT}
    if isinstance(cell, YesNo):
        return st.checkbox(**told, value=bool(value), width=WIDTH)
    if isinstance(cell, Choice | Code):
        return _choice(asked, cell, value, told)
    if isinstance(cell, HeldQualifications):
        return _jobs_held(asked, value or (), told)
    if isinstance(cell, References):
        names = asked.names(_kind(cell))
        chosen = st.multiselect(
            **told,
            options=list(names),
            default=[one for one in names if one in (value or ())],
            format_func=lambda one: names.get(one, one),
            placeholder=text("field.several")[asked.language],
            wrap=True,
            width=WIDE,
        )
        return frozenset(chosen) or None
    if isinstance(cell, Reference):
        return _one_of(asked.names(_kind(cell)), value, told, asked)
    if isinstance(cell, RequestLabel):
        return _one_of(asked.labels(value), value, told, asked)
    if isinstance(cell, Weekdays):
        return _weekdays(asked, value, told)
    if isinstance(cell, Day):
        return _day(value, told)
    shown = None if value is None else cell.show(value, asked.language)
    written = "" if shown is None else f"{shown:.2f}" if isinstance(cell, Euros) else str(shown)
    if isinstance(shown, float) and asked.language == "fr":
        written = written.replace(".", ",")
    typed = st.text_input(**told, value=written, width=WIDTH).strip()
    return cell.parse(typed) if typed else None


def _choice(asked: Asked, cell: Choice[Any] | Code, value: Any, told: Mapping[str, Any]) -> Any:
    options = cell.options(asked.language)
    if isinstance(cell, Code):
        return _one_of({code: code_words(code, asked.language) for code in options}, value, told, asked)
    by_value = {cell.parse(option): option for option in options}
    return _one_of(by_value, value, told, asked)


def _one_of(names: Mapping[Any, str], value: Any, told: Mapping[str, Any], asked: Asked) -> Any:
    options = list(names)
    return st.selectbox(
        **told,
        options=options,
        index=options.index(value) if value in names else None,
        format_func=partial(_named, names),
        placeholder=text("field.choose")[asked.language],
        width=WIDTH,
    )


def _named(names: Mapping[Any, str], one: Any) -> str:
    return names.get(one, str(one))


def _weekdays(asked: Asked, value: frozenset[int] | None, told: Mapping[str, Any]) -> frozenset[int] | None:
    short = [name[:3] for name in DAYS[asked.language]]
    chosen = st.pills(
        **told,
        options=range(7),
        selection_mode="multi",
        default=sorted(value or ()),
        format_func=short.__getitem__,
        width=WIDE,
    )
    return frozenset(chosen) or None


def _day(value: date | None, told: Mapping[str, Any]) -> date | None:
    found = st.date_input(
        **told, value=value, min_value=FIRST_DAY, max_value=LAST_DAY, format="DD/MM/YYYY", width=WIDTH
    )
    return found if isinstance(found, date) else None


def _jobs_held(
    asked: Asked, value: tuple[HeldQualification, ...], told: Mapping[str, Any]
) -> tuple[HeldQualification, ...] | None:
    """The jobs, and beside each the day it expires."""
    until, names = {held.code: held.valid_until for held in value}, asked.names(Kind.QUALIFICATION)
    codes = st.multiselect(
        label=told["label"],
        key=told["key"],
        **KEPT,
        options=list(names),
        default=[code for code in until if code in names],
        format_func=partial(_named, names),
        placeholder=text("field.several")[asked.language],
        width=WIDE,
        wrap=True,
    )
    held = []
    for code in codes:
        label = text("field.valid_until").fill(job=names[code])[asked.language]
        last = _day(until.get(code), {"label": label, "key": f"{told['key']} {code}", **KEPT})
        held.append(HeldQualification(code=code, valid_until=last))
    return tuple(held) or None


def _kind(cell: Reference | References) -> Kind:
    assert cell.kind is not None
    return cell.kind
