"""The price list in words: what each soft goal costs, in the profile looked at."""

import streamlit as st

from gems.domain.validation.spelling import folded
from gems.domain.words import Words, euros
from gems.planning.group_data import see_group
from gems.prices.load import PriceEntry, price_list
from gems.rules.describe import said
from ui.web.here import Here
from ui.web.markup import Column, heading, sentence, table
from ui.web.panels.filters import search
from ui.web.texts import text

UNITS = {"minute": "prices.minute", "km": "prices.km", "time": "prices.time"}
MINUTES_AN_HOUR = 60


def prices_part(here: Here) -> None:
    """Every price, then every figure that soft goals read."""
    listed, group = price_list(), see_group(here.office, here.actor)
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        names = list(listed.profiles)
        profile = st.selectbox(
            here.say("prices.profile"),
            names,
            index=names.index(group.settings.profile),
            format_func=lambda one: listed.profiles[one].title[here.language],
            placeholder=here.say("field.choose"),
            key="prices-profile",
            width=250,
        )
        wanted = search(here, "prices")
    sentence(listed.profiles[profile].why[here.language])
    sentence(here.say("prices.about"), kind="quiet")
    found = [one for one in listed.entries if wanted in folded(f"{one.title[here.language]} {one.why[here.language]}")]
    for title, value, is_price in (
        ("prices.prices", "prices.value", True),
        ("prices.figures", "prices.threshold", False),
    ):
        rows = [one for one in found if one.is_price is is_price]
        if rows:
            heading(here.say(title), level=2)
            _table(here, rows, profile, here.say(value))


def _table(here: Here, rows: list[PriceEntry], profile: str, value: str) -> None:
    language = here.language
    table(
        (
            Column(title=here.say("prices.what"), wide=True),
            Column(title=value, figures=True),
            Column(title=here.say("prices.why"), wide=True),
        ),
        ((one.title[language], _value(one, one.value_in(profile))[language], one.why[language]) for one in rows),
    )


def _value(entry: PriceEntry, value: int) -> Words:
    """ "1,00 € la minute, 60,00 € l'heure"; a figure in its own unit."""
    unit = entry.unit.rpartition(" / ")[2]
    if not entry.is_price:
        return said(value, unit)
    return text(UNITS[unit]).fill(price=euros(value), hour=euros(value * MINUTES_AN_HOUR))
