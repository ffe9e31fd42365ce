"""What no post holds and why, and the hours to sell for one more post."""

import streamlit as st

from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.domain.kept_posts import KeptPosts, KeptSale
from gems.domain.post_words import selling_days
from gems.domain.words import hours
from ui.web.here import Here
from ui.web.markup import Column, Entry, entries, heading, sentence, table
from ui.web.panels.post_cards import round_hours
from ui.web.record_words import label_of


def left(visit: Here, group: Group, kept: KeptPosts) -> None:
    """First what to do about it."""
    heading(visit.say("left.sell"), level=2)
    if kept.to_sell:
        entries(Entry(title=_sale(visit, group, one), mark="todo") for one in kept.to_sell)
    else:
        sentence(visit.say("left.sell.none"))
    with st.container(key="left"):
        heading(visit.say("left.title"), "" if kept.remainders else visit.say("left.none"), level=2)
        if kept.remainders:
            _table(visit, group, kept)


def _sale(visit: Here, group: Group, one: KeptSale) -> str:
    job = label_of(group, Kind.QUALIFICATION, one.job, visit.language)
    member = label_of(group, Kind.MEMBER, one.member_id, visit.language) if one.member_id else ""
    who = visit.say("left.sell.at", member=member) if member else visit.say("left.sell.new", commune=one.commune)
    return visit.say("left.sell.one", hours=hours(one.weekly_minutes), job=job, who=who, days=selling_days(one.hours))


def _table(visit: Here, group: Group, kept: KeptPosts) -> None:
    rows = []
    for one in kept.remainders:
        request = group.request.get(one.request_id)
        member = label_of(group, Kind.MEMBER, request.member_id, visit.language) if request is not None else ""
        label = request.label if request is not None else one.request_id
        rows.append((member, label, f"{round_hours(one.minutes)} h", one.why[visit.language]))
    table(
        (
            Column(title=visit.say("left.member")),
            Column(title=visit.say("left.request")),
            Column(title=visit.say("left.hours"), figures=True),
            Column(title=visit.say("left.why"), wide=True),
        ),
        rows,
    )
