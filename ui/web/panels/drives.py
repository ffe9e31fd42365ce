"""Drives between towns: those entered by hand, and the estimates for the rest."""

from itertools import combinations

import streamlit as st

from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.domain.places import Leg, TravelEntry
from gems.domain.validation.spelling import folded
from gems.planning.group_data import remove_record, see_group
from ui.web.here import Here
from ui.web.markup import heading, sentence
from ui.web.panels.filters import search
from ui.web.panels.one_act import one_act
from ui.web.panels.pick_table import open_line, opened, pick_table
from ui.web.panels.record_form import RecordForm, keeping
from ui.web.texts import text

DRIVE, BETWEEN = "trajet", " ↔ "
"""Name of the open drive in the address; what stands between its two towns."""


def drives_part(here: Here) -> None:
    """One drive to correct, and the table of all."""
    group = see_group(here.office, here.actor)
    towns = sorted({site.commune for site in group.sites} | {person.home for person in group.employees})
    if len(towns) < 2:
        sentence(here.say("drives.none"))
        return
    sentence(here.say("drives.about"))
    _choose(here, towns)
    origin, _, destination = (opened(DRIVE) or "").partition(BETWEEN)
    if origin in towns and destination in towns and origin != destination:
        _drive(here, group, origin, destination)
    _table(here, group, towns)


def _choose(here: Here, towns: list[str]) -> None:
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        ends = [
            st.selectbox(
                here.say(f"drives.{name}"),
                towns,
                index=None,
                placeholder=here.say("field.choose"),
                key=f"drive-{name}",
                width=230,
                persist_state="session",
            )
            for name in ("from", "to")
        ]
        if ends[0] is not None and ends[1] is not None and ends[0] != ends[1]:
            name = f"{ends[0]}{BETWEEN}{ends[1]}"
            st.button(here.say("drives.open"), key="open-drive", on_click=open_line, args=(DRIVE, name))


def _drive(here: Here, group: Group, origin: str, destination: str) -> None:
    """The form of one drive, which begins with the estimate."""
    entered = _entered(group, origin, destination)
    leg = group.travel_table.between(origin, destination)
    with st.container(border=True, key="drive"):
        heading(
            f"{origin}{BETWEEN}{destination}", here.say("drives.entered" if entered else "drives.estimate"), level=2
        )
        given = {"origin": origin, "destination": destination, "minutes": leg.minutes, "km": leg.km}
        form = RecordForm(here, group, Kind.TRAVEL, f"drive {origin} {destination}", before=entered, given=given)
        form.ask_all("minutes", "km")
        form.finish(keeping(here, Kind.TRAVEL), text("drives.saved"))
        if entered is not None:
            st.button(
                here.say("drives.back"), type="tertiary", key="drive-back", on_click=_estimate, args=(here, entered)
            )


def _estimate(here: Here, entered: TravelEntry) -> None:
    one_act(here, text("drives.estimated"), remove_record, kind=Kind.TRAVEL, before=entered)


def _table(here: Here, group: Group, towns: list[str]) -> None:
    entered = {frozenset((one.origin, one.destination)) for one in group.travel}
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        wanted = search(here, "drives")
        only = st.checkbox(here.say("drives.only"), key="drives-only")
    rows: list[tuple[str, str, Leg, bool]] = [
        (one, other, group.travel_table.between(one, other), frozenset((one, other)) in entered)
        for one, other in combinations(towns, 2)
        if wanted in folded(f"{one} {other}") and (not only or frozenset((one, other)) in entered)
    ]
    if not rows:
        sentence(here.say("drives.filtered"))
        return
    sentence(here.say("pick.how", n=len(rows)), kind="quiet")
    known, guessed = here.say("drives.is_entered"), here.say("drives.is_estimated")
    pick_table(
        here,
        {
            here.say("drives.from"): [row[0] for row in rows],
            here.say("drives.to"): [row[1] for row in rows],
            here.say("drives.minutes"): [row[2].minutes for row in rows],
            here.say("drives.km"): [row[2].km for row in rows],
            here.say("drives.how"): [known if row[3] else guessed for row in rows],
        },
        [f"{row[0]}{BETWEEN}{row[1]}" for row in rows],
        DRIVE,
        alt=here.say("drives.table"),
    )


def _entered(group: Group, origin: str, destination: str) -> TravelEntry | None:
    ends = {origin, destination}
    return next((one for one in group.travel if {one.origin, one.destination} == ends), None)
