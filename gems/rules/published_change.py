"""Changes to a published schedule, dearer the later they are told."""

from collections.abc import Iterator, Sequence
from datetime import date

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


def charge(roster: Roster) -> Iterator[Charge]:
    """Person by person: published pieces without one of the same times now, and pieces at times not published.

    Notice is counted in days of the calendar from the day of planning to the day the piece begins. A week is published
    when any piece in it is. A moved piece is one taken and one added.
    """
    baseline = roster.problem.baseline
    if baseline is None or roster.problem.as_of is None:
        return
    today = day_of(roster.problem.as_of)
    published = [piece for piece in baseline.published if piece.day in roster.horizon]
    weeks = {monday_of(piece.day) for piece in published}
    for person in roster.group.employees:
        before = [piece for piece in published if piece.employee_id == person.id]
        now = roster.schedule.by_employee.get(person.id, ())
        yield from _taken(roster, today, before, now)
        known = {piece.span for piece in before}
        for piece in now:
            if piece.span not in known and monday_of(piece.day) in weeks:
                yield _change(roster, piece, _notice_price(roster, today, piece.day))


def _taken(roster: Roster, today: date, before: Sequence[Assignment], now: Sequence[Assignment]) -> Iterator[Charge]:
    times = {piece.span for piece in now}
    places = {(piece.span, piece.site_id) for piece in now}
    for piece in before:
        if piece.span not in times:
            if not roster.away(piece.employee_id, piece.span):
                yield _change(roster, piece, _notice_price(roster, today, piece.day))
        elif (piece.span, piece.site_id) not in places:
            yield _change(roster, piece, roster.problem.prices["published_change.place"])


def _notice_price(roster: Roster, today: date, day: date) -> int:
    prices, notice = roster.problem.prices, (day - today).days
    if notice >= prices["published_change.early_days"]:
        return prices["published_change.early"]
    late = notice < prices["published_change.short_days"]
    return prices["published_change.late" if late else "published_change.short"]


def _change(roster: Roster, piece: Assignment, cents: int) -> Charge:
    return Charge(
        rule=INFO.name,
        amount=1,
        cents=cents,
        employee_id=piece.employee_id,
        member_id=roster.group.site[piece.site_id].member_id,
        day=piece.day,
    )


RULE = Rule(info=INFO, charge=charge)
