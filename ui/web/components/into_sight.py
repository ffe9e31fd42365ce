"""Brings a panel that has just opened into sight: the button that opened it may be a long way below."""

import streamlit as st

from ui.web.components.payload import joined

_mount = st.components.v2.component("gems.into_sight", js=joined(("into_sight.js",)))


def into_sight(panel: str, mark: str) -> None:
    """Called inside the container whose key is `panel`: it is scrolled to and focused once for each `mark`.

    A panel whose top already shows in the upper half of the window stays where it is.
    """
    _mount(key=f"{panel} into sight", data={"panel": panel, "mark": mark})
