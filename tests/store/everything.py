"""A database with something in every table, and all that the product reads back from it as plain values."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from gems.domain.issues import Kind
from gems.domain.life import (
    Answer,
    AnswerKind,
    Change,
    ChangeKind,
    Deadlines,
    Deed,
    NoticeBand,
    Refusal,
    RequestState,
    Side,
    VersionState,
    piece_key,
)
from gems.domain.scenario import Scenario, ScenarioHead
from gems.domain.schedule import Schedule
from gems.domain.words import Words
from gems.store.accounts import NewAccount
from gems.store.desk import Desk, reading_desk, writing_desk
from gems.store.jobs import JobKind, JobState
from gems.store.record_changes import RecordChange
from gems.store.store import Store
from gems.store.work import Work
from sample_data import generate, planted_weeks
from tests.store.put import new_group
from tests.workbook.small_group import GROUP, REPORT, SCHEDULE

MONDAY = SCHEDULE.horizon.first
WORDS = Words("Semaine publiée « à temps »", "Week published in time")


def fill(store: Store) -> None:
    """Two groups: one with a record of each kind and a week lived through, one of a common size with a draft."""
    lived, drafted = new_group(store, GROUP), new_group(store, generate("small"))
    with store.write(lived) as work:
        _live(work)
    with store.write(drafted) as work:
        work.versions.add(planted_weeks("small"), by="Noé", profile="least_travel", prices={})
        work.records.put(Kind.REQUEST, work.group.requests[1:])
    with writing_desk(store) as desk:
        _receive(desk, lived)


def _live(work: Work) -> None:
    """A version replaced by another, answered, published, changed, refused; a next one edited by hand."""
    versions, life, now = work.versions, work.life, work.now
    first = versions.add(SCHEDULE, by="Léa", profile="balanced", prices={"heure": 1250}, report=REPORT)
    first = versions.move(versions.move(first, VersionState.PROPOSED), VersionState.PUBLISHED)
    piece, other, *rest = SCHEDULE.assignments
    answer = Answer(
        side=Side.MEMBER,
        who="M01",
        piece=piece_key(piece),
        kind=AnswerKind.OBJECT,
        reason="Fermé",
        wish="Mardi",
        at=now,
    )
    life.put_answer(MONDAY, first.number, answer)
    life.put_answer(MONDAY, first.number, replace(answer, side=Side.EMPLOYEE, who="S01", kind=AnswerKind.AGREE))
    fewer = Schedule(horizon=SCHEDULE.horizon, assignments=(other, *rest))
    second = versions.add(fewer, by="Léa", profile="balanced", prices={}, based_on=first.number, comment="sans lundi")
    versions.move(first, VersionState.REPLACED)
    versions.move(versions.move(second, VersionState.PROPOSED), VersionState.PUBLISHED)
    gone = {"employee_id": piece.employee_id, "piece": piece_key(piece), "day": piece.day, "at": now}
    gone |= {"band": NoticeBand.SHORT}
    life.add_changes(
        [Change(monday=MONDAY, number=second.number, kind=ChangeKind.REMOVED, notice_days=5, **gone)]  # type: ignore[arg-type]
    )
    life.add_refusal(Refusal(**gone))  # type: ignore[arg-type]
    life.set_requests_close(MONDAY, date(2026, 11, 10))
    work.records.put_deadlines(Deadlines(requests_days=20))
    third = versions.add(fewer, by="Léa", profile="balanced", prices={}, based_on=second.number)
    versions.log_edit(third, (other,), (replace(other, comment="à la porte"),), WORDS, written(work))
    work.jobs.start("job-1", MONDAY, by="Léa", server="A")
    work.jobs.end("job-1", JobState.DONE, WORDS, number=third.number)
    work.jobs.start("job-2", MONDAY, by="Léa", server="A")
    work.jobs.start("job-3", MONDAY, by="Léa", server="A", kind=JobKind.COMPOSING)
    head = ScenarioHead(
        id="kept", name="Avec l’école", made_by="Léa", made_at=now,
        posts=2, asked_minutes=240_000, placed_minutes=200_000, bound_minutes=210_000,
    )  # fmt: skip
    work.scenarios.add(Scenario(head=head, contents={"posts": [{"id": "P1"}, {"id": "P2"}]}))
    work.trail.add(Deed(at=now, who="Léa", role="coordinator", act="publish_week", subject="semaine 48", words=WORDS))
    row = work.requests.rows()[0]
    work.requests.save(replace(row, request=replace(row.request, id="brouillon"), state=RequestState.DRAFT))


def written(work: Work) -> tuple[RecordChange, ...]:
    """A request changed and a derogation opened by the same change of the week, and a person's contract."""
    group = work.group
    asked, person = group.requests[0], group.employees[0]
    opened = group.derogations[0]
    return (
        RecordChange(kind=Kind.REQUEST, before=asked, after=replace(asked, label="autre"), state=RequestState.SENT),
        RecordChange(kind=Kind.DEROGATION, before=None, after=opened),
        RecordChange(kind=Kind.EMPLOYEE, before=person, after=replace(person, name="autre")),
    )


def _receive(desk: Desk, group_id: int) -> None:
    """People of each role, who came in by each way."""
    accounts, keys, now = desk.accounts, desk.keys, desk.now
    lea = accounts.add(group_id, NewAccount(login="lea@example.org", name="Léa", role="coordinator"), now)
    accounts.set_password(lea, "$argon2id$…", must_change=False)
    camille = NewAccount(login="camille", name="Camille", role="employee", employee_id="S01", language="en")
    person = accounts.add(group_id, camille, now)
    accounts.add(group_id, NewAccount(login="mairie", name="Mairie", role="member", member_id="M01"), now)
    keys.add_link("hash-1", person, "sign_in", now=now, expires_at=now + 86_400)
    keys.add_link("hash-2", person, "calendar", now=now, expires_at=None)
    keys.open_session("hash-3", lea, link_id=None, now=now, expires_at=now + 60)
    keys.set_first_code("hash-4", now + 60)
    desk.attempts.add("hash-5", now)


def told(store: Store) -> Any:
    """Everything the product reads, as it would be written in JSON. What only lasts a moment is left out."""
    groups = {}
    for number, _ in store.groups():
        with store.read(number) as work:
            groups[str(number)] = _group(work)
    with reading_desk(store) as desk:
        accounts = [account for number, _ in store.groups() for account in desk.accounts.of_group(number)]
        people = [
            {
                "account": account,
                "secret": desk.accounts.password_hash(account.id),
                "links": desk.keys.links_of(account.id),
            }
            for account in accounts
        ]
        return json.loads(json.dumps(plain({"groups": groups, "people": people}), ensure_ascii=False))


def _group(work: Work) -> dict[str, Any]:
    heads = work.versions.heads()
    return {
        "group": work.group,
        "deadlines": work.records.deadlines(),
        "requests": work.requests.rows(),
        "versions": [work.versions.find(head.monday, head.number) for head in heads],
        "prices": [work.versions.prices(head.monday, head.number) for head in heads],
        "edits": [work.versions.edits(head.monday, head.number) for head in heads],
        "answers": [work.life.answers(head.monday, head.number) for head in heads],
        "changes": work.life.changes(),
        "refusals": work.life.refusals(),
        "closing": work.life.requests_close(MONDAY),
        "deeds": work.trail.deeds(),
        "jobs": work.jobs.recent(),
        "composings": work.jobs.recent(JobKind.COMPOSING),
        "scenarios": [work.scenarios.find(head.id) for head in work.scenarios.heads()],
    }


def plain(value: Any) -> Any:
    """Values of the domain as JSON knows them."""
    if is_dataclass(value):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(found) for key, found in value.items()}
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    if isinstance(value, frozenset):
        return sorted(map(plain, value))
    return value.isoformat() if isinstance(value, date) else value


def holds(wanted: Any, found: Any) -> bool:
    """Whether everything wanted is found: fields that came later may stand beside."""
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(key in found and holds(one, found[key]) for key, one in wanted.items())
    if isinstance(wanted, list):
        return isinstance(found, list) and len(found) == len(wanted) and all(map(holds, wanted, found))
    return bool(wanted == found)
