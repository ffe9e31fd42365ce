"""The group's data as the coordinator keeps it: one record at a time, never over somebody else's change."""

from collections import Counter
from dataclasses import replace
from typing import Any

from gems.access.policy import Act
from gems.domain.group import Group, Settings
from gems.domain.issues import Issue, Kind
from gems.domain.life import Deadlines
from gems.domain.records import PLACES, Record, by_key, records_of, with_records
from gems.domain.schedule import Schedule
from gems.domain.validation import faults
from gems.domain.words import Words, same
from gems.planning.office import Declined, Doing, Faulty, Overtaken, use_case
from gems.prices.load import PROFILES
from gems.rules.catalogue import DEROGABLE
from gems.rules.law import AGREEMENTS
from gems.store.at_work import people_at_work, sites_at_work
from gems.store.work import Work

KIND_WORDS = {
    Kind.SETTINGS: Words("réglages", "settings"),
    Kind.COMMUNE: Words("commune", "town"),
    Kind.MEMBER: Words("adhérent", "member"),
    Kind.SITE: Words("lieu", "site"),
    Kind.QUALIFICATION: Words("métier", "job"),
    Kind.STAND_IN: Words("remplacement entre métiers", "stand-in"),
    Kind.EMPLOYEE: Words("salarié", "employee"),
    Kind.ABSENCE: Words("absence", "absence"),
    Kind.WISH: Words("souhait", "wish"),
    Kind.ROSTER_TERM: Words("clause de roulement", "roster term"),
    Kind.REQUEST: Words("demande", "request"),
    Kind.ON_CALL: Words("astreinte", "on-call period"),
    Kind.DEROGATION: Words("dérogation", "derogation"),
    Kind.TRAVEL: Words("trajet", "drive"),
    Kind.WEEK_DONE: Words("semaine faite", "week done"),
    Kind.YEAR_DONE: Words("compteur de l'année", "counter of the year"),
    Kind.KNOWN_FACE: Words("personne connue d'un adhérent", "person known to a member"),
    Kind.MEMBER_LEDGER: Words("compte d'un adhérent", "member's ledger"),
}
"""What each kind of record is called."""
CHANGED_MEANWHILE = Words(
    "Quelqu'un a modifié cette fiche entre-temps : rien n'a été enregistré. Regardez ce qu'elle dit maintenant.",
    "Somebody has changed this record meanwhile: nothing was saved. Look at what it says now.",
)
TAKEN = Words(
    "L'identifiant « {key} » est déjà pris : donnez-en un autre.", "The identifier “{key}” is taken: give another one."
)
KEPT_ID = Words(
    "L'identifiant d'une fiche ne change pas : ajoutez-en une autre.",
    "The identifier of a record does not change: add another one.",
)
REQUESTS_APART = Words(
    "Une demande s'écrit dans la page des demandes, au nom de l'adhérent.",
    "A request is written on the page of requests, in the member's name.",
)
PERSON_AT_WORK = Words(
    "{name} figure dans des plannings : mettez plutôt une date de fin au contrat.",
    "{name} appears in schedules: give the contract an end date instead.",
)
SITE_AT_WORK = Words(
    "Le lieu « {name} » figure dans des plannings : il ne peut plus être supprimé. Mettez fin à ses demandes.",
    "The site “{name}” appears in schedules: it can no longer be removed. End its requests instead.",
)
LONGEST_DEADLINE = 90
"""Days before a week."""
DEADLINES_ORDER = Words(
    "Les demandes ferment d'abord, puis viennent les réponses, puis la publication ; au plus {most} jours avant.",
    "Requests close first, then answers come, then publication; at most {most} days before.",
).fill(most=LONGEST_DEADLINE)


@use_case(Act.SEE_GROUP)
def see_group(doing: Doing) -> Group:
    """Everything entered; of the requests, those that are planned."""
    return doing.work.group


@use_case(Act.SEE_GROUP)
def deadlines(doing: Doing) -> Deadlines:
    """How many days before a week things are due."""
    return doing.work.records.deadlines()


@use_case(Act.EDIT_GROUP, writes=True)
def add_record(doing: Doing, *, kind: Kind, record: Record) -> None:
    """Add a record at the end of its kind. Raises Declined when its identifier is taken, Faulty."""
    key = PLACES[kind].key(record)
    if key in by_key(doing.work.group, kind):
        raise Declined(TAKEN.fill(key=_named(key)))
    after = (*records_of(doing.work.group, kind), record)
    _put(doing, kind, after, key, Words("ajout · {kind} : {key}", "added · {kind}: {key}"))


@use_case(Act.EDIT_GROUP, writes=True)
def save_record(doing: Doing, *, kind: Kind, before: Record, after: Record) -> None:
    """Replace a record as it was seen. Raises Overtaken when it no longer is, Faulty for faults it brings."""
    place = PLACES[kind]
    key = _as_seen(doing.work, kind, before)
    if place.key(after) != key:
        raise Declined(KEPT_ID)
    records = tuple(after if place.key(one) == key else one for one in records_of(doing.work.group, kind))
    _put(doing, kind, records, key, Words("modification · {kind} : {key}", "changed · {kind}: {key}"))


@use_case(Act.EDIT_GROUP, writes=True)
def remove_record(doing: Doing, *, kind: Kind, before: Record) -> None:
    """Remove a record as it was seen. Raises Overtaken, Declined when schedules need it, Faulty when records do."""
    place, key = PLACES[kind], _as_seen(doing.work, kind, before)
    records = tuple(one for one in records_of(doing.work.group, kind) if place.key(one) != key)
    _put(doing, kind, records, key, Words("suppression · {kind} : {key}", "removed · {kind}: {key}"))


@use_case(Act.EDIT_GROUP, writes=True)
def save_settings(doing: Doing, *, before: Settings, after: Settings) -> None:
    """Replace the settings as they were seen. Raises Overtaken, Faulty."""
    group = doing.work.group
    if group.settings != before:
        raise Overtaken(CHANGED_MEANWHILE, before=before, current=group.settings)
    check_new_faults(group, replace(group, settings=after))
    doing.work.records.put_settings(after)
    doing.note(Act.EDIT_GROUP, after.name, Words("réglages modifiés", "settings changed"))


@use_case(Act.EDIT_GROUP, writes=True)
def save_deadlines(doing: Doing, *, before: Deadlines, after: Deadlines) -> None:
    """Replace the deadlines as they were seen. Raises Overtaken, Declined."""
    current = doing.work.records.deadlines()
    if current != before:
        raise Overtaken(CHANGED_MEANWHILE, before=before, current=current)
    if not 0 <= after.publish_days <= after.answers_days <= after.requests_days <= LONGEST_DEADLINE:
        raise Declined(DEADLINES_ORDER)
    doing.work.records.put_deadlines(after)
    said = Words(
        f"demandes {after.requests_days} j, réponses {after.answers_days} j, publication {after.publish_days} j avant",
        f"requests {after.requests_days} d, answers {after.answers_days} d, publication {after.publish_days} d before",
    )
    doing.note(Act.EDIT_GROUP, doing.work.group.settings.name, said)


def lasting(work: Work, after: Group) -> tuple[Words, ...]:
    """What the change to this group would remove although schedules refer to it, in words."""
    before = work.group
    people = people_at_work(work) - set(after.employee)
    places = sites_at_work(work) - set(after.site)
    return (
        *(PERSON_AT_WORK.fill(name=before.employee[one].name) for one in before.employee if one in people),
        *(SITE_AT_WORK.fill(name=before.site[one].name) for one in before.site if one in places),
    )


def check_faults(group: Group, schedule: Schedule | None = None) -> None:
    """Raise Faulty with every fault of a whole group, and of a schedule."""
    if found := _faults(group, schedule):
        raise Faulty(found)


def check_new_faults(before: Group, after: Group) -> None:
    """Raise Faulty for the faults that a change brings; those that were there already stop nobody."""
    known = Counter(_told(issue) for issue in _faults(before)) if (found := _faults(after)) else Counter[Any]()
    fresh = []
    for issue in found:
        if known[_told(issue)]:
            known[_told(issue)] -= 1
        else:
            fresh.append(issue)
    if fresh:
        raise Faulty(tuple(fresh))


def _faults(group: Group, schedule: Schedule | None = None) -> tuple[Issue, ...]:
    return faults(group, schedule, agreements=AGREEMENTS, profiles=tuple(PROFILES), rules=DEROGABLE)


def _told(issue: Issue) -> tuple[Kind, str, Words]:
    """A fault without its place, which moves when a record above goes."""
    return issue.kind, issue.field, issue.wrong


def _as_seen(work: Work, kind: Kind, before: Record) -> tuple[Any, ...]:
    key = PLACES[kind].key(before)
    current = by_key(work.group, kind).get(key)
    if current != before:
        raise Overtaken(CHANGED_MEANWHILE, before=before, current=current)
    return key


def _put(doing: Doing, kind: Kind, records: tuple[Record, ...], key: tuple[Any, ...], said: Words) -> None:
    if kind is Kind.REQUEST:
        raise Declined(REQUESTS_APART)
    work, after = doing.work, with_records(doing.work.group, kind, records)
    if needed := lasting(work, after):
        raise Declined(needed[0])
    check_new_faults(work.group, after)
    work.records.put(kind, records)
    doing.note(Act.EDIT_GROUP, _named(key), said.fill(kind=KIND_WORDS[kind], key=same(_named(key))))


def _named(key: tuple[Any, ...]) -> str:
    return " · ".join(str(part) for part in key)
