"""A version made the one that holds for everybody, with the list of who is told what."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gems.access.policy import Act
from gems.domain.group import Group
from gems.domain.life import Change, NoticeBand, Side, Version, VersionHead, VersionState
from gems.domain.schedule import Assignment, Schedule
from gems.domain.words import Words, counted
from gems.planning.office import Declined, Doing, use_case
from gems.planning.views.standing import issued
from gems.planning.week.asked import Progress, progress_of
from gems.planning.week.compare import Between, Moved, difference_of
from gems.planning.week.edit import seen
from gems.planning.week.notice import noticed
from gems.planning.week.problem import problem_of
from gems.planning.week.propose import Asked, asked_of, require_lawful
from gems.planning.week.readable import require_readable
from gems.planning.week.saying import joined, people_and_members, piece_words, subject_of, version_words
from gems.planning.week.sight import WeekDates, dates_of
from gems.planning.week.steps import Step, version_for
from gems.rules.checker import judge

Party = tuple[Side, str]
"""A member or a person, by id."""

OBJECTED = Words(
    "{n} : changez cette intervention ou obtenez l'accord avant de publier. {pieces}",
    "{n}: change that work or reach an agreement before publishing. {pieces}",
)
OBJECTIONS = (Words("{n} refus", "{n} objection"), Words("{n} refus", "{n} objections"))
UNANSWERED = Words(
    "{people} n'ont pas encore tout accepté : attendez leurs réponses, ou dites pourquoi vous publiez sans elles.",
    "{people} have not agreed to everything yet: wait for their answers, or say why you publish without them.",
)
PUBLISHED = Words(
    "{version} publiée : {people} à prévenir{late}{despite}", "{version} published: {people} to tell{late}{despite}"
)
CHANGED = Words(", {n}", ", {n}")
CHANGES = (
    Words("{n} changement d'horaire publié", "{n} change to published hours"),
    Words("{n} changements d'horaires publiés", "{n} changes to published hours"),
)
DESPITE = Words(" ; sans toutes les réponses : {reason}", "; without every answer: {reason}")
LONGEST_REASON = 500
TOO_LONG = Words("Cette raison dépasse {most} caractères.", "This reason is over {most} characters.")
MOST_SAID = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldOne:
    """One person or member told of the week."""

    side: Side
    id: str
    name: str
    pieces: int
    minutes: int
    """Work at members' places."""
    differences: tuple[Words, ...]
    """What changes for them since the week was last published; nothing on a first publication."""
    changes: Mapping[NoticeBand, int]
    """Changes to a person's published hours, by how late they are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What publishing a version would do."""

    head: VersionHead
    told: tuple[ToldOne, ...]
    """Members, then people; of a week published before, only those something changes for."""
    waiting: tuple[Asked, ...]
    """Those who have not answered everything: publishing then needs a reason."""
    objections: tuple[Words, ...]
    """Each no; publishing waits until there is none."""
    violations: tuple[Words, ...]
    """Rules broken as the data stand now; publishing waits until there is none."""
    changes: Mapping[NoticeBand, int]
    first: bool
    """Whether the week has not been published before."""
    dates: WeekDates
    days_late: int
    """Days beyond the last one to publish in time; 0 when in time."""


@use_case(Act.PUBLISH_WEEK)
def publishing(doing: Doing, *, monday: date, number: int) -> Told:
    """Who would be told what, and what still stands in the way; raises Declined for a version not proposed."""
    _, version = version_for(doing, Step.PUBLISH, monday, number)
    work, group, holds = doing.work, doing.work.group, issued(doing.work, monday)
    progress, problem = progress_of(work, version.head), problem_of(work, version)
    changes = [one.counted(monday, number, work.now) for one in noticed(problem, version.schedule)]
    dates = dates_of(work, monday)
    return Told(
        head=version.head,
        told=_told(group, version.schedule, holds, changes),
        waiting=tuple(one for one in asked_of(group, progress) if one.waiting),
        objections=_objections(group, progress),
        violations=tuple(found.words for found in judge(problem, version.schedule).violations),
        changes=Counter(change.band for change in changes),
        first=holds is None,
        dates=dates,
        days_late=max(0, (doing.today - dates.publish_due).days),
    )


@use_case(Act.PUBLISH_WEEK, writes=True)
def publish(doing: Doing, *, monday: date, number: int, edit: int, despite: str = "") -> VersionHead:
    """Make a proposed version the one that holds; the one published before is replaced, and kept.

    Changes to a person's published hours are counted by their notice. Raises Declined while a rule is broken, while
    somebody objects, or while answers are missing and `despite` gives no reason; Overtaken.
    """
    _, version = version_for(doing, Step.PUBLISH, monday, number)
    seen(doing, version, edit)
    work, group, holds = doing.work, doing.work.group, issued(doing.work, monday)
    progress = progress_of(work, version.head)
    reason = _require_answers(group, progress, despite)
    require_lawful(work, version)
    changes = [one.counted(monday, number, work.now) for one in noticed(problem_of(work, version), version.schedule)]
    work.life.add_changes(changes)
    if holds is not None:
        work.versions.move(holds.head, VersionState.REPLACED)
    head = work.versions.move(version.head, VersionState.PUBLISHED)
    told = Counter(one.side for one in _told(group, version.schedule, holds, changes))
    words = PUBLISHED.fill(
        version=version_words(head),
        people=people_and_members(told[Side.EMPLOYEE], told[Side.MEMBER]),
        late=CHANGED.fill(n=counted(len(changes), *CHANGES)) if changes else "",
        despite=DESPITE.fill(reason=reason) if reason else "",
    )
    doing.note(Act.PUBLISH_WEEK, subject_of(monday, number), words)
    return head


def _require_answers(group: Group, progress: Progress, despite: str) -> str:
    """The reason to publish without every answer, empty when all are there; raises Declined."""
    if objections := _objections(group, progress):
        n, pieces = counted(len(objections), *OBJECTIONS), joined(objections, most=MOST_SAID)
        raise Declined(OBJECTED.fill(n=n, pieces=pieces))
    reason = despite.strip() if progress.waiting else ""
    if len(reason) > LONGEST_REASON:
        raise Declined(TOO_LONG.fill(most=LONGEST_REASON))
    require_readable(reason)
    if progress.waiting and not reason:
        waiting = Counter(side for side, _ in {seat[:2] for seat, _ in progress.waiting})
        people = people_and_members(waiting[Side.EMPLOYEE], waiting[Side.MEMBER])
        raise Declined(UNANSWERED.fill(people=people))
    return reason


def _objections(group: Group, progress: Progress) -> tuple[Words, ...]:
    return tuple(piece_words(group, piece) for _, piece in progress.objections)


def _told(group: Group, schedule: Schedule, holds: Version | None, changes: list[Change]) -> tuple[ToldOne, ...]:
    first = holds is None
    differs = _for_each(group, difference_of(holds.schedule, schedule)) if holds is not None else {}
    own: dict[Party, list[Assignment]] = {}
    for piece in schedule.assignments:
        for party in _parties(group, piece):
            own.setdefault(party, []).append(piece)
    bands: dict[Party, Counter[NoticeBand]] = {}
    for change in changes:
        bands.setdefault((Side.EMPLOYEE, change.employee_id), Counter())[change.band] += 1
    names: dict[Party, str] = {(Side.MEMBER, one.id): one.name for one in group.members}
    names |= {(Side.EMPLOYEE, one.id): one.name for one in group.employees}
    return tuple(
        ToldOne(
            side=party[0],
            id=party[1],
            name=name,
            pieces=len(own.get(party, ())),
            minutes=sum(piece.minutes for piece in own.get(party, ())),
            differences=differs[party].words(group) if party in differs else (),
            changes=bands.get(party, Counter()),
        )
        for party, name in names.items()
        if (party in own if first else party in differs)
    )


def _parties(group: Group, *pieces: Assignment) -> tuple[Party, ...]:
    """Whom pieces of work concern, each once."""
    found = [((Side.MEMBER, group.site[one.site_id].member_id), (Side.EMPLOYEE, one.employee_id)) for one in pieces]
    return tuple(dict.fromkeys(party for both in found for party in both))


def _for_each(group: Group, between: Between) -> dict[Party, Between]:
    """The differences that concern each person and member; work that goes to another person is gone for the first."""
    added: dict[Party, list[Assignment]] = {}
    removed: dict[Party, list[Assignment]] = {}
    moved: dict[Party, list[Moved]] = {}
    for one in between.moved:
        before, after = _parties(group, one.before), _parties(group, one.after)
        for party in dict.fromkeys((*before, *after)):
            if party in before and party in after:
                moved.setdefault(party, []).append(one)
            elif party in after:
                added.setdefault(party, []).append(one.after)
            else:
                removed.setdefault(party, []).append(one.before)
    for side, pieces in ((added, between.added), (removed, between.removed)):
        for piece in pieces:
            for party in _parties(group, piece):
                side.setdefault(party, []).append(piece)
    return {
        party: Between(
            added=tuple(added.get(party, ())), removed=tuple(removed.get(party, ())), moved=tuple(moved.get(party, ()))
        )
        for party in {**added, **removed, **moved}
    }
