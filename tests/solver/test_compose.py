"""Composing posts: equal to trying everything on tiny years; every post legal, alone, for the product's own planner."""

import time
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations
from random import Random

import pytest

from gems.domain.composition import ComposeQuestion, Kind, Post, Terms
from gems.domain.hiring import WEEKLY
from gems.domain.proposal_of_posts import Proposal
from gems.domain.requests import FixedSlot, Recurrence, Request, Window
from gems.domain.schedule import Assignment
from gems.domain.typical import typical_fortnight
from gems.domain.year import year_mondays
from gems.planning.compose.asking import question_of
from gems.planning.compose.composing import compose
from gems.planning.compose.judging import own_problem, stands_alone, violations
from gems.planning.compose.sheets import sheet_of
from gems.planning.ports import PlanOptions
from sample_data import generate
from solver.compose.bound import DEMAND, Sums, bound
from solver.compose.composer import FragmentComposer
from solver.compose.further import further
from solver.compose.improve import Builder
from solver.compose.kinds import Possible
from solver.compose.taken import Taken
from solver.compose.yard import Yard
from solver.master import INFINITE
from solver.planner import ExactPlanner
from tests.rules.group import group as made

MONDAYS = year_mondays(2027)[:12]
OPTIONS = PlanOptions(time_limit_seconds=20.0, deterministic=True)
SITES = {"E": "EHPAD", "F": "FOYER", "G": "FOYER", "M": "MAIRIE"}


def tiny_year(seed: int, pieces: int = 4) -> ComposeQuestion:
    """A few recurring half days at three members; a post is two to four half days a week."""
    draw = Random(f"compose/{seed}")
    days = draw.sample([(day, half) for day in range(6) for half in (8, 13)], pieces)
    requests = tuple(_request(draw, number, day, hour) for number, (day, hour) in enumerate(days))
    of = made(employees=(), requests=requests)
    terms = Terms(
        members_most=draw.choice((1, 2, 4)),
        commute_minutes=draw.choice((10, 40)),
        year_minutes=12 * draw.choice((420, 480, 600)),
        reference_minutes=12 * 480,
        closing_per_mille=draw.choice((50, 150, 250)),
        low=draw.choice((200, 240)),
        high=draw.choice((480, 720)),
    )
    return ComposeQuestion(fortnight=typical_fortnight(of, tuple(MONDAYS)), terms=terms)


def _request(draw: Random, number: int, day: int, hour: int) -> Request:
    site = draw.choice(tuple(SITES))
    return Request(
        id=f"R{number}",
        member_id=SITES[site],
        site_id=site,
        qualification=draw.choice(("caregiver", "aes")),
        label="besoin",
        demand=FixedSlot(start_clock=hour * 60, end_clock=hour * 60 + draw.choice((180, 240, 270))),
        recurrence=Recurrence(weekdays=frozenset((day,)), first_day=MONDAYS[0]),
    )


def _kinds(question: ComposeQuestion) -> Iterator[tuple[str, str]]:
    of = question.fortnight.group
    return ((job, home) for job in of.qualification for home in sorted({site.commune for site in of.sites}))


def most_by_trying_all(question: ComposeQuestion) -> int:
    """The most minutes of the year: every set of pieces that the checker accepts as a post, packed in every way."""
    missions = tuple(question.fortnight.mission.values())
    half = [frozenset(chosen) for size in range(1, 8) for chosen in combinations(range(len(missions)), size)]
    posts = {chosen: worth for chosen in half if (worth := _worth(question, chosen)) is not None}

    @cache
    def best(free: frozenset[int]) -> int:
        return max((worth + best(free - chosen) for chosen, worth in posts.items() if chosen <= free), default=0)

    return best(frozenset(range(len(missions))))


def _worth(question: ComposeQuestion, chosen: frozenset[int]) -> int | None:
    """Minutes of the year that these pieces are as one post; None when nobody could hold them."""
    fortnight, terms = question.fortnight, question.terms
    missions = [tuple(fortnight.mission.values())[index] for index in sorted(chosen)]
    members = tuple(sorted({mission.request.member_id for mission in missions}))
    rough = sum(mission.slots[0].minutes * fortnight.times(mission) for mission in missions)
    if len(members) > terms.members_most or not terms.least_year * 0.7 <= rough <= terms.most_year:
        return None
    for job, home in _kinds(question):
        pieces = tuple(
            Assignment(
                start=mission.slots[0].start,
                end=mission.slots[0].end,
                employee_id="P",
                site_id=mission.request.site_id,
                qualification=mission.request.qualification,
                mission_id=mission.id,
            )
            for mission in sorted(missions, key=lambda one: one.slots[0])
        )
        post = Post(id="P", kind=Kind(job=job, home=home, members=members), pieces=pieces)
        if not violations(question, post):
            sheet = sheet_of(question, post)
            weeks = (*sheet.weeks, *sheet.holiday_weeks)
            closes = terms.least_year <= sheet.placed + sheet.driving <= terms.most_year
            return sheet.placed if closes and all(terms.low <= week <= terms.high for week in weeks) else None
    return None


YEARS = [(1, 4), (3, 4), (4, 4)]
"""One where no post is possible, one that makes a post, one where much is tried in vain."""
LONG = [pytest.param(*year, marks=pytest.mark.long) for year in ((0, 4), (2, 4), *((seed, 5) for seed in range(100)))]


@pytest.mark.parametrize(("seed", "pieces"), [*YEARS, *LONG])
def test_tiny_years_equal_trying_all(seed: int, pieces: int) -> None:
    question = tiny_year(seed, pieces)
    answer, most = FragmentComposer().compose(question, OPTIONS), most_by_trying_all(question)
    assert answer.placed_minutes == most
    assert answer.bound_minutes == most
    assert bound(Possible(question)) >= most


@pytest.mark.parametrize("seed", [0, 1, 3, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(4, 60))])
def test_what_is_proven_left_makes_no_post(seed: int) -> None:
    """With the posts proposed and with none, every way of putting pieces together is tried."""
    question = tiny_year(seed)
    possible = Possible(question)
    builder = Builder(possible, OPTIONS, time.monotonic() + 20, lambda: False, lambda _: None)
    missions = tuple(question.fortnight.mission.values())
    for exact in (False, True):
        if exact:
            builder.exact()
        proven = further(builder, time.monotonic() + 20)
        held = {piece.mission_id for post in builder.best for piece in post.pieces}
        left = [index for index, mission in enumerate(missions) if mission.id not in held]
        for size in range(1, len(left) + 1):
            for chosen in combinations(left, size):
                if any(missions[index].request.id in proven for index in chosen):
                    assert _worth(question, frozenset(chosen)) is None
        assert proven == {mission.request.id for mission in missions}, "a tiny year is proven whole"


def test_some_tiny_years_make_posts() -> None:
    made_posts = [len(FragmentComposer().compose(tiny_year(seed), OPTIONS).posts) for seed in range(4)]
    assert max(made_posts) >= 1


@pytest.fixture(scope="module")
def composed() -> tuple[ComposeQuestion, Proposal]:
    """A year of the small sample, and the posts found for it."""
    question = question_of(generate("small", 1, year=2027), year_mondays(2027))
    return question, compose(question, FragmentComposer(), PlanOptions(time_limit_seconds=6.0))


def test_every_rule_of_one_post_grows_with_the_posts_added_up(composed: tuple[ComposeQuestion, Proposal]) -> None:
    """A row of one person left as it is would let many posts share what is each one's: the bound would be too low."""
    possible = Possible(composed[0])
    yard = Yard(possible.question, possible.widest, Taken())
    rows = Sums(yard, 100).rows
    own = [row for row in rows if row.rule not in DEMAND and {abs(row.lower), abs(row.upper)} - {0, INFINITE}]
    assert not own
    assert any(row.rule == "fortnight_rest" for row in rows)


def test_each_post_stands_alone(composed: tuple[ComposeQuestion, Proposal]) -> None:
    question, proposal = composed
    assert proposal.posts
    assert proposal.placed_minutes <= proposal.bound_minutes <= proposal.asked_minutes
    for sheet in proposal.posts[:3]:
        result = ExactPlanner().plan(own_problem(question, sheet.post), PlanOptions(time_limit_seconds=5.0))
        assert result.schedule is not None
        assert stands_alone(question, sheet.post, result.schedule)
        less = replace(result.schedule, assignments=result.schedule.assignments[1:])
        assert not stands_alone(question, sheet.post, less)
    assert not stands_alone(question, proposal.posts[0].post, None)
    taken = [piece.mission_id for sheet in proposal.posts for piece in sheet.post.pieces]
    fixed = [mission for mission in taken if mission and mission.count("/") > 1]
    assert len(fixed) == len(set(fixed))


def test_the_year_closes_and_leavers_are_told(composed: tuple[ComposeQuestion, Proposal]) -> None:
    question, proposal = composed
    for sheet in proposal.posts:
        assert abs(sheet.closing - question.terms.reference_minutes) <= question.terms.reference_minutes * 2 // 100
        assert sum(share.minutes for share in sheet.shares) == sheet.placed
    whole = {sheet.post.id for sheet in proposal.posts if len(sheet.shares) == 1}
    broken = {post for leaving in proposal.leaving for post in leaving.broken}
    assert whole <= broken
    assert WEEKLY == 35 * 60


@pytest.mark.parametrize(("visit", "posts"), [(None, 1), ("Lever", 0)])
def test_nobody_is_two_people_of_one_visit(visit: str | None, posts: int) -> None:
    """Four hours for two people each weekday: one post holds both one after the other, unless they come at once."""
    asked = replace(
        _request(Random(0), 1, 0, 8),
        demand=Window(start_clock=480, end_clock=1020, minutes=240, headcount=2),
        recurrence=Recurrence(weekdays=frozenset(range(5)), first_day=MONDAYS[0]),
        visit=visit,
    )
    year = len(MONDAYS) * 2100
    terms = Terms(
        members_most=1,
        commute_minutes=60,
        year_minutes=year,
        reference_minutes=year,
        closing_per_mille=150,
        low=1800,
        high=2400,
    )
    of = typical_fortnight(made(employees=(), requests=(asked,)), tuple(MONDAYS))
    proposal = compose(ComposeQuestion(fortnight=of, terms=terms), FragmentComposer(), OPTIONS)
    assert len(proposal.posts) == posts
