"""Full-time permanent posts made of members' hours: what is asked for, and what is proposed."""

from dataclasses import dataclass

from gems.domain.report import Status
from gems.domain.schedule import Assignment
from gems.domain.typical import TypicalFortnight

MILLE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a sustainable post is (docs/compose.md). Minutes are whole; a year is that of the fortnight's weeks."""

    members_most: int = 4
    """Members who share one post."""
    commute_minutes: int = 40
    """The longest drive from the home commune to any site of the post."""
    closing_per_mille: int = 20
    """How far from the year's hours a post may close, in thousandths of them."""
    year_minutes: int
    """What the year's hours come to before leave is taken: 1 607 h and the leave."""
    reference_minutes: int
    """The year's hours (1 607 h)."""
    low: int
    high: int
    """The weeks that modulation allows."""

    @property
    def least_year(self) -> int:
        """The fewest hours of a year, leave included."""
        return self.year_minutes - self.reference_minutes * self.closing_per_mille // MILLE

    @property
    def most_year(self) -> int:
        """The most hours of a year, leave included."""
        return self.year_minutes + self.reference_minutes * self.closing_per_mille // MILLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What a person needs to be hired for a post: a job, a home commune, and the members in the contract."""

    job: str
    home: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One proposed post: who to hire, and the work of its typical fortnight."""

    id: str
    kind: Kind
    pieces: tuple[Assignment, ...]
    """In time order; `employee_id` is the post's id."""
    whole: bool = True
    """Whether it reaches its hours; a composer may begin posts, and never answers with one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposeQuestion:
    """What to compose from, and on which terms."""

    fortnight: TypicalFortnight
    terms: Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposeResult:
    """A composer's answer: posts, the hours of the year they place, and the most that any posts could place."""

    status: Status
    posts: tuple[Post, ...]
    begun: tuple[Post, ...] = ()
    """Posts that hours not placed begin, and that some more hours would close."""
    proven_left: frozenset[str] = frozenset()
    """Requests that no further post could hold out of what remains: proven."""
    placed_minutes: int
    bound_minutes: int
    """No set of sustainable posts places more: proven."""
    seed: int
    seconds: float

    @property
    def gap(self) -> float:
        """Proven distance from the best possible, as a share of it."""
        return 0.0 if not self.bound_minutes else max(0.0, 1 - self.placed_minutes / self.bound_minutes)
