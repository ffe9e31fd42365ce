"""What each visitor may know of a group's private texts, by the table "who sees what" of docs/security.md."""

from collections.abc import Iterator

from gems.access.policy import Actor, Role
from gems.domain.group import Group
from gems.domain.missions import request_id_of
from gems.domain.schedule import Assignment
from tests.security.lived import Lived
from tests.security.marks import Owner


def may_know(home: Lived, actor: Actor) -> set[Owner]:
    """Every mark that may appear in what this visitor is answered or shown. The coordinator may know all."""
    who = actor.member_id or actor.employee_id
    texts = {Role.MEMBER: _member, Role.EMPLOYEE: _employee}[actor.role](home, actor) if who else ()
    known = {actor.name, *texts}
    return {
        owner
        for owner, mark in home.marks
        if mark in known or (owner[0] in ("reason", "answer wish") and owner[1].split()[0] == who)
    }


def _member(home: Lived, actor: Actor) -> Iterator[str]:
    """Their own; of those who come or have come, the name."""
    group, member = home.group, actor.member_id
    assert member is not None
    yield from (member, group.member[member].name, group.member[member].phone)
    for site in group.sites:
        if site.member_id == member:
            yield from (site.id, site.name, site.commune)
    for request in group.requests:
        if request.member_id == member:
            yield from (request.id, request.label)
    yield from (home.marks.mark(kind, member) for kind in ("draft", "draft label", "gone", "gone label"))
    coming = {piece.employee_id for piece in _told(home) if group.site[piece.site_id].member_id == member}
    known = {face.employee_id for face in group.history.faces if face.member_id == member and face.minutes}
    for person in coming | known:
        yield from (person, group.employee[person].name)


def _employee(home: Lived, actor: Actor) -> Iterator[str]:
    """Their own; of the places they work at, what they need to go there."""
    group, person = home.group, actor.employee_id
    assert person is not None
    yield from (person, group.employee[person].name, group.employee[person].home)
    yield from (wish.id for wish in group.wishes if wish.employee_id == person)
    for piece in _told(home):
        if piece.employee_id == person:
            yield from _place(group, piece)


def _place(group: Group, piece: Assignment) -> Iterator[str]:
    site = group.site[piece.site_id]
    member = group.member[site.member_id]
    yield from (member.id, member.name, member.phone, site.id, site.name, site.commune)
    request = group.request.get(request_id_of(piece.mission_id or "") or "")
    if request is not None:
        yield from (request.id, request.label)


def _told(home: Lived) -> Iterator[Assignment]:
    """Work that people were ever told of: drafts are the coordinator's alone."""
    for schedules in home.told.values():
        for schedule in schedules:
            yield from schedule.assignments
