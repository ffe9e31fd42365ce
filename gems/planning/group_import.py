"""A whole workbook into the store: first what it would change, then all of it or nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from gems.access.policy import Act
from gems.domain.group import Group
from gems.domain.life import VersionState
from gems.domain.problem import Problem
from gems.domain.records import PLACES, Difference, difference, records_of
from gems.domain.schedule import Schedule
from gems.domain.time import Horizon
from gems.domain.words import Words, counted
from gems.planning.group_data import KIND_WORDS, check_faults, lasting
from gems.planning.matching import matched
from gems.planning.office import Declined, Doing, Overtaken, use_case
from gems.planning.week.past import standing_heads
from gems.prices.load import prices
from gems.store.work import Work

MOVED_ON = Words(
    "Les données ont changé depuis l'aperçu : rien n'a été importé. Regardez l'aperçu à nouveau.",
    "The data has changed since the preview: nothing was imported. Look at the preview again.",
)
WEEK_CLOSED = Words(
    "La semaine du {monday} est close : ôtez ses lignes de la feuille « Planning ».",
    "The week of {monday} is closed: take its lines out of the “Schedule” sheet.",
)
ADDED, CHANGED, REMOVED = (
    (Words("{n} ajout", "{n} added"), Words("{n} ajouts", "{n} added")),
    (Words("{n} modification", "{n} changed"), Words("{n} modifications", "{n} changed")),
    (Words("{n} suppression", "{n} removed"), Words("{n} suppressions", "{n} removed")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What an import would do."""

    revision: int
    """Of the data it was compared to: hand it back to import exactly this."""
    differences: tuple[Difference, ...]
    """Kind by kind; those of requests withdraw, they never delete."""
    drafts: tuple[tuple[date, int], ...]
    """The weeks whose schedule becomes a new draft, with the number of pieces of work. Weeks that stand as they are in
    the workbook are left alone; a draft that is open is set aside."""
    impossible: tuple[Words, ...]
    """Why it cannot be imported; empty: it can."""


@use_case(Act.IMPORT_GROUP)
def preview_import(doing: Doing, *, group: Group, schedule: Schedule | None = None) -> Preview:
    """What importing this workbook would add, change and remove. Raises Faulty when it does not hold together."""
    check_faults(group, schedule)
    work = doing.work
    return Preview(
        revision=work.records.revision,
        differences=difference(work.group, group),
        drafts=tuple((one.horizon.first, len(one.assignments)) for one in _new_drafts(work, group, schedule)),
        impossible=_impossible(work, group, schedule),
    )


@use_case(Act.IMPORT_GROUP, writes=True)
def import_group(doing: Doing, *, group: Group, schedule: Schedule | None, seen_revision: int) -> None:
    """Make the group what the workbook says, its schedule a draft for each week: whole, or not at all.

    Raises Overtaken when anything was saved since the preview, Declined, Faulty.
    """
    work = doing.work
    if work.records.revision != seen_revision:
        raise Overtaken(MOVED_ON, before=seen_revision, current=work.records.revision)
    check_faults(group, schedule)
    if needed := _impossible(work, group, schedule):
        raise Declined(Words(" ".join(one.fr for one in needed), " ".join(one.en for one in needed)))
    found, drafts = difference(work.group, group), list(_new_drafts(work, group, schedule))
    if work.group.settings != group.settings:
        work.records.put_settings(group.settings)
    for kind in PLACES:
        work.records.put(kind, records_of(group, kind))
    for week in drafts:
        _add_draft(doing, group, week)
    doing.note(Act.IMPORT_GROUP, group.settings.name, _said(found, [week.horizon.first for week in drafts]))


@use_case(Act.EXPORT_GROUP, writes=True)
def export_group(doing: Doing) -> Group:
    """Everything entered, to write a workbook from; that it left is noted."""
    doing.note(Act.EXPORT_GROUP, doing.work.group.settings.name, Words("classeur exporté", "workbook exported"))
    return doing.work.group


def _new_drafts(work: Work, group: Group, schedule: Schedule | None) -> Iterator[Schedule]:
    """The work of each week that does not stand so already; a piece belongs to the week it begins in."""
    for monday in schedule.horizon.mondays if schedule is not None else ():
        assert schedule is not None
        week = Horizon(monday)
        # "Published" is read off the issued version, and never kept with a piece.
        pieces = tuple(replace(piece, published=False) for piece in schedule.assignments if piece.day in week)
        problem = Problem(group=group, horizon=week, prices=prices(group.settings.profile))
        draft = matched(problem, Schedule(horizon=week, assignments=pieces))  # rows by hand find what they serve
        standing = standing_heads(work.versions.heads(monday)).get(monday)
        known = work.versions.find(monday, standing.number) if standing is not None else None
        if pieces and (known is None or known.schedule != draft):
            yield draft


def _impossible(work: Work, group: Group, schedule: Schedule | None) -> tuple[Words, ...]:
    heads = work.versions.heads()
    closed = {head.monday for head in heads if head.state is VersionState.CLOSED}
    weeks = (week.horizon.first for week in _new_drafts(work, group, schedule))
    return (
        *lasting(work, group),
        *(WEEK_CLOSED.fill(monday=f"{monday:%d/%m/%Y}") for monday in weeks if monday in closed),
    )


def _add_draft(doing: Doing, group: Group, week: Schedule) -> None:
    versions, listed = doing.work.versions, prices(group.settings.profile)
    for head in versions.heads(week.horizon.first):
        if head.state is VersionState.DRAFT:
            versions.move(head, VersionState.REPLACED)
    comment = Words("importé d'un classeur", "imported from a workbook").fr
    versions.add(week, by=doing.actor.name, profile=listed.profile, prices=dict(listed.cents), comment=comment)


def _said(found: tuple[Difference, ...], weeks: list[date]) -> Words:
    parts = [counts(one) for one in found]
    parts += [Words("brouillon du {day}", "draft of {day}").fill(day=f"{monday:%d/%m/%Y}") for monday in weeks]
    parts = parts or [Words("rien n'a changé", "nothing changed")]
    return Words(" ; ".join(part.fr for part in parts), "; ".join(part.en for part in parts))


def counts(one: Difference) -> Words:
    """ "salarié : 2 ajouts, 1 modification"."""
    told = ((ADDED, len(one.added)), (CHANGED, len(one.changed)), (REMOVED, len(one.removed)))
    said = [counted(number, *words) for words, number in told if number]
    kind = KIND_WORDS[one.kind]
    return Words(
        f"{kind.fr} : {', '.join(part.fr for part in said)}", f"{kind.en}: {', '.join(part.en for part in said)}"
    )
