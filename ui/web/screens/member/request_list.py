"""A member's requests of one week: how many are served, and the list, searched and sorted when it is long."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from gems.domain.validation.spelling import folded
from gems.domain.words import hours
from gems.planning.asks.outcome import Outcome
from gems.planning.asks.requests import RequestLine
from ui.web.here import Here
from ui.web.markup import sentence
from ui.web.people_words import many

URGENT = (Outcome.UNSERVED, Outcome.PARTLY, Outcome.MOVED, Outcome.PENDING, Outcome.SERVED)
"""What calls for a look, first."""
MANY = 5
"""Beyond so many requests, they can be searched and sorted."""


def _named(line: RequestLine) -> tuple[str, str]:
    return folded(line.request.label), line.request.id


ORDERS: dict[str, Callable[[RequestLine], tuple[Any, ...]]] = {
    "outcome": lambda line: (URGENT.index(line.outcome or Outcome.PENDING), *_named(line)),
    "label": _named,
    "job": lambda line: (folded(line.job.fr), *_named(line)),
    "hours": lambda line: (-line.asked_minutes, *_named(line)),
}


def summary(here: Here, lines: Sequence[RequestLine]) -> str:
    """ "91 h servies sur 97 h · 12 servies, 1 en partie, 1 non servie"."""
    told = [line for line in lines if line.outcome not in (None, Outcome.PENDING)]
    if not told:
        return here.say(f"asks.summary.waiting{many(len(lines))}", n=len(lines)) if lines else ""
    asked, served = sum(line.asked_minutes for line in told), sum(line.served_minutes for line in told)
    counts = [(outcome, sum(line.outcome is outcome for line in lines)) for outcome in reversed(URGENT)]
    parts = [here.say(f"asks.count.{outcome}{many(number)}", n=number) for outcome, number in counts if number]
    return f"{here.say('asks.summary', served=hours(served), asked=hours(asked))} · {', '.join(parts)}"


def in_order(here: Here, lines: Sequence[RequestLine]) -> list[RequestLine]:
    """What calls for a look first; when there are many, as the visitor wants to see them."""
    if len(lines) <= MANY:
        return sorted(lines, key=ORDERS["outcome"])
    with st.container(horizontal=True, vertical_alignment="bottom", key="asks-tools"):
        only = st.selectbox(
            here.say("asks.only"),
            [one for one in URGENT if any(line.outcome is one for line in lines)],
            index=None,
            key="asks-only",
            placeholder=here.say("asks.only.all"),
            format_func=lambda one: here.say(f"asks.only.{one}"),
        )
        order = st.selectbox(
            here.say("asks.order"),
            ORDERS,
            key="asks-order",
            placeholder=here.say("field.choose"),
            format_func=lambda one: here.say(f"asks.order.{one}"),
        )
        search = folded(st.text_input(here.say("asks.search"), key="asks-search"))
    found = [line for line in lines if only in (None, line.outcome) and search in _all_words(here, line)]
    if not found:
        sentence(here.say("asks.search.none"), kind="quiet")
    return sorted(found, key=ORDERS[order])


def _all_words(here: Here, line: RequestLine) -> str:
    said = here.language
    return folded(" ".join((line.request.label, line.site, line.job[said], line.words[said])))
