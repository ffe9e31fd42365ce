"""From fragments to posts in one picture: the same hours twice, by the member who asks, then by the post that holds."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

import streamlit as st

from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.domain.kept_posts import KeptPosts
from gems.domain.words import Words, counted
from ui.web.components.grid_data import member_colours
from ui.web.here import Here
from ui.web.panels.post_cards import look, year_hours
from ui.web.record_words import label_of

MEMBERS = Words("{n} adhérent", "{n} member"), Words("{n} adhérents", "{n} members")
POSTS = Words("{n} temps plein", "{n} full-time post"), Words("{n} temps pleins", "{n} full-time posts")


@dataclass(frozen=True, slots=True)
class Fragment:
    """Hours of one member in one post."""

    member_id: str
    """Empty when the group no longer has what was asked."""
    post_id: str
    """Empty: no post holds them."""
    minutes: int
    """Of the year."""


def fragments(group: Group, kept: KeptPosts) -> list[Fragment]:
    """All hours of a scenario, those of the greatest member first."""
    held = [Fragment(member, post.id, minutes) for post in kept.posts for member, minutes in post.shares.items()]
    left = Counter[str]()
    for one in kept.remainders:
        request = group.request.get(one.request_id)
        left[request.member_id if request is not None else ""] += one.minutes
    found = held + [Fragment(member, "", minutes) for member, minutes in left.items()]
    asked = _by_member(found)
    return sorted(found, key=lambda one: (-asked[one.member_id], one.member_id))


def picture(visit: Here, group: Group, kept: KeptPosts) -> None:
    """Two bars of the same length, and who is who."""
    found = fragments(group, kept)
    total, left = sum(one.minutes for one in found), sum(one.minutes for one in found if not one.post_id)
    if not kept.posts or not total:
        return
    draw = _Drawing(visit, group)
    order = {post.id: place for place, post in enumerate(kept.posts)} | {"": len(kept.posts)}
    by_post = sorted(found, key=lambda one: order[one.post_id])
    members = {one.member_id for one in found}
    told = visit.say(
        "fragments.told",
        asked=year_hours(total),
        members=counted(len(members), *MEMBERS),
        posts=counted(len(kept.posts), *POSTS),
        left=year_hours(left),
    )
    st.html(
        f'<figure class="gems-fragments"><figcaption>{escape(visit.say("fragments.title"))}</figcaption>'
        f'<div role="img" aria-label="{escape(told)}">'
        f"{draw.bar('fragments.asked', found, lambda one: one.member_id, named=False)}"
        f"{draw.bar('fragments.held', by_post, lambda one: one.post_id, named=True)}</div>"
        f'<ul class="shares">{draw.legend(found)}</ul></figure>'
    )


class _Drawing:
    """The parts of the picture, in a visitor's language."""

    def __init__(self, visit: Here, group: Group) -> None:
        self._visit, self._group = visit, group
        self._colours = member_colours([member.id for member in group.members])

    def bar(self, title: str, found: Iterable[Fragment], block_of: Callable[[Fragment], str], *, named: bool) -> str:
        """One bar; fragments of the same block touch each other, and its name stands under it."""
        blocks: dict[str, list[Fragment]] = {}
        for one in found:
            blocks.setdefault(block_of(one), []).append(one)
        drawn = "".join(
            self._block(block, (name or self._visit.say("fragments.left")) if named else "")
            for name, block in blocks.items()
        )
        return f'<span>{escape(self._visit.say(title))}</span><div class="bar">{drawn}</div>'

    def _block(self, block: list[Fragment], name: str) -> str:
        pieces = "".join(self._piece(one) for one in block)
        under = f"<small>{escape(name)}</small>" if name else ""
        return f'<div style="flex-grow: {sum(one.minutes for one in block)}"><p>{pieces}</p>{under}</div>'

    def _piece(self, one: Fragment) -> str:
        said = " · ".join((self._name(one.member_id), one.post_id or self._visit.say("fragments.left")))
        kind = "" if one.post_id else ' class="left"'
        colour = look(self._colours, one.member_id)
        title = escape(f"{said} · {year_hours(one.minutes)}")
        return f'<i{kind}{colour} style="flex-grow: {one.minutes}" title="{title}"></i>'

    def legend(self, found: Iterable[Fragment]) -> str:
        """Each member with its hours."""
        return "".join(self._named(member, minutes) for member, minutes in _by_member(found).items())

    def _named(self, member_id: str, minutes: int) -> str:
        said = f"{self._name(member_id)} {year_hours(minutes)}"
        return f'<li{look(self._colours, member_id)}><span class="dot"></span>{escape(said)}</li>'

    def _name(self, member_id: str) -> str:
        if not member_id:
            return self._visit.say("fragments.gone")
        return label_of(self._group, Kind.MEMBER, member_id, self._visit.language)


def _by_member(found: Iterable[Fragment]) -> Counter[str]:
    """Minutes of the year, in the order of the members."""
    asked = Counter[str]()
    for one in found:
        asked[one.member_id] += one.minutes
    return asked
