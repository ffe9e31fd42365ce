"""Which scenario is looked at: chosen, renamed, thrown away, taken away."""

import json
from functools import partial
from io import BytesIO

import streamlit as st

from gems.domain.scenario import ScenarioHead
from gems.planning.compose.scenarios import drop_scenario, rename_scenario, see_scenario
from gems.planning.group_data import see_group
from gems.workbook.scenario import write_scenario
from ui.web.here import Here
from ui.web.panels.pick_table import opened

SCENARIO = "scenario"
"""Name of the scenario in the address of the page."""


def chosen(heads: tuple[ScenarioHead, ...]) -> ScenarioHead | None:
    """The scenario named in the address, else the latest."""
    asked = opened(SCENARIO)
    return next((one for one in heads if one.id == asked), heads[0] if heads else None)


def scenario_bar(visit: Here, heads: tuple[ScenarioHead, ...], head: ScenarioHead) -> None:
    """The choice and what can be done with it."""
    names = {one.id: visit.say("scenario.label", name=one.name, posts=one.posts) for one in heads}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="scenarios"):
        key = f"scenario {head.id} {len(heads)}"
        st.selectbox(
            visit.say("scenario.pick"),
            list(names),
            index=list(names).index(head.id),
            format_func=names.__getitem__,
            placeholder="",
            key=key,
            width=420,
            on_change=partial(_chosen, key),
        )
        with st.popover(visit.say("scenario.more"), icon=":material/edit:"):
            _changing(visit, head)
        for name, made, ending in (("excel", _excel, "xlsx"), ("json", _json, "json")):
            st.download_button(
                visit.say(f"scenario.{name}"),
                data=partial(made, visit, head),
                file_name=f"gems-postes-{visit.today.isoformat()}.{ending}",
                help=visit.say("scenario.export"),
                icon=":material/download:",
                key=f"scenario-{name}",
                on_click="ignore",
            )


def _changing(visit: Here, head: ScenarioHead) -> None:
    name = st.text_input(visit.say("scenario.name"), head.name, key=f"scenario-name {head.id}")
    if st.button(visit.say("scenario.rename"), key="scenario-rename"):
        visit.attempt(rename_scenario, visit.office, visit.actor, scenario_id=head.id, name=name)
        st.rerun()
    if st.button(visit.say("scenario.drop"), key="scenario-drop", icon=":material/delete:"):
        visit.attempt(drop_scenario, visit.office, visit.actor, scenario_id=head.id)
        st.rerun()


def _chosen(key: str) -> None:
    st.query_params[SCENARIO] = st.session_state[key]


def _excel(visit: Here, head: ScenarioHead) -> bytes:
    found, buffer = see_scenario(visit.office, visit.actor, scenario_id=head.id), BytesIO()
    write_scenario(see_group(visit.office, visit.actor), found, buffer, language=visit.language)
    return buffer.getvalue()


def _json(visit: Here, head: ScenarioHead) -> bytes:
    found = see_scenario(visit.office, visit.actor, scenario_id=head.id)
    return json.dumps({"name": head.name, **found.contents}, ensure_ascii=False, indent=1).encode()
