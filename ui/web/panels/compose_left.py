"""What no post holds and why, and the hours to sell for one more post."""

from collections.abc import Iterator

import streamlit as st

from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.domain.kept_posts import KeptPosts, KeptRemainder, KeptSale
from gems.domain.post_words import selling_days
from gems.domain.words import hours
from ui.web.here import Here
from ui.web.markup import Entry, entries, heading, sentence
from ui.web.panels.post_cards import year_hours
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
            entries(_by_reason(visit, group, kept))


def _sale(visit: Here, group: Group, one: KeptSale) -> str:
    job = label_of(group, Kind.QUALIFICATION, one.job, visit.language)
    member = label_of(group, Kind.MEMBER, one.member_id, visit.language) if one.member_id else ""
    who = visit.say("left.sell.at", member=member) if member else visit.say("left.sell.new", commune=one.commune)
    return visit.say("left.sell.one", hours=hours(one.weekly_minutes), job=job, who=who, days=selling_days(one.hours))


def _by_reason(visit: Here, group: Group, kept: KeptPosts) -> Iterator[Entry]:
    """Each reason once, with all that it keeps out; the order of the scenario is kept."""
    reasons: dict[str, list[KeptRemainder]] = {}
    for one in kept.remainders:
        reasons.setdefault(one.why[visit.language], []).append(one)
    for why, kept_out in reasons.items():
        total = sum(one.minutes for one in kept_out)
        yield Entry(
            title=why,
            facts=visit.say("left.year", hours=year_hours(total)),
            lines=tuple(_remainder(visit, group, one) for one in kept_out),
        )


def _remainder(visit: Here, group: Group, one: KeptRemainder) -> str:
    request = group.request.get(one.request_id)
    member = label_of(group, Kind.MEMBER, request.member_id, visit.language) if request is not None else ""
    label = request.label if request is not None else one.request_id
    return " · ".join(said for said in (member, label, year_hours(one.minutes)) if said)
