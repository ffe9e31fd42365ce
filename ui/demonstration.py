"""A demonstration: a fictitious group in a database of its own, its week planned, posts proposed, one person a role."""

import secrets
from collections import Counter
from dataclasses import dataclass

from gems.access.accounts import house
from gems.access.policy import Actor, Role
from gems.access.sign_in import choose_password, sign_in
from gems.domain.group import Group
from gems.domain.proposal_of_posts import Proposal
from gems.domain.schedule import Assignment, Schedule
from gems.planning.accounts import add_account
from gems.planning.build import Built
from gems.planning.compose.facts import proposal_facts
from gems.planning.compose.scenarios import keep_scenario
from gems.planning.group_import import import_group, preview_import
from gems.planning.office import Office
from gems.planning.week.build import keep_build, start_build
from gems.store.store import Store, wall_clock

PASSWORD = "une-semaine-en-creuse"
"""Of every account of a demonstration, where everything is invented and served on this machine only."""
BEFORE, NOW = "2026-11-06T08:00", "2026-11-06T09:00"
"""When it is furnished, and when its planning clock then stands still: before requests of the sample week close."""

SCENARIO = "L'année à venir"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody to sign in as."""

    login: str
    name: str
    role: Role
    member_id: str | None = None
    employee_id: str | None = None


def furnish(store: Store, group: Group, built: Built | None = None) -> tuple[int, tuple[Person, ...]]:
    """Put the group, its plan as a first draft, and one account a role into a new group of the store."""
    group_id = store.add_group(group.settings)
    office, actor = Office(store), house(group_id)
    seen = preview_import(office, actor, group=group).revision
    import_group(office, actor, group=group, schedule=None, seen_revision=seen)
    if built is not None and built.schedule is not None:
        _keep(office, actor, built)
    people = cast(group, built.schedule if built is not None else None)
    for person in people:
        open_account(office, actor, person)
    return group_id, people


def keep_posts(store: Store, group_id: int, proposal: Proposal) -> None:
    """Put proposed posts on the shelf of scenarios, for the screen that composes."""
    id, contents = secrets.token_urlsafe(16), proposal_facts(proposal)
    keep_scenario(Office(store), house(group_id), scenario_id=id, name=SCENARIO, contents=contents)


def cast(group: Group, schedule: Schedule | None) -> tuple[Person, ...]:
    """Coordination, the member most work is planned at, the person most often there, and the board."""
    at = Counter((group.site[piece.site_id].member_id, piece.employee_id) for piece in _pieces(schedule))
    busiest = Counter[str]()
    for (member_id, _), times in at.items():
        busiest[member_id] += times
    member_id = busiest.most_common(1)[0][0] if busiest else group.members[0].id
    there = [employee_id for (place, employee_id), _ in at.most_common() if place == member_id]
    employee_id = there[0] if there else group.employees[0].id
    return (
        Person(login="coordination@exemple.fr", name="Camille Aubert", role=Role.COORDINATOR),
        Person(login="adherent@exemple.fr", name=group.member[member_id].name, role=Role.MEMBER, member_id=member_id),
        Person(
            login="salarie@exemple.fr",
            name=group.employee[employee_id].name,
            role=Role.EMPLOYEE,
            employee_id=employee_id,
        ),
        Person(login="conseil@exemple.fr", name="Dominique Marchand", role=Role.BOARD),
    )


def _pieces(schedule: Schedule | None) -> tuple[Assignment, ...]:
    return schedule.assignments if schedule is not None else ()


def _keep(office: Office, actor: Actor, built: Built) -> None:
    job_id = secrets.token_urlsafe(16)
    monday = built.problem.horizon.first
    start_build(office, actor, monday=monday, profile=built.report.profile, job_id=job_id, server="demo")
    keep_build(office, actor, job_id=job_id, built=built)


def open_account(office: Office, actor: Actor, person: Person) -> None:
    """Have somebody sign in with the password of all demonstrations."""
    opened = add_account(
        office,
        actor,
        login=person.login,
        name=person.name,
        role=person.role,
        member_id=person.member_id,
        employee_id=person.employee_id,
    )
    assert opened.temporary_password is not None
    now = wall_clock()
    signed = sign_in(office.store, person.login, opened.temporary_password, origin="127.0.0.1", now=now)
    choose_password(office.store, signed.token, PASSWORD, now=now)
