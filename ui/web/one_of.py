"""Exactly one of a few options that stand side by side."""

from collections.abc import Sequence
from typing import Any, TypeVar

import streamlit as st

Option = TypeVar("Option")


def one_of(
    label: str, options: Sequence[Option], *, usual: Option, key: str, starts: bool = True, **how: Any
) -> Option:
    """What is chosen; at first the usual one, unless the state of the page holds a choice under this key already
    (`starts` False). Streamlit promises a choice, but a browser now and then says none: it is the usual one then."""
    default = usual if starts else None
    chosen = st.segmented_control(label, options, default=default, required=True, key=key, **how)
    return usual if chosen is None else chosen
