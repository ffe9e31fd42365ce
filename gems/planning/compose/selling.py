"""Hours to sell: for a post only begun, hours of the week that make a post of it, tried on the checker before told."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gems.domain.composition import ComposeQuestion, Post
from gems.domain.group import Group
from gems.domain.members import Member, Site
from gems.domain.proposal_of_posts import PostSheet, ToSell, WeeklyHours
from gems.domain.requests import FixedSlot, Recurrence, Request, Season
from gems.domain.schedule import Assignment
from gems.domain.time import clock_of
from gems.domain.typical import TypicalFortnight
from gems.planning.compose.judging import violations
from gems.planning.compose.sheets import sheet_of
from gems.planning.compose.sustainable import refusals

SOLD = "sold"
"""The id of the imagined request, site and member."""
STEP = 15
"""Hours are sold by the quarter."""
LONGEST = 360
"""Minutes sold in one go on a day: beyond, a break would have to be agreed."""
OPENS, CLOSES, MORNING = 7 * 60, 20 * 60, 9 * 60
WORKDAYS = range(5)
DAYS_MORE, ROUNDS = 2, 3
"""Weekdays tried beyond the fewest; times that hours are added for the public holidays that take some off."""
PAUSES = (STEP, 30, 60)
"""Minutes between what the post does and the hours sold: a drive, a break, a meal."""


def hours_to_sell(question: ComposeQuestion, begun: Sequence[Post]) -> tuple[ToSell, ...]:
    """For each post only begun the fewest hours found that close it, fewest first; left out when none is accepted."""
    found = [sale for post in begun if (sale := _sale(question, post)) is not None]
    return tuple(sorted(found, key=lambda one: (one.weekly_minutes, one.post.id)))


def _sale(question: ComposeQuestion, post: Post) -> ToSell | None:
    sheet, terms = sheet_of(question, post), question.terms
    least = max(_short(question, sheet), terms.low - min((*sheet.weeks, *sheet.holiday_weeks)), 1)
    fewest = -(-least // LONGEST)
    for days in range(fewest, min(fewest + DAYS_MORE, len(WORKDAYS)) + 1):
        minutes = least
        for _ in range(ROUNDS):
            sale = _placed(question, post, -(-minutes // STEP) * STEP, days)
            if sale is None:
                break
            year, closed = closed_with(question, sale)
            whole = sheet_of(year, closed)
            if not any(refusals(year, whole)):
                return sale
            if (short := _short(year, whole)) <= 0:
                break
            minutes = sale.weekly_minutes + short
    return None


def _short(question: ComposeQuestion, sheet: PostSheet) -> int:
    """Minutes a week that the year lacks."""
    return -(-(question.terms.least_year - sheet.placed - sheet.driving) // len(question.fortnight.mondays))


def _placed(question: ComposeQuestion, post: Post, minutes: int, days: int) -> ToSell | None:
    """So many minutes a week on so many weekdays, those least worked first, where the rules leave room."""
    load = {day: sum(p.minutes for p in post.pieces if p.day.weekday() == day) for day in WORKDAYS}
    sale = _empty(question, post)
    shares = [STEP * (minutes // STEP // days + (number < minutes // STEP % days)) for number in range(days)]
    for weekday in sorted(WORKDAYS, key=lambda day: (load[day], day)):
        if len(sale.hours) == days:
            break
        for hours in _windows(post, weekday, shares[len(sale.hours)]):
            more = _with(sale, hours)
            if not violations(*closed_with(question, more)):
                sale = more
                break
    return sale if len(sale.hours) == days else None


def _windows(post: Post, weekday: int, minutes: int) -> Iterator[WeeklyHours]:
    """Hours of a weekday when the post is free both weeks: from nine, after or before what it does then."""
    busy = [(clock_of(p.start), clock_of(p.start) + p.minutes) for p in post.pieces if p.day.weekday() == weekday]
    starts = [MORNING, *(end for _, end in busy), *(start - minutes for start, _ in busy)]
    for pause in PAUSES:
        starts += [end + pause for _, end in busy] + [start - minutes - pause for start, _ in busy]
    for start in dict.fromkeys(starts):
        end = start + minutes
        if start >= OPENS and end <= CLOSES and all(end <= begin or start >= until for begin, until in busy):
            yield WeeklyHours(weekday=weekday, start_clock=start, end_clock=end)


def _empty(question: ComposeQuestion, post: Post) -> ToSell:
    group = question.fortnight.group
    most = max(post.pieces, key=lambda piece: (group.site[piece.site_id].commune == post.kind.home, piece.minutes))
    site = group.site[most.site_id]
    full = len({group.site[piece.site_id].member_id for piece in post.pieces}) >= question.terms.members_most
    return ToSell(
        post=post,
        weekly_minutes=0,
        job=post.kind.job,
        commune=site.commune,
        hours=(),
        member_id=site.member_id if full else None,
    )


def _with(sale: ToSell, more: WeeklyHours) -> ToSell:
    hours = tuple(sorted((*sale.hours, more), key=lambda one: one.weekday))
    minutes = sum(one.end_clock - one.start_clock for one in hours)
    return replace(sale, hours=hours, weekly_minutes=minutes)


def _buyer(question: ComposeQuestion, sale: ToSell) -> tuple[Group, Site]:
    """The group with the imagined member, if it takes one, and the place where the hours are sold."""
    group = question.fortnight.group
    if sale.member_id is not None:
        return group, next(s for s in group.sites if (s.member_id, s.commune) == (sale.member_id, sale.commune))
    site = Site(id=SOLD, member_id=SOLD, name=SOLD, commune=sale.commune)
    members = (*group.members, Member(id=SOLD, name=SOLD))
    return replace(group, members=members, sites=(*group.sites, site)), site


def _asked(question: ComposeQuestion, sale: ToSell, site: Site) -> Iterator[Request]:
    for number, hours in enumerate(sale.hours):
        yield Request(
            id=f"{SOLD}{number}",
            member_id=site.member_id,
            site_id=site.id,
            qualification=sale.job,
            label=SOLD,
            demand=FixedSlot(start_clock=hours.start_clock, end_clock=hours.end_clock),
            recurrence=Recurrence(
                weekdays=frozenset({hours.weekday}),
                first_day=question.fortnight.mondays[0],
                season=Season.NOT_PUBLIC_HOLIDAYS,
            ),
        )


def closed_with(question: ComposeQuestion, sale: ToSell) -> tuple[ComposeQuestion, Post]:
    """The year in which the post's requests and these hours are asked, and the post that holds the hours too."""
    fortnight, post = question.fortnight, sale.post
    group, site = _buyer(question, sale)
    held = {fortnight.mission[piece.mission_id or ""].request.id for piece in post.pieces}
    asked = tuple(_asked(question, sale, site))
    requests = (*(request for request in group.requests if request.id in held), *asked)
    group = replace(group, requests=requests)
    year = TypicalFortnight(group=group, first=fortnight.first, mondays=fortnight.mondays)
    sold = [
        Assignment(
            start=mission.slots[0].start,
            end=mission.slots[0].end,
            employee_id=post.id,
            site_id=site.id,
            qualification=sale.job,
            mission_id=mission.id,
        )
        for mission in year.mission.values()
        if mission.request in asked
    ]
    members = tuple(sorted({*post.kind.members, site.member_id}))
    pieces = tuple(sorted((*post.pieces, *sold), key=lambda piece: piece.span))
    closed = replace(post, kind=replace(post.kind, members=members), pieces=pieces, whole=True)
    return replace(question, fortnight=year), closed
