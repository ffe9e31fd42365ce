"""Hours asked and served, member by member, in the weeks that hold for everybody."""

from collections.abc import Iterable
from dataclasses import dataclass

from gems.domain.group import Group
from gems.domain.life import Version, VersionState
from gems.domain.requests import Request
from gems.domain.schedule import Assignment
from gems.planning.asks.outcome import servings
from gems.planning.views.worked import Worked


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


def share_of(group: Group, requests: Iterable[Request], version: Version, sites: frozenset[str]) -> Share:
    """What requests of one member ask in the week of a version, and get at the member's sites."""
    pieces = [piece for piece in version.schedule.assignments if piece.site_id in sites]
    return _share(group, requests, pieces, version)


def shares_of(group: Group, version: Version) -> dict[str, Share]:
    """The same for every member, an entry each."""
    requests: dict[str, list[Request]] = {member.id: [] for member in group.members}
    pieces: dict[str, list[Assignment]] = {member.id: [] for member in group.members}
    for request in group.requests:
        requests[request.member_id].append(request)
    for piece in version.schedule.assignments:
        pieces[group.site[piece.site_id].member_id].append(piece)
    return {member.id: _share(group, requests[member.id], pieces[member.id], version) for member in group.members}


def fairness(group: Group, worked: Worked) -> dict[str, Share]:
    """Each member's share over the past twelve weeks and the weeks published since: what fairness is judged by."""
    found = {member.id: Share() for member in group.members}
    for ledger in group.history.ledgers:
        found[ledger.member_id] = Share(asked=ledger.asked_minutes, served=ledger.served_minutes)
    for monday, head in worked.heads.items():
        version = worked.version(monday) if head.state is VersionState.PUBLISHED else None  # closed: in the ledgers
        if version is not None:
            for member_id, share in shares_of(group, version).items():
                found[member_id] += share
    return found


def _share(group: Group, requests: Iterable[Request], pieces: Iterable[Assignment], version: Version) -> Share:
    found = servings(group, requests, pieces, version.head.monday)
    return Share(
        asked=sum(serving.asked_minutes for serving in found), served=sum(serving.served_minutes for serving in found)
    )
