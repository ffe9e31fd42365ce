"""Composer: which full-time permanent posts the members' fragments of hours could make."""

import streamlit as st

from gems.domain.kept_posts import kept_posts
from gems.domain.scenario import Scenario, ScenarioHead
from gems.domain.words import percent
from gems.planning.compose.scenarios import list_scenarios, see_scenario
from gems.planning.compose.under_way import composing_cut_off
from gems.planning.group_data import see_group
from ui.web.composings import composings
from ui.web.here import Here, here
from ui.web.markup import heading, plain, sentence
from ui.web.one_of import one_of
from ui.web.panels.compose_asking import asking
from ui.web.panels.compose_comparing import comparing
from ui.web.panels.compose_leaving import leaving
from ui.web.panels.compose_left import left
from ui.web.panels.compose_picture import picture
from ui.web.panels.compose_progress import compose_progress
from ui.web.panels.post_cards import post_cards, round_hours
from ui.web.panels.scenario_bar import chosen, scenario_bar
from ui.web.week_words import whole_euros

VIEWS = ("posts", "left", "leaving", "compare")


def show() -> None:
    """What is under way, then the scenario looked at, or the first step."""
    visit = here()
    heads = list_scenarios(visit.office, visit.actor)
    head = chosen(heads)
    heading(visit.say("compose.title"), _answer(visit, head) if head is not None else visit.say("compose.about"))
    running = composings().of_group(visit.actor.group_id)
    if running is not None and not running.over:
        compose_progress(running)
    cut = composing_cut_off(visit.office, visit.actor)
    idle = running is None or running.over
    if idle and cut is not None:
        st.warning(plain(cut.words[visit.language]), icon=":material/running_with_errors:")
    if head is None:
        if idle:
            _first(visit)
        return
    if idle:
        with st.expander(visit.say("compose.again"), icon=":material/tune:", expanded=cut is not None):
            asking(visit)
    scenario_bar(visit, heads, head)
    _scenario(visit, see_scenario(visit.office, visit.actor, scenario_id=head.id), heads)


def _first(visit: Here) -> None:
    with st.container(border=True, key="compose-none"):
        heading(visit.say("compose.none.title"), level=2)
        sentence(visit.say("compose.none.body"))
        asking(visit)


def _answer(visit: Here, head: ScenarioHead) -> str:
    asked = head.asked_minutes
    return visit.say(
        "compose.answer",
        hours=round_hours(asked),
        posts=head.posts,
        placed=round_hours(head.placed_minutes),
        share=percent(head.placed_minutes / asked if asked else 0.0),
        gap=percent(head.gap),
    )


def _scenario(visit: Here, scenario: Scenario, heads: tuple[ScenarioHead, ...]) -> None:
    group, kept = see_group(visit.office, visit.actor), kept_posts(scenario.contents)
    with st.container(horizontal=True, key="tiles"):
        head, posts = scenario.head, kept.posts
        share = percent(head.placed_minutes / head.asked_minutes if head.asked_minutes else 0.0)
        for name, value in (
            ("posts", str(len(posts))),
            ("share", share[visit.language]),
            ("gap", percent(head.gap)[visit.language]),
            ("raised", str(sum(post.raised for post in posts))),
            ("hire", str(sum(post.employee_id is None for post in posts))),
            ("cost", whole_euros(sum(post.cents for post in posts))[visit.language]),
        ):
            st.metric(visit.say(f"compose.{name}"), value, border=True)
    view = one_of(
        visit.say("view"),
        VIEWS,
        usual="posts",
        format_func=lambda one: visit.say(f"compose.view.{one}"),
        key="compose-view",
        label_visibility="collapsed",
    )
    if view == "left":
        left(visit, group, kept)
    elif view == "leaving":
        leaving(visit, group, kept)
    elif view == "compare":
        comparing(visit, heads, scenario.head)
    else:
        picture(visit, group, kept)
        post_cards(visit, group, kept)
