"""What each member's leaving would do to the posts, and the group's exposure to it."""

import streamlit as st

from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.domain.kept_posts import KeptLeaving, KeptPosts
from gems.domain.words import percent
from ui.web.here import Here
from ui.web.markup import Column, sentence, table
from ui.web.panels.post_cards import round_hours
from ui.web.record_words import label_of


def leaving(visit: Here, group: Group, kept: KeptPosts) -> None:
    """One member chosen, in a sentence; then all, the most exposed first."""
    sentence(visit.say("leaving.about"))
    names = {one.member_id: label_of(group, Kind.MEMBER, one.member_id, visit.language) for one in kept.leaving}
    if not names:
        return
    picked = st.selectbox(
        visit.say("leaving.pick"), list(names), format_func=names.__getitem__, placeholder="", key="leaver", width=420
    )
    sentence(_said(visit, kept, names[picked], next(one for one in kept.leaving if one.member_id == picked)))
    total = sum(post.placed for post in kept.posts) or 1
    table(
        (
            Column(title=visit.say("left.member")),
            Column(title=visit.say("leaving.share"), figures=True),
            Column(title=visit.say("leaving.broken"), wide=True),
            Column(title=visit.say("leaving.touched"), wide=True),
        ),
        [
            (
                names[one.member_id],
                percent(one.minutes / total)[visit.language],
                ", ".join(one.broken) or "–",
                ", ".join(one.touched) or "–",
            )
            for one in kept.leaving
        ],
    )


def _said(visit: Here, kept: KeptPosts, member: str, one: KeptLeaving) -> str:
    hours = round_hours(one.minutes)
    if not one.broken:
        return visit.say("leaving.holds", member=member, hours=hours)
    ids = ", ".join(one.broken)
    return visit.say("leaving.breaks", member=member, n=len(one.broken), posts=len(kept.posts), ids=ids, hours=hours)
