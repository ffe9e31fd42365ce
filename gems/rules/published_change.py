"""Changes to a published schedule, dearer the later they are told."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from gems.domain.life import NoticeBand
from gems.domain.prices import Prices
from gems.domain.schedule import Assignment
from gems.domain.time import day_of, monday_of
from gems.domain.words import Words
from gems.rules.roster import Roster
from gems.rules.statement import Charge, Rule, RuleInfo, RuleKind, Unit

INFO = RuleInfo(
    name="published_change",
    kind=RuleKind.PRICED,
    unit=Unit.TIMES,
    title=Words("Changements au planning publié", "Changes to the published schedule"),
    says=Words(
        "Dans une semaine publiée, chaque intervention retirée à une personne ou ajoutée a un prix, plus fort à "
        "l'approche du jour ; les mêmes heures dans un autre lieu coûtent moins. Ce qu'une absence empêche ne coûte "
        "rien.",
        "In a published week each piece of work taken from a person or added has a price, higher as the day comes "
        "near; the same hours in another place cost less. What an absence prevents costs nothing.",
    ),
    prices=(
        "published_change.early",
        "published_change.short",
        "published_change.late",
        "published_change.place",
        "published_change.early_days",
        "published_change.short_days",
    ),
)


class What(StrEnum):
    """What happened to published hours."""

    TAKEN = "taken"
    ADDED = "added"
    PLACE = "place"
    """The same hours, elsewhere."""


def charge(roster: Roster) -> Iterator[Charge]:
    """Each change at the price of its notice; the same hours in another place at their own price.

    Notice is counted in days of the calendar from the day of planning to the day the piece begins.
    """
    prices, as_of = roster.problem.prices, roster.problem.as_of
    for piece, what in changes(roster) if as_of is not None else ():
        band = "place" if what is What.PLACE else band_of(prices, (piece.day - day_of(as_of)).days)
        yield Charge(
            rule=INFO.name,
            amount=1,
            cents=prices[f"{INFO.name}.{band}"],
            employee_id=piece.employee_id,
            member_id=roster.group.site[piece.site_id].member_id,
            day=piece.day,
        )


def changes(roster: Roster) -> Iterator[tuple[Assignment, What]]:
    """Person by person: published pieces without one of the same times now, and pieces at times not published.

    A week is published when any piece in it is. A moved piece is one taken and one added. What an absence prevents is
    no change.
    """
    baseline = roster.problem.baseline
    if baseline is None:
        return
    weeks = {monday_of(piece.day) for piece in baseline.published if piece.day in roster.horizon}
    for person in roster.group.employees if weeks else ():
        told = baseline.by_employee.get(person.id, ())
        before = [piece for piece in told if piece.published and piece.day in roster.horizon]
        now = roster.schedule.by_employee.get(person.id, ())
        yield from _taken(roster, before, now)
        known = {piece.span for piece in before}
        for piece in now:
            if piece.span not in known and monday_of(piece.day) in weeks:
                yield piece, What.ADDED


def band_of(prices: Prices, notice_days: int) -> NoticeBand:
    """How late a change is told."""
    if notice_days >= prices["published_change.early_days"]:
        return NoticeBand.EARLY
    return NoticeBand.LATE if notice_days < prices["published_change.short_days"] else NoticeBand.SHORT


def _taken(
    roster: Roster, before: Sequence[Assignment], now: Sequence[Assignment]
) -> Iterator[tuple[Assignment, What]]:
    times = {piece.span for piece in now}
    places = {(piece.span, piece.site_id) for piece in now}
    for piece in before:
        if piece.span not in times:
            if not roster.away(piece.employee_id, piece.span):
                yield piece, What.TAKEN
        elif (piece.span, piece.site_id) not in places:
            yield piece, What.PLACE


RULE = Rule(info=INFO, charge=charge)
