"""A long table to search, sort and open one line of; which line is open stands in the address of the page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from gems.domain.validation.spelling import folded
from ui.web.here import Here

ROW_PIXELS, HEAD_PIXELS, MOST_PIXELS = 35, 38, 640
NEW = "nouveau"
"""In the address, instead of an id: a form for a new record."""


@dataclass(frozen=True, slots=True)
class Order:
    """By which column a table is sorted; `down`: the greatest first."""

    column: str
    down: bool


def pick_table(
    here: Here,
    columns: Mapping[str, Sequence[Any]],
    ids: Sequence[str],
    about: str,
    *,
    alt: str,
    config: Mapping[str, Any] | None = None,
    figures: Mapping[str, Callable[[Any], str]] | None = None,
) -> None:
    """The table; choosing a cell opens its line: its id goes into the address under the name `about`. Choosing a title
    sorts by it, then the other way round, then as at first; the order outlives a look at a line.

    `figures`: how the numbers of a column are said; they stay numbers, which sort as such."""
    order: Order | None = st.session_state.get(f"order {about}")
    if order is not None and order.column not in columns:
        order = None  # another language, or another table
    frame = _sorted(pd.DataFrame(columns), order)
    ids = [ids[place] for place in frame.index]
    key = f"table {about} {hash((tuple(ids), order))}"
    st.dataframe(
        frame.style.format({**figures}, na_rep="") if figures else frame,
        key=key,
        hide_index=True,
        height=min(MOST_PIXELS, HEAD_PIXELS + ROW_PIXELS * max(1, len(ids))),
        column_config=_titles(config or {}, order),
        on_select=partial(_picked, key, ids, about, order),
        selection_mode=["single-cell", "single-column"],
        placeholder="",
        alt=alt,
    )


def _sorted(frame: pd.DataFrame, order: Order | None) -> pd.DataFrame:
    """In this order, whatever is blank last; each line keeps its place of before as its index."""
    if order is None:
        return frame
    return frame.sort_values(order.column, ascending=not order.down, kind="stable", key=_comparable)


def _comparable(values: "pd.Series[Any]") -> "pd.Series[Any]":
    """Words without regard to accents and capitals; blank ones like what is missing."""
    return values.map(lambda one: (folded(one) or None) if isinstance(one, str) else one)


def _titles(config: Mapping[str, Any], order: Order | None) -> dict[str, Any]:
    """An arrow beside the title that sorts."""
    if order is None:
        return dict(config)
    arrow = "↓" if order.down else "↑"
    sorting = {**(config.get(order.column) or st.column_config.Column()), "label": f"{order.column} {arrow}"}
    return {**config, order.column: sorting}


def dates(*names: str) -> dict[str, Any]:
    """The columns of these names hold days."""
    return {name: st.column_config.DateColumn(name, format="DD/MM/YYYY") for name in names}


def opened(about: str) -> str | None:
    """Which line is open."""
    return st.query_params.get(about)


def open_line(about: str, id: str) -> None:
    """Open a line; for a button."""
    st.query_params[about] = id


def close_line(about: str) -> None:
    """Back to the whole table; for a button."""
    st.query_params.pop(about, None)


def back_button(label: str, about: str) -> None:
    """The way back to the whole table."""
    icon = ":material/arrow_back:"
    st.button(label, icon=icon, type="tertiary", key=f"back {about}", on_click=close_line, args=(about,))


def open_by_name(here: Here, label: str, names: Mapping[str, str], about: str) -> None:
    """The same by typing a name: for whoever does not use the table."""
    key = f"open {about}"
    st.selectbox(
        label,
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder=here.say("pick.type"),
        key=key,
        width=260,
        on_change=partial(_chosen, key, about),
    )


def _picked(key: str, ids: list[str], about: str, order: Order | None) -> None:
    """A title, or a cell. A table that knew no title would take a click on one for a click on its first line."""
    chosen = st.session_state[key]["selection"]
    if chosen["columns"]:
        st.session_state[f"order {about}"] = _next(order, chosen["columns"][0])
    elif chosen["cells"]:
        open_line(about, ids[chosen["cells"][0][0]])


def _next(order: Order | None, column: str) -> Order | None:
    """The order once the title of this column is chosen."""
    if order is None or order.column != column:
        return Order(column, down=False)
    return None if order.down else Order(column, down=True)


def _chosen(key: str, about: str) -> None:
    if st.session_state[key] is not None:
        open_line(about, st.session_state[key])
