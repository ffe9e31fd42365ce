"""What could be opened on the side of people: a contract with one more member, a derogation, a hire."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from gems.domain.issues import Kind
from gems.domain.missions import Mission, Need
from gems.domain.people import Contract, ContractKind, Derogation, Employee, HeldQualification
from gems.domain.problem import Problem
from gems.domain.words import Words, hours
from gems.domain.words import day as day_words
from gems.planning.asks.parts import new_id
from gems.planning.explain.amounts import amount_words
from gems.planning.explain.unlocks import Put, Unlock, UnlockKind
from gems.planning.week.saying import person_name
from gems.rules.catalogue import DEROGABLE, rule_named
from gems.rules.law import law_of
from gems.rules.statement import Violation

CONTRACT = Words("ajouter {member} au contrat de {person}", "add {member} to {person}'s contract")
DEROGATION = Words(
    "ouvrir une dérogation pour {person} le {day} : {title}, {limit}",
    "open a derogation for {person} on {day}: {title}, {limit}",
)
REASON = Words("Servir {label} le {day}", "Serve {label} on {day}")
HIRE = Words(
    "recruter une personne : {job}, à {town}, {hours} par semaine", "hire a person: {job}, in {town}, {hours} a week"
)
HIRED = Words("Recrutement", "Hire")
PART_TIME = 24 * 60
"""Minutes a week: the least of a part-time contract without the person's asking (L3123-27)."""
WEEKS_WORKED = 45.7
"""Weeks of a full year's 1 607 h at 35 h."""
MOST_MEMBERS = 4


def all_contracts(problem: Problem, need: Need) -> Problem:
    """As if everybody had the member in their contract: to see at once whom it would help."""
    member_id = need.request.member_id
    people = tuple(
        replace(one, contract=replace(one.contract, member_ids=one.contract.member_ids | {member_id}))
        for one in problem.group.employees
    )
    return replace(problem, group=replace(problem.group, employees=people))


def contract(problem: Problem, need: Need, employee_id: str) -> Unlock:
    """One more member in a person's contract."""
    person, member_id = problem.group.employee[employee_id], need.request.member_id
    signed = replace(person.contract, member_ids=person.contract.member_ids | {member_id})
    return Unlock(
        kind=UnlockKind.CONTRACT,
        words=CONTRACT.fill(member=problem.group.member[member_id].name, person=person.name),
        puts=(Put(kind=Kind.EMPLOYEE, record=replace(person, contract=signed), seen=person),),
        need_id=need.id,
        employee_id=employee_id,
    )


def derogations(problem: Problem, need: Need, mission: Mission, found: Violation) -> Iterator[Unlock]:
    """The least exception that lifts what blocks a person, within the outer limit of the text; none where it has none.

    A second one may still be needed: the checker says so when it is tried.
    """
    opened = least_derogation(problem, found, mission.day)
    if opened is None:
        return
    info, day = rule_named(found.rule).info, day_words(mission.day)
    person = person_name(problem.group, opened.employee_id or "")
    words = DEROGATION.fill(person=person, day=day, title=info.title, limit=amount_words(opened.limit, info.unit))
    reason = REASON.fill(label=need.request.label, day=day).fr
    yield Unlock(
        kind=UnlockKind.DEROGATION,
        words=words,
        puts=(Put(kind=Kind.DEROGATION, record=replace(opened, reason=reason)),),
        need_id=need.id,
        employee_id=opened.employee_id,
    )


def least_derogation(problem: Problem, found: Violation, day: date) -> Derogation | None:
    """The least exception that a violation asks for, never beyond the outer limit; None where the text has none."""
    person = problem.group.employee.get(found.employee_id or "")
    if found.rule not in DEROGABLE or person is None:
        return None
    info = rule_named(found.rule).info
    figure = law_of(problem.group.settings.agreement).figure(info.figures[0], day)
    if figure is None or figure.outer is None:
        return None
    further = 1 if figure.outer > figure.value else -1
    low, high = sorted((figure.value, figure.outer))
    return Derogation(
        id=new_id("D", [row.id for row in problem.group.derogations]),
        rule=info.figures[0],
        employee_id=person.id,
        first_day=min(found.days, default=day),
        last_day=max(found.days, default=day),
        limit=min(max(figure.value + further * found.amount, low), high),
        reason=info.title.fr,
    )


def hire(problem: Problem, need: Need) -> Unlock:
    """Somebody more, of the job asked, living where it is asked, on the least part-time contract."""
    group, request = problem.group, need.request
    town, job = group.site[request.site_id].commune, group.qualification[request.qualification]
    person = Employee(
        id=new_id("E", list(group.employee)),
        name=HIRED.fr,
        home=town,
        qualifications=(HeldQualification(code=request.qualification),),
        contract=Contract(
            kind=ContractKind.PART_TIME,
            weekly_minutes=PART_TIME,
            annual_minutes=round(PART_TIME * WEEKS_WORKED),
            first_day=problem.horizon.first - timedelta(days=1),
            member_ids=_users(problem, need),
        ),
    )
    words = HIRE.fill(job=Words(job.name_fr, job.name_en), town=town, hours=hours(PART_TIME))
    return Unlock(
        kind=UnlockKind.HIRE,
        words=words,
        puts=(Put(kind=Kind.EMPLOYEE, record=person),),
        need_id=need.id,
        employee_id=person.id,
    )


def _users(problem: Problem, need: Need) -> frozenset[str]:
    """The member that asks, and the nearest others that ask for the same job."""
    group, here = problem.group, need.request.site_id
    near: dict[str, int] = {}
    for other in problem.needs:
        if other.request.qualification == need.request.qualification:
            minutes = group.drive(here, other.request.site_id).minutes
            near[other.request.member_id] = min(minutes, near.get(other.request.member_id, minutes))
    ranked = sorted(near, key=lambda member_id: (member_id != need.request.member_id, near[member_id], member_id))
    return frozenset(ranked[:MOST_MEMBERS])
