"""A long table to search, sort and open one line of; which line is open stands in the address of the page."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from ui.web.here import Here

ROW_PIXELS, HEAD_PIXELS, MOST_PIXELS = 35, 38, 640
NEW = "nouveau"
"""In the address, instead of an id: a form for a new record."""


def pick_table(
    here: Here,
    columns: Mapping[str, Sequence[Any]],
    ids: Sequence[str],
    about: str,
    *,
    alt: str,
    config: Mapping[str, Any] | None = None,
    figures: Mapping[str, Callable[[float], str]] | None = None,
) -> None:
    """The table; choosing a cell opens its line: its id goes into the address under the name `about`.

    `figures`: how the numbers of a column are said; they stay numbers, which sort as such."""
    key, frame = f"table {about} {hash(tuple(ids))}", pd.DataFrame(columns)
    st.dataframe(
        frame.style.format(dict(figures), na_rep="") if figures else frame,
        key=key,
        hide_index=True,
        height=min(MOST_PIXELS, HEAD_PIXELS + ROW_PIXELS * max(1, len(ids))),
        column_config=dict(config or {}),
        on_select=partial(_picked, key, list(ids), about),
        selection_mode="single-cell",
        placeholder="",
        alt=alt,
    )


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


def _picked(key: str, ids: list[str], about: str) -> None:
    cells = st.session_state[key]["selection"]["cells"]
    if cells:
        open_line(about, ids[cells[0][0]])


def _chosen(key: str, about: str) -> None:
    if st.session_state[key] is not None:
        open_line(about, st.session_state[key])
