"""Réglages: the group's choices and deadlines, prices, drives, derogations, workbook in and out."""

from collections.abc import Callable

import streamlit as st

from ui.web.here import Here, here
from ui.web.markup import heading
from ui.web.one_of import one_of
from ui.web.panels.derogations import derogations_part
from ui.web.panels.drives import drives_part
from ui.web.panels.group_choices import choices_part
from ui.web.panels.lists import lists_part
from ui.web.panels.price_page import prices_part
from ui.web.panels.workbook_page import workbook_part

PART = "rubrique"
"""Name, in the address, of the part that is open."""
PARTS: dict[str, Callable[[Here], None]] = {
    "choices": choices_part,
    "prices": prices_part,
    "lists": lists_part,
    "drives": drives_part,
    "derogations": derogations_part,
    "workbook": workbook_part,
}


def show() -> None:
    """One part at a time."""
    visit = here()
    heading(visit.say("page.settings"), visit.say("settings.about"))
    asked = st.query_params.get(PART)
    part = one_of(
        visit.say("settings.part"),
        list(PARTS),
        usual=asked if asked in PARTS else "choices",
        format_func=lambda one: visit.say(f"settings.{one}"),
        key=f"settings-part {asked}",
        label_visibility="collapsed",
    )
    PARTS[part](visit)
