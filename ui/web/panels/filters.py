"""Filters over a list: words to search for, and choices that let everything through until one is made."""

from collections.abc import Mapping
from typing import TypeVar

import streamlit as st

from gems.domain.validation.spelling import folded
from ui.web.here import Here

One = TypeVar("One")


def search(here: Here, key: str, *, width: int = 220) -> str:
    """What is searched for, without accents or capitals; kept while other screens are looked at."""
    return folded(st.text_input(here.say("filter.search"), key=f"search {key}", width=width, persist_state="session"))


def choose(
    here: Here, key: str, names: Mapping[One, str], *, everything: str = "filter.all", width: int = 190
) -> One | None:
    """One of these, in the order given; None lets everything through. `key`: of its label."""
    return st.selectbox(
        here.say(key),
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder=here.say(everything),
        key=f"filter {key}",
        width=width,
        persist_state="session",
    )


def by_name(names: Mapping[One, str]) -> dict[One, str]:
    """The same, in the order of names."""
    return dict(sorted(names.items(), key=lambda item: folded(item[1])))
