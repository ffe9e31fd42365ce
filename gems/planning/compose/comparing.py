"""Two scenarios side by side: what a second one changes, and which posts both hold."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from gems.access.policy import Act
from gems.domain.kept_posts import kept_posts
from gems.domain.scenario import Contents, Scenario, ScenarioHead
from gems.planning.compose.scenarios import known_scenario
from gems.planning.office import Doing, use_case

Sort = tuple[str, tuple[str, ...]]
"""What makes two posts alike: the job, and the members who share it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """A scenario in figures of its year or season."""

    posts: int
    placed_minutes: int
    cents: int
    km: int
    members: int
    """How many share at least one post."""
    hires: int
    """Posts that nobody of the present staff could hold."""
    breaking: int
    """Posts that the leaving of the most exposed member would break."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two scenarios."""

    first: ScenarioHead
    second: ScenarioHead
    of_first: Totals
    of_second: Totals
    common: int
    """Posts of the same job for the same members in both."""


@use_case(Act.COMPOSE_POSTS)
def compare_scenarios(doing: Doing, *, scenario_id: str, other_id: str) -> Comparison:
    """Both in figures. Raises Declined when one is gone."""
    return comparison_of(known_scenario(doing, scenario_id), known_scenario(doing, other_id))


def comparison_of(first: Scenario, second: Scenario) -> Comparison:
    """Both in figures."""
    return Comparison(
        first=first.head,
        second=second.head,
        of_first=totals_of(first.contents),
        of_second=totals_of(second.contents),
        common=(Counter(_sorts(first.contents)) & Counter(_sorts(second.contents))).total(),
    )


def totals_of(contents: Contents) -> Totals:
    """A scenario in figures."""
    kept = kept_posts(contents)
    return Totals(
        posts=len(kept.posts),
        placed_minutes=sum(post.placed for post in kept.posts),
        cents=sum(post.cents for post in kept.posts),
        km=sum(post.km for post in kept.posts),
        members=len({member for post in kept.posts for member in post.shares}),
        hires=sum(post.employee_id is None for post in kept.posts),
        breaking=max((len(one.broken) for one in kept.leaving), default=0),
    )


def _sorts(contents: Contents) -> Iterator[Sort]:
    return ((post.job, tuple(sorted(post.shares))) for post in kept_posts(contents).posts)
