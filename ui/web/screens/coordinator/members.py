"""Adhérents: who asks for hours, where, and what they got of them; and one member's sheet."""

from collections.abc import Iterator

import streamlit as st

from gems.domain.group import Group
from gems.domain.history import MemberLedger
from gems.domain.members import Member
from gems.domain.validation.spelling import folded
from gems.domain.words import percent
from gems.planning.group_data import see_group
from ui.web.here import Here, here
from ui.web.markup import heading, sentence
from ui.web.panels.filters import search
from ui.web.panels.member_sheet import member_sheet, new_member
from ui.web.panels.pick_table import NEW, open_by_name, open_line, opened, pick_table
from ui.web.week_words import whole_hours

MEMBER = "adherent"
"""Name of the open member in the address of the page."""


def show() -> None:
    """Every member, or one."""
    visit = here()
    group, chosen = see_group(visit.office, visit.actor), opened(MEMBER)
    if chosen == NEW:
        new_member(visit, group, MEMBER)
    elif chosen in group.member:
        member_sheet(visit, group, group.member[chosen], MEMBER)
    else:
        _everybody(visit, group)


def _everybody(visit: Here, group: Group) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom", key="title"):
        told = visit.say("members.answer", n=len(group.members), sites=len(group.sites))
        heading(visit.say("page.members"), told if group.members else visit.say("members.none"))
        st.button(
            visit.say("members.add"),
            icon=":material/add_business:",
            type="primary",
            key="add-member",
            on_click=open_line,
            args=(MEMBER, NEW),
        )
    if group.members:
        _table(visit, group, list(_filtered(visit, group)))


def _filtered(visit: Here, group: Group) -> Iterator[Member]:
    ordered = sorted(group.members, key=lambda one: folded(one.name))
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom", key="filters"):
        wanted = search(visit, "members")
        public = st.checkbox(visit.say("members.territorial.only"), key="members-public", persist_state="session")
        open_by_name(visit, visit.say("team.open"), {one.id: one.name for one in ordered}, MEMBER)
    for member in ordered:
        places = " ".join(f"{site.name} {site.commune}" for site in group.sites if site.member_id == member.id)
        if wanted in folded(f"{member.name} {member.id} {places}") and (member.territorial or not public):
            yield member


def _table(visit: Here, group: Group, members: list[Member]) -> None:
    if not members:
        sentence(visit.say("members.filtered"))
        return
    sentence(visit.say("pick.how", n=len(members)), kind="quiet")
    ledgers = {one.member_id: one for one in group.history.ledgers}
    towns: dict[str, list[str]] = {}
    for site in group.sites:
        towns.setdefault(site.member_id, []).append(site.commune)
    kept = [ledgers.get(one.id) for one in members]
    yes, asked, served, share = (visit.say(f"members.{name}") for name in ("yes", "asked", "served", "share"))
    pick_table(
        visit,
        {
            visit.say("members.name"): [one.name for one in members],
            visit.say("members.towns"): [", ".join(dict.fromkeys(towns.get(one.id, []))) for one in members],
            asked: [one.asked_minutes if one else None for one in kept],
            served: [one.served_minutes if one else None for one in kept],
            share: [_share(one) for one in kept],
            visit.say("members.territorial"): [yes if one.territorial else "" for one in members],
            visit.say("members.phone"): [one.phone for one in members],
        },
        [one.id for one in members],
        MEMBER,
        alt=visit.say("members.table"),
        figures=dict.fromkeys((asked, served), lambda minutes: whole_hours(round(minutes))[visit.language])
        | {share: lambda part: percent(part)[visit.language]},
    )


def _share(ledger: MemberLedger | None) -> float | None:
    """Of one hour asked, how much is served."""
    return ledger.served_minutes / ledger.asked_minutes if ledger is not None and ledger.asked_minutes else None
