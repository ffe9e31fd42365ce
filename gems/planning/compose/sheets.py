"""Proposed posts in figures."""

from collections import Counter

from gems.domain.composition import ComposeQuestion, Post
from gems.domain.duty import Duty, duties_of
from gems.domain.group import Group
from gems.domain.proposal_of_posts import PostSheet, Share
from gems.domain.schedule import Schedule
from gems.domain.typical import WEEKS, TypicalFortnight, school_only
from gems.planning.compose.judging import problem_of
from gems.prices.load import prices
from gems.rules.law import law_of
from gems.rules.roster import Roster

FULL_COST, KILOMETRE = "unplaced_hours.minute", "mileage.km"
"""Prices of the list: what a minute paid costs the group, charges included; a kilometre where no agreement sets it."""


def sheet_of(question: ComposeQuestion, post: Post) -> PostSheet:
    """All figures of a post."""
    problem = problem_of(question, post)
    group, fortnight, terms = problem.group, question.fortnight, question.terms
    duties = duties_of(group, post.pieces)
    placed = placed_minutes(fortnight, post)
    driving = sum(duty.travel_minutes * _most_times(fortnight, duty) for duty in duties)
    km = sum(duty.km * _most_times(fortnight, duty) for duty in duties)
    closing = placed + driving - (terms.year_minutes - terms.reference_minutes)
    price = prices(group.settings.profile)
    rate = law_of(group.settings.agreement).figure("mileage", fortnight.first)
    roster = Roster(problem, Schedule(horizon=problem.horizon, assignments=post.pieces))
    weeks = tuple(roster.week_minutes(post.id, monday) or 0 for monday in problem.horizon.mondays)
    return PostSheet(
        post=post,
        jobs=_jobs(post),
        weeks=weeks,
        holiday_weeks=tuple(minutes - _school(fortnight, post, week) for week, minutes in enumerate(weeks)),
        placed=placed,
        driving=driving,
        closing=closing,
        km=km,
        commute=max(group.commute(post.id, piece.site_id).minutes for piece in post.pieces),
        cents=closing * price[FULL_COST] + km * (rate.value if rate is not None else price[KILOMETRE]),
        shares=shares_of(group, fortnight, post),
    )


def placed_minutes(fortnight: TypicalFortnight, post: Post) -> int:
    """Minutes of the year that a post works at members."""
    return sum(piece.minutes * fortnight.times(fortnight.mission[piece.mission_id or ""]) for piece in post.pieces)


def shares_of(group: Group, fortnight: TypicalFortnight, post: Post) -> tuple[Share, ...]:
    """What each member holds of a post, the largest share first."""
    total = Counter[str]()
    for piece in post.pieces:
        times = fortnight.times(fortnight.mission[piece.mission_id or ""])
        total[group.site[piece.site_id].member_id] += piece.minutes * times
    return tuple(Share(member_id=member, minutes=minutes) for member, minutes in total.most_common())


def _jobs(post: Post) -> tuple[str, ...]:
    others = Counter(piece.qualification for piece in post.pieces if piece.qualification != post.kind.job)
    return (post.kind.job, *(job for job, _ in others.most_common()))


def _most_times(fortnight: TypicalFortnight, duty: Duty) -> int:
    return max(fortnight.times(fortnight.mission[piece.mission_id or ""]) for piece in duty.pieces)


def _school(fortnight: TypicalFortnight, post: Post, week: int) -> int:
    return sum(
        piece.minutes
        for piece in post.pieces
        if (piece.day - fortnight.first).days // 7 == week % WEEKS
        and school_only(fortnight.mission[piece.mission_id or ""].request)
    )
