"""What a composing says to people: each post in figures, what remains, what to sell, what a member's leaving breaks."""

from dataclasses import dataclass

from gems.domain.composition import ComposeQuestion, Kind, Post
from gems.domain.report import Status
from gems.domain.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one member holds of a post, in minutes of the year."""

    member_id: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PostSheet:
    """A proposed post in figures; minutes, cents and kilometres of a year unless said otherwise."""

    post: Post
    jobs: tuple[str, ...]
    """Jobs done there; the first is the one to hire for."""
    weeks: tuple[int, ...]
    """Minutes worked in each typical week, drives included."""
    holiday_weeks: tuple[int, ...]
    """The same in school holidays, when school hours fall away."""
    placed: int
    """Worked at members, all year round; who replaces the person on leave is not counted here."""
    driving: int
    closing: int
    """The hours of the year once leave is taken; 1 607 h, give or take the terms."""
    km: int
    commute: int
    """Minutes from the home commune to the farthest site."""
    cents: int
    """What the post costs the group: hours of the year at full cost, kilometres between sites."""
    shares: tuple[Share, ...]
    """By member, the largest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remainder:
    """Hours of one request that no post holds, and why."""

    request_id: str
    minutes: int
    """Of the year."""
    why: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyHours:
    """The same hours each week, on one weekday; clock times in minutes."""

    weekday: int
    start_clock: int
    end_clock: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ToSell:
    """Hours that make a post of one only begun, public holidays off: the checker accepted it with these very hours."""

    post: Post
    """What is held already."""
    weekly_minutes: int
    job: str
    commune: str
    hours: tuple[WeeklyHours, ...]
    member_id: str | None
    """Whom to sell to: this member, as the post has as many as it may; None: a new one of that town."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """What a member's leaving would do."""

    member_id: str
    minutes: int
    """Its hours of the year in all posts."""
    broken: tuple[str, ...]
    """Posts that would no longer close."""
    touched: tuple[str, ...]
    """Posts that would still close, lighter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Who of the present staff could hold a post."""

    post_id: str
    employee_id: str | None
    """None: somebody to hire."""
    raised: bool = False
    """A part-timer who would come to full time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Everything to show of one composing."""

    question: ComposeQuestion
    status: Status
    placed_minutes: int
    bound_minutes: int
    asked_minutes: int
    """Of the typical weeks, over the year."""
    posts: tuple[PostSheet, ...]
    remainders: tuple[Remainder, ...]
    to_sell: tuple[ToSell, ...]
    leaving: tuple[Leaving, ...]
    matches: tuple[Match, ...]
    seconds: float

    @property
    def gap(self) -> float:
        """Proven distance from the best possible, as a share of it."""
        return 0.0 if not self.bound_minutes else max(0.0, 1 - self.placed_minutes / self.bound_minutes)

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Who to hire."""
        return tuple(sheet.post.kind for sheet in self.posts)
