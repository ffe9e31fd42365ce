"""The answer in six tiles, each with what changed since the schedule before."""

from collections.abc import Callable

import streamlit as st

from gems.domain.words import Words, hours, percent, same
from ui.web.shown import ShownWeek
from ui.web.state import WeekPage
from ui.web.week_words import whole_euros


def tiles(here: WeekPage, week: ShownWeek, was: ShownWeek) -> None:
    """Hours served, full contracts, what is left to fill, driving, cost, broken rules; `was`: what to compare with."""
    (full, people), broken = week.full_contracts, len(week.verdict.violations)
    missing = week.missing_minutes - was.missing_minutes
    served = here.say("kpi.served.help", served=hours(week.served_minutes), asked=hours(week.requested_minutes))
    with st.container(horizontal=True, key="tiles"):
        _tile(here, "served", percent(week.served_share), _points(week.served_share - was.served_share), help=served)
        _tile(here, "full", same(f"{full} / {people}"), _change(full - was.full_contracts[0], _number))
        _tile(here, "unserved", _unserved(week), _change(missing, hours), less_is_better=True)
        _tile(here, "km", same(f"{week.km} km"), _change(week.km - was.km, _number), less_is_better=True)
        cheaper = _change(week.cost_cents - was.cost_cents, whole_euros)
        _tile(here, "cost", whole_euros(week.cost_cents), cheaper, less_is_better=True)
        fewer = _change(broken - len(was.verdict.violations), _number)
        _tile(here, "law", same(str(broken)), fewer, less_is_better=True)


def _tile(
    here: WeekPage, name: str, value: Words, change: Words | None, *, less_is_better: bool = False, help: str = ""
) -> None:
    explained = help or here.say(f"kpi.{name}.help")
    if change is not None:
        explained += f" {here.say('kpi.before')}"
    st.metric(
        here.say(f"kpi.{name}"),
        value[here.language],
        change[here.language] if change is not None else None,
        delta_color="inverse" if less_is_better else "normal",
        help=explained,
        border=True,
    )


def _unserved(week: ShownWeek) -> Words:
    if not week.unserved:
        return Words("0 h", "0 h")
    return same(f"{len(week.unserved)} · {hours(week.missing_minutes).fr}")


def _points(change: float) -> Words | None:
    tenths = round(1000 * change)
    if not tenths:
        return None
    said = f"{tenths / 10:+.1f}"
    return Words(f"{said.replace('.', ',')} pt", f"{said} pt")


def _change(value: int, write: Callable[[int], Words]) -> Words | None:
    """Streamlit sees a fall by a plain minus sign in front, and no other."""
    if not value:
        return None
    said = write(abs(value))
    sign = "-" if value < 0 else "+"
    return Words(f"{sign}{said.fr}", f"{sign}{said.en}")


def _number(value: int) -> Words:
    return same(str(value))
