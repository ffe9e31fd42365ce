"""Compose: a question, a composer's answer, the checker's word on every post, and the proposal to show."""

from gems.domain.composition import ComposeQuestion, ComposeResult
from gems.domain.proposal_of_posts import Proposal
from gems.domain.schedule import Schedule
from gems.planning.build import PlannerDisagreement
from gems.planning.compose.around import leaving, matches
from gems.planning.compose.judging import problem_of
from gems.planning.compose.remaining import remainders
from gems.planning.compose.selling import hours_to_sell
from gems.planning.compose.sheets import sheet_of
from gems.planning.compose.sustainable import refusals
from gems.planning.ports import Composer, OnComposed, PlanOptions, ShouldStop, ignore_posts, never_stop


def compose(
    question: ComposeQuestion,
    composer: Composer,
    options: PlanOptions,
    on_progress: OnComposed = ignore_posts,
    should_stop: ShouldStop = never_stop,
) -> Proposal:
    """Ask, judge, and put everything together; raises PlannerDisagreement."""
    return proposal_of(question, composer.compose(question, options, on_progress, should_stop))


def proposal_of(question: ComposeQuestion, result: ComposeResult) -> Proposal:
    """Judge a composer's answer and describe it; raises PlannerDisagreement."""
    sheets = tuple(sheet_of(question, post) for post in result.posts)
    for sheet in sheets:
        if found := list(refusals(question, sheet)):
            problem = problem_of(question, sheet.post)
            schedule = Schedule(horizon=problem.horizon, assignments=sheet.post.pieces)
            raise PlannerDisagreement(problem, schedule, f"the checker refuses a post: {'; '.join(found[:5])}")
    to_sell = hours_to_sell(question, result.begun)
    return Proposal(
        question=question,
        status=result.status,
        placed_minutes=sum(sheet.placed for sheet in sheets),
        bound_minutes=result.bound_minutes,
        asked_minutes=question.fortnight.asked_minutes,
        posts=sheets,
        remainders=remainders(question, result.posts, to_sell, result.proven_left),
        to_sell=to_sell,
        leaving=leaving(question, sheets),
        matches=matches(question, sheets),
        seconds=result.seconds,
    )
