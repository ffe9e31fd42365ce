"""Whom a member knows: people who come to it, or came in the past weeks. No other name is ever shown to it."""

from dataclasses import replace

from gems.access.policy import Role
from gems.domain.life import VersionState
from gems.domain.requests import Request
from gems.planning.office import Doing
from gems.store.work import Work


def is_coordinator(doing: Doing) -> bool:
    """Whether the coordinator acts, for whom every name is known and no closing date binding."""
    return doing.actor.role is Role.COORDINATOR


def own_sites(work: Work, member_id: str) -> frozenset[str]:
    """Ids of the member's places of work."""
    return frozenset(site.id for site in work.group.sites if site.member_id == member_id)


def known_people(doing: Doing, member_id: str) -> frozenset[str]:
    """Ids of those who came in the weeks the history holds, or come in the weeks published since."""
    work = doing.work
    if is_coordinator(doing):
        return frozenset(work.group.employee)
    sites = own_sites(work, member_id)
    known = {face.employee_id for face in work.group.history.faces if face.member_id == member_id and face.minutes}
    for head in work.versions.heads():
        if head.state is VersionState.PUBLISHED:  # closed weeks are in the history
            version = work.versions.find(head.monday, head.number)
            assert version is not None
            known |= {piece.employee_id for piece in version.schedule.assignments if piece.site_id in sites}
    return frozenset(known)


def as_known(request: Request, known: frozenset[str]) -> Request:
    """The request without the people whom the member does not know: the coordinator named those."""
    return replace(request, wanted=request.wanted & known, excluded=request.excluded & known)


def with_others_kept(request: Request, before: Request, known: frozenset[str]) -> Request:
    """What the member wrote, with the people of `before` whom the member could not see."""
    return replace(
        request,
        wanted=request.wanted | (before.wanted - known),
        excluded=request.excluded | (before.excluded - known),
    )
