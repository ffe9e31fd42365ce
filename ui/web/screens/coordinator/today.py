"""Aujourd'hui: what waits for the coordinator, each line leading to where it is settled."""

import streamlit as st

from gems.domain.group import Group
from gems.domain.words import day
from gems.planning.group_data import see_group
from gems.planning.views.today import today
from gems.planning.views.waiting import Place, TodayLine, Urgency, Waiting
from ui.web.here import Here, here
from ui.web.links import screen_link
from ui.web.markup import heading, sentence
from ui.web.panels.replacing import REPLACE
from ui.web.panels.result import VIEW
from ui.web.screens.coordinator.opening import opening

ICONS = {
    Waiting.REQUESTS: ":material/inbox:",
    Waiting.WISHES: ":material/favorite:",
    Waiting.ABSENCE: ":material/person_off:",
    Waiting.OBJECTIONS: ":material/thumb_down:",
    Waiting.TO_BUILD: ":material/play_arrow:",
    Waiting.TO_PROPOSE: ":material/forum:",
    Waiting.TO_PUBLISH: ":material/campaign:",
    Waiting.TO_CLOSE: ":material/lock_clock:",
    Waiting.UNSERVED: ":material/person_search:",
    Waiting.PLANNING_CUT: ":material/power_off:",
    Waiting.COMPOSING_CUT: ":material/power_off:",
    Waiting.DEROGATION: ":material/gavel:",
}
TITLES = ((Urgency.NOW, "today.now"), (Urgency.SOON, "today.soon"), (Urgency.WHENEVER, "today.whenever"))
PATHS = {
    Place.REQUESTS: "demandes",
    Place.PEOPLE: "equipe",
    Place.WEEK: "semaine",
    Place.ANSWERS: "semaine",
    Place.UNSERVED: "semaine",
    Place.SETTINGS: "reglages",
    Place.COMPOSE: "composer",
}

VIEWS = {Place.ANSWERS: "answers", Place.UNSERVED: "unserved"}
"""Of the week's page, by the place a line leads to."""


def show() -> None:
    """The list; for a group without data, how to begin."""
    visit = here()
    if _is_empty(see_group(visit.office, visit.actor)):
        opening(visit)
        return
    lines = today(visit.office, visit.actor)
    title = visit.say("today.title", day=day(visit.today, year=True))
    heading(title, visit.say("today.answer", n=len(lines)) if lines else visit.say("today.done"))
    if not lines:
        _nothing_waits(visit)
    for urgency, key in TITLES:
        found = [line for line in lines if line.urgency is urgency]
        if found:
            with st.container(border=True, key=f"today-{urgency.name.lower()}", gap="xsmall"):
                heading(visit.say(key), level=2)
                for line in found:
                    _line(visit, line)


def _nothing_waits(visit: Here) -> None:
    sentence(visit.say("today.done.next"))
    screen_link(visit, "semaine", visit.say("today.week"))
    screen_link(visit, "demandes", visit.say("inbox.all"))


def _line(visit: Here, line: TodayLine) -> None:
    """The whole line is the link."""
    screen_link(visit, PATHS[line.place], line.words[visit.language], icon=ICONS[line.kind], **_about(line))


def _about(line: TodayLine) -> dict[str, str]:
    """What the screen it leads to reads in the address."""
    about = {"semaine": line.monday.isoformat()} if line.monday is not None else {}
    if line.place in VIEWS:
        about[VIEW] = VIEWS[line.place]
    if line.kind is Waiting.ABSENCE and line.id is not None:
        about[REPLACE] = line.id
    if line.place is Place.SETTINGS:
        about["rubrique"] = "derogations"
    if line.place is Place.PEOPLE and line.id is not None:
        about["personne"] = line.id
    return about


def _is_empty(group: Group) -> bool:
    return not (group.employees or group.members or group.requests)
