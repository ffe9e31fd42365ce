"""Two scenarios side by side."""

import streamlit as st

from gems.domain.scenario import ScenarioHead
from gems.planning.compose.comparing import Totals, compare_scenarios
from ui.web.here import Here
from ui.web.markup import Column, sentence, table
from ui.web.panels.post_cards import round_hours
from ui.web.week_words import whole_euros


def comparing(visit: Here, heads: tuple[ScenarioHead, ...], head: ScenarioHead) -> None:
    """The scenario looked at, and another one chosen."""
    others = {one.id: one for one in heads if one.id != head.id}
    if not others:
        sentence(visit.say("versus.one"))
        return
    other_id = st.selectbox(
        visit.say("versus.with"),
        list(others),
        format_func=lambda id: others[id].name,
        placeholder="",
        key="other-scenario",
        width=420,
    )
    found = compare_scenarios(visit.office, visit.actor, scenario_id=head.id, other_id=other_id)
    sentence(visit.say("versus.common", n=found.common))
    first, second = found.of_first, found.of_second
    table(
        (
            Column(title=visit.say("versus.what")),
            Column(title=found.first.name, figures=True),
            Column(title=found.second.name, figures=True),
            Column(title=visit.say("versus.change"), figures=True),
        ),
        [
            (
                visit.say(key),
                _figure(visit, name, first),
                _figure(visit, name, second),
                _change(visit, name, first, second),
            )
            for key, name in (
                ("compose.posts", "posts"),
                ("compose.placed", "placed_minutes"),
                ("compose.cost", "cents"),
                ("compose.km", "km"),
                ("versus.members", "members"),
                ("compose.hire", "hires"),
                ("versus.breaking", "breaking"),
            )
        ],
    )


def _figure(visit: Here, name: str, totals: Totals) -> str:
    return _written(visit, name, getattr(totals, name))


def _change(visit: Here, name: str, first: Totals, second: Totals) -> str:
    change = getattr(first, name) - getattr(second, name)
    sign = "+" if change > 0 else "−" if change < 0 else ""
    return sign + _written(visit, name, abs(change))


def _written(visit: Here, name: str, value: int) -> str:
    if name == "cents":
        return whole_euros(value)[visit.language]
    return f"{round_hours(value)} h" if name == "placed_minutes" else str(value)
