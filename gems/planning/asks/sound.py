"""Whether a request makes sense, judged with nothing but what its member may know: a fault's words name no one else."""

from dataclasses import replace

from gems.domain.group import Group
from gems.domain.history import History
from gems.domain.issues import Kind
from gems.domain.requests import Request
from gems.domain.validation import faults
from gems.planning.office import Faulty


def check_request(group: Group, request: Request, known: frozenset[str]) -> None:
    """Raise Faulty for a request that cannot be planned, or that names a place or people its member does not know."""
    theirs = replace(
        group,
        members=tuple(member for member in group.members if member.id == request.member_id),
        sites=tuple(site for site in group.sites if site.member_id == request.member_id),
        employees=tuple(person for person in group.employees if person.id in known),
        requests=(request,),
        absences=(),
        wishes=(),
        on_calls=(),
        derogations=(),
        travel=(),
        history=History(),
    )
    found = tuple(issue for issue in faults(theirs) if issue.kind is Kind.REQUEST)
    if found:
        raise Faulty(found)
