"""Hours asked and served, member by member, in the weeks that hold for everybody."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from gems.domain.asked import minutes_asked
from gems.domain.group import Group
from gems.domain.life import Version, VersionState
from gems.domain.missions import request_id_of
from gems.domain.requests import Request
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


SiteAndJob = tuple[str, str]
"""Where, and as what."""


def shares_of(group: Group, requests: Iterable[Request], version: Version) -> list[tuple[Request, Share]]:
    """What each of these requests asks in the week of a version, and gets; those that ask nothing are left out.

    Work counts for the request it names; work that names none of them, for requests of its place and job with hours
    missing, in order.
    """
    monday, zone = version.head.monday, group.settings.school_zone
    asked = [(one, minutes) for one in requests if (minutes := minutes_asked(one, monday, zone))]
    known = {request.id for request, _ in asked}
    named, loose = Counter[str](), Counter[SiteAndJob]()
    for piece in version.schedule.assignments:
        request_id = request_id_of(piece.mission_id) if piece.mission_id is not None else None
        if request_id in known:
            named[str(request_id)] += piece.minutes
        else:
            loose[piece.site_id, piece.qualification] += piece.minutes
    found = []
    for request, minutes in asked:
        served, place = min(minutes, named[request.id]), (request.site_id, request.qualification)
        more = min(minutes - served, loose[place])
        loose[place] -= more
        found.append((request, Share(asked=minutes, served=served + more)))
    return found


def total(shares: Iterable[Share]) -> Share:
    """Several together."""
    return sum(shares, Share())


def fairness(group: Group, worked: Worked) -> dict[str, Share]:
    """Each member's share over the past twelve weeks and the weeks published since: what fairness is judged by."""
    found = {member.id: Share() for member in group.members}
    for ledger in group.history.ledgers:
        found[ledger.member_id] = Share(asked=ledger.asked_minutes, served=ledger.served_minutes)
    for monday, head in worked.heads.items():
        version = worked.version(monday) if head.state is VersionState.PUBLISHED else None  # closed: in the ledgers
        for request, share in shares_of(group, group.requests, version) if version is not None else ():
            found[request.member_id] += share
    return found
