"""Hours asked and served, member by member, in the weeks that hold for everybody."""

from collections.abc import Iterable
from dataclasses import dataclass

from gems.domain.group import Group
from gems.domain.life import Version, VersionState
from gems.domain.requests import Request
from gems.domain.schedule import Assignment
from gems.planning.asks.outcome import Serving, servings
from gems.planning.views.worked import Worked

FEWEST = 5
"""A figure with fewer members or people than this behind it is shown to nobody but the coordinator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Minutes asked, and served."""

    asked: int = 0
    served: int = 0

    @property
    def rate(self) -> float | None:
        """The part of the asked hours that is served; None when nothing is asked."""
        return self.served / self.asked if self.asked else None

    def __add__(self, other: "Share") -> "Share":
        return Share(asked=self.asked + other.asked, served=self.served + other.served)


def share(found: Iterable[Serving]) -> Share:
    """What these servings ask and get together."""
    known = tuple(found)
    return Share(asked=sum(one.asked_minutes for one in known), served=sum(one.served_minutes for one in known))


def member_servings(group: Group, member_id: str, version: Version) -> list[Serving]:
    """How each request of a member stands in the week of a version."""
    sites = {site.id for site in group.sites if site.member_id == member_id}
    requests = [request for request in group.requests if request.member_id == member_id]
    pieces = [piece for piece in version.schedule.assignments if piece.site_id in sites]
    return servings(group, requests, pieces, version.head.monday)


def all_servings(group: Group, version: Version) -> dict[str, list[Serving]]:
    """The same for every member, an entry each."""
    requests: dict[str, list[Request]] = {member.id: [] for member in group.members}
    pieces: dict[str, list[Assignment]] = {member.id: [] for member in group.members}
    for request in group.requests:
        requests[request.member_id].append(request)
    for piece in version.schedule.assignments:
        pieces[group.site[piece.site_id].member_id].append(piece)
    monday = version.head.monday
    return {one.id: servings(group, requests[one.id], pieces[one.id], monday) for one in group.members}


def fairness(group: Group, worked: Worked) -> dict[str, Share]:
    """Each member's share over the past twelve weeks and the weeks published since: what fairness is judged by."""
    found = {member.id: Share() for member in group.members}
    for ledger in group.history.ledgers:
        found[ledger.member_id] = Share(asked=ledger.asked_minutes, served=ledger.served_minutes)
    for monday, head in worked.heads.items():
        version = worked.version(monday) if head.state is VersionState.PUBLISHED else None  # closed: in the ledgers
        if version is not None:
            for member_id, servings_there in all_servings(group, version).items():
                found[member_id] += share(servings_there)
    return found
