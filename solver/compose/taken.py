"""What posts hold already of what is asked, and what is left of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gems.domain.composition import ComposeQuestion, Post
from gems.domain.missions import Need
from gems.domain.requests import Volume


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What other posts hold already: missions, and minutes and days of volumes."""

    missions: frozenset[str] = frozenset()
    minutes: Mapping[str, int] = field(default_factory=dict)
    days: Mapping[str, int] = field(default_factory=dict)


NOTHING = Taken()


def taken_by(question: ComposeQuestion, posts: Sequence[Post]) -> Taken:
    """All that these posts hold. A need that wants one person is held whole by whoever holds a piece of it."""
    need_of = question.fortnight.need_of
    missions, minutes, days = set[str](), Counter[str](), Counter[str]()
    for post in posts:
        for piece in post.pieces:
            need = need_of[piece.mission_id or ""]
            missions.add(piece.mission_id or "")
            if need.same_person:
                missions.update(mission.id for mission in need.missions)
            minutes[need.id] += piece.minutes
            days[need.id] += 1
    return Taken(missions=frozenset(missions), minutes=minutes, days=days)


def left_of(question: ComposeQuestion, taken: Taken) -> dict[str, tuple[Need, int]]:
    """Needs that are not whole, with the minutes of the fortnight left."""
    found = {}
    for need in question.fortnight.needs:
        if isinstance(need.request.demand, Volume):
            left = need.minutes - taken.minutes.get(need.id, 0)
        else:
            left = sum(m.slots[0].minutes for m in need.missions if m.id not in taken.missions)
        if left > 0:
            found[need.id] = (need, left)
    return found
