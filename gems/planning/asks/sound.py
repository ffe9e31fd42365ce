"""Whether a request makes sense, judged with nothing but what its member may know: a fault's words name no one else."""

from collections.abc import Iterator
from dataclasses import replace

from gems.domain.group import Group
from gems.domain.history import History
from gems.domain.issues import Issue, Kind
from gems.domain.requests import Request
from gems.domain.typed import is_readable
from gems.domain.validation import faults
from gems.domain.words import Words
from gems.planning.office import Faulty

LONGEST_LABEL = 120
"""Characters: the coordinator reads it in a line."""
WRONG_LABEL = Words("Le nom de la demande ne peut pas être gardé ainsi.", "The request cannot be called that.")
SHORTER = Words(
    f"Donnez un nom d'au plus {LONGEST_LABEL} caractères, tous visibles, sur une ligne.",
    f"Give a name of at most {LONGEST_LABEL} characters, all visible, on one line.",
)


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
        roster_terms=(),
        on_calls=(),
        derogations=(),
        travel=(),
        history=History(),
    )
    found = (*_of_label(request), *(issue for issue in faults(theirs) if issue.kind is Kind.REQUEST))
    if found:
        raise Faulty(found)


def _of_label(request: Request) -> Iterator[Issue]:
    label = request.label
    if len(label) > LONGEST_LABEL or not is_readable(label) or "\n" in label:
        yield Issue(kind=Kind.REQUEST, index=0, field="label", wrong=WRONG_LABEL, fix=SHORTER)
