"""A group some weeks into its life, with something private in every corner, and the people who use it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from gems.access.policy import Actor, Role
from gems.domain.group import Group
from gems.domain.life import (
    Answer,
    AnswerKind,
    Change,
    ChangeKind,
    Deed,
    NoticeBand,
    Refusal,
    RequestState,
    Side,
    VersionHead,
    VersionState,
    piece_key,
)
from gems.domain.scenario import Scenario, ScenarioHead
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Stamp
from gems.domain.words import same
from gems.prices.load import prices
from gems.store.accounts import NewAccount
from gems.store.desk import writing_desk
from gems.store.jobs import JobKind, JobState
from gems.store.store import Store
from gems.store.work import Work
from sample_data import generate, planted_weeks
from tests.security.marks import Marked, Marks, marked
from tests.security.weeks import astray, at_monday, commented, given, shuffled, with_pieces
from tests.store.put import new_group

WEEK = timedelta(weeks=1)
PUBLISHED = date(2026, 11, 23)
"""The samples' week: published, published again with a change, and taken up in a draft."""
PROPOSED, DRAFTED, RUNNING = PUBLISHED + WEEK, PUBLISHED + 2 * WEEK, PUBLISHED + 3 * WEEK
OVER = PUBLISHED - 4 * WEEK
"""Worked and not closed yet."""
MONDAYS = (OVER, PUBLISHED - WEEK, PUBLISHED, PROPOSED, DRAFTED, RUNNING)
NOBODYS = "nobodys-id"
FAR: Stamp = 4_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Lived:
    """One group of a database, and what is in it."""

    number: int
    group: Group
    marks: Marks
    accounts: Mapping[str, int]
    """Number of each account, by its role or by whose it is."""
    links: Mapping[str, int]
    """Number of the link of each of those that have one."""
    told: Mapping[date, tuple[Schedule, ...]]
    """By week, the work that people were told of: published once, or proposed now."""
    drafted: Schedule
    """Of the week that nobody was told of."""
    revision: int
    """Of the group's data."""

    def actor(self, role: Role, of: str | None = None, name: str = "") -> Actor:
        """Somebody of this group; `of`: the id of their member or employee."""
        number = self.accounts.get(of or role, self.accounts[role])
        return Actor(
            account_id=number,
            group_id=self.number,
            name=name or self.marks.mark("account", of or role),
            role=role,
            member_id=of if role is Role.MEMBER else None,
            employee_id=of if role is Role.EMPLOYEE else None,
        )


def lived(store: Store, sample: str, marks: Marks, ids: Marks | None = None) -> Lived:
    """A sample group with marks, put in a store and led through some weeks."""
    found = marked(generate(sample), planted_weeks(sample), marks, ids)
    number = new_group(store, found.group)
    with store.write(number) as work:
        told, drafted = _live(work, found, marks)
    accounts, links = _come_in(store, number, found.group, marks)
    with store.read(number) as work:
        revision = work.records.revision
    return Lived(
        number=number,
        group=found.group,
        marks=marks,
        accounts=accounts,
        links=links,
        told=told,
        drafted=drafted,
        revision=revision,
    )


# --- The weeks -------------------------------------------------------------------------------------------


def _live(work: Work, found: Marked, marks: Marks) -> tuple[dict[date, tuple[Schedule, ...]], Schedule]:
    everybody = [one.id for one in found.group.employees]
    week = astray(commented(found.schedule, marks), found.group)
    over = at_monday(week, OVER)
    _keep(work, over, marks, VersionState.PROPOSED, VersionState.PUBLISHED)
    first = _keep(work, week, marks, VersionState.PROPOSED, VersionState.PUBLISHED)
    again = with_pieces(week, lambda place, one: None if place == 0 else given(one, everybody) if place == 1 else one)
    work.versions.move(first, VersionState.REPLACED)
    second = _keep(work, again, marks, VersionState.PROPOSED, VersionState.PUBLISHED)
    _count(work, second, week.assignments[0])
    _keep(work, shuffled(again, everybody), marks)
    proposed = at_monday(again, PROPOSED)
    _answer(work, _keep(work, proposed, marks, VersionState.PROPOSED), proposed, marks)
    drafted = shuffled(at_monday(week, DRAFTED), everybody)
    head, after = _keep(work, drafted, marks), drafted.assignments[0]
    before = replace(after, comment=marks.text("comment", "hand"))
    work.versions.log_edit(head, (before,), (after,), same(marks.text("edit", "1")))
    _around(work, marks)
    return {OVER: (over,), PUBLISHED: (week, again), PROPOSED: (proposed,)}, drafted


def _keep(work: Work, schedule: Schedule, marks: Marks, *states: VersionState) -> VersionHead:
    number = str(len(work.versions.heads()))
    head = work.versions.add(
        schedule,
        by=marks.text("made by", number),
        profile="balanced",
        prices=dict(prices("balanced").cents),
        comment=marks.text("version comment", number),
    )
    for state in states:
        head = work.versions.move(head, state)
    return head


def _count(work: Work, head: VersionHead, piece: Assignment) -> None:
    """A change after publication, and the person's no to it."""
    gone = {"employee_id": piece.employee_id, "piece": piece_key(piece), "day": piece.day, "at": work.now}
    change = Change(
        monday=head.monday, number=head.number, kind=ChangeKind.REMOVED, notice_days=5, band=NoticeBand.SHORT, **gone
    )
    work.life.add_changes([change])
    work.life.add_refusal(Refusal(band=NoticeBand.SHORT, **gone))


def _answer(work: Work, head: VersionHead, schedule: Schedule, marks: Marks) -> None:
    """Some agree, some object with reasons: members to every third piece, people to every fourth."""
    for place, piece in enumerate(schedule.assignments):
        member = work.group.site[piece.site_id].member_id
        for side, who, every in ((Side.MEMBER, member, 3), (Side.EMPLOYEE, piece.employee_id, 4)):
            if place % every < every - 1:
                key, objects = f"{who} {place}", place % every == 0
                answer = Answer(
                    side=side,
                    who=who,
                    piece=piece_key(piece),
                    kind=AnswerKind.OBJECT if objects else AnswerKind.AGREE,
                    reason=marks.text("reason", key) if objects else "",
                    wish=marks.text("answer wish", key) if objects else "",
                    at=work.now,
                )
                work.life.put_answer(head.monday, head.number, answer)


def _around(work: Work, marks: Marks) -> None:
    """Plannings, acts, scenarios, requests in every state."""
    who = marks.text("asked by", "job")
    for number, key in enumerate(("kept", "other")):
        head = ScenarioHead(
            id=marks.mark("scenario", key),
            name=marks.text("scenario name", key),
            made_by=who,
            made_at=work.now + number,
            posts=0,
            asked_minutes=60,
            placed_minutes=0,
            bound_minutes=60,
        )
        sale = {"weekly_minutes": 60, "job": "AIDE", "commune": marks.text("scenario commune", key)}
        contents = {"posts": [], "to_sell": [sale | {"member": None, "hours": []}]}
        work.scenarios.add(Scenario(head=head, contents=contents))
    work.jobs.start(marks.mark("job", "running"), RUNNING, by=who, server="this")
    work.jobs.start(marks.mark("job", "ended"), DRAFTED, by=who, server="this")
    work.jobs.end(marks.mark("job", "ended"), JobState.DONE, same(marks.text("job words", "1")), number=1)
    work.jobs.start(marks.mark("job", "composing"), RUNNING, by=who, server="this", kind=JobKind.COMPOSING)
    words = same(marks.text("deed", "1"))
    deed = Deed(at=work.now, who=who, role="coordinator", act="edit_week", subject=marks.text("deed", "2"), words=words)
    work.trail.add(deed)
    seen = dict.fromkeys(one.request.member_id for one in work.requests.rows())
    for member in seen:
        own = [row for row in work.requests.rows(member)]
        draft = replace(
            own[0].request,
            id=marks.mark("draft", member),
            label=marks.text("draft label", member),
            recurrence=replace(own[0].request.recurrence, first_day=RUNNING + WEEK, last_day=None),
            wanted=frozenset(),
        )
        work.requests.save(replace(own[0], request=draft, state=RequestState.DRAFT))
        gone = replace(draft, id=marks.mark("gone", member), label=marks.text("gone label", member))
        work.requests.save(replace(own[0], request=gone, state=RequestState.WITHDRAWN))


# --- Those who come in -----------------------------------------------------------------------------------


def _come_in(store: Store, number: int, group: Group, marks: Marks) -> tuple[dict[str, int], dict[str, int]]:
    """Accounts of the coordinator, the board, and of the first two members and people, with links and sessions."""
    accounts: dict[str, int] = {}
    links: dict[str, int] = {}
    with writing_desk(store) as desk:
        for role, member, employee in (
            (Role.COORDINATOR, None, None),
            (Role.BOARD, None, None),
            *((Role.MEMBER, one.id, None) for one in group.members[:2]),
            *((Role.EMPLOYEE, None, one.id) for one in group.employees[:2]),
        ):
            key = member or employee or role
            told = NewAccount(
                login=marks.mark("login", key).lower(),
                name=marks.text("account", key),
                role=role,
                member_id=member,
                employee_id=employee,
            )
            accounts[key] = desk.accounts.add(number, told, desk.now)
            accounts.setdefault(role, accounts[key])
            if role in (Role.MEMBER, Role.EMPLOYEE):
                for purpose in ("sign_in", "calendar"):
                    token = marks.mark("token", f"{purpose} {key}")
                    desk.keys.add_link(token, accounts[key], purpose, now=desk.now, expires_at=FAR)
                links[key] = desk.keys.links_of(accounts[key])[0].id
    return accounts, links
