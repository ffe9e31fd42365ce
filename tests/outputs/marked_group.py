"""A group whose names and ids can be searched in a file: none is part of another, of a word or of a hash."""

from dataclasses import replace

from gems.domain.group import Group
from gems.domain.people import Absence, AbsenceKind
from gems.domain.time import Span
from tests.outputs.given import asking, unfolded

EMPLOYEES, SITES = ("ANA", "BEN", "CLE", "DAN"), ("E", "F", "G", "M")


def marked(kind: str, name: str) -> str:
    """A name that says what it names."""
    return f"[{kind} {name}]"


def told_apart() -> Group:
    """The group with requests, every name and id marked."""
    group = asking()
    return replace(
        group,
        communes=tuple(replace(one, name=marked("commune", one.name)) for one in group.communes),
        members=tuple(
            replace(one, id=marked("member", one.id), name=marked("org", one.id), phone=marked("phone", one.id))
            for one in group.members
        ),
        sites=tuple(
            replace(
                one,
                id=marked("site", one.id),
                name=marked("place", one.id),
                member_id=marked("member", one.member_id),
                commune=marked("commune", one.commune),
            )
            for one in group.sites
        ),
        employees=tuple(
            replace(
                one, id=marked("employee", one.id), name=marked("person", one.id), home=marked("commune", "Aubusson")
            )
            for one in group.employees
        ),
        requests=tuple(
            replace(
                one,
                id=marked("request", one.id),
                label=marked("label", one.id),
                member_id=marked("member", one.member_id),
                site_id=marked("site", one.site_id),
            )
            for one in group.requests
        ),
        absences=tuple(
            Absence(
                id=marked("absence", who),
                employee_id=marked("employee", who),
                kind=AbsenceKind.SICKNESS,
                span=Span(0, 9),
            )
            for who in EMPLOYEES
        ),
    )


GROUP = told_apart()
KINDS = (GROUP.members, GROUP.sites, GROUP.employees, GROUP.requests, GROUP.absences, GROUP.communes)
FIELDS = ("id", "name", "label", "phone")
SECRETS = {str(getattr(one, field)) for kind in KINDS for one in kind for field in FIELDS if hasattr(one, field)}
SECRETS.add(marked("comment", "any"))


def told(feed: bytes) -> set[str]:
    """The marked names and ids that a file holds."""
    text = unfolded(feed)
    return {name for name in SECRETS if name in text}
