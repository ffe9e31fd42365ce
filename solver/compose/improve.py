"""Build posts and rebuild a few of them at a time, together with what nobody holds: never fewer hours than before."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from gems.domain.composition import ComposeQuestion, Kind, Post
from gems.domain.typical import WEEKS
from gems.planning.compose.judging import violations
from gems.planning.ports import PlanOptions, ShouldStop
from solver.compose.kinds import Possible
from solver.compose.taken import left_of, taken_by
from solver.compose.yard import BEGUN, WHOLE, Yard
from solver.cpsat import CpMaster
from solver.search import Style, search

TURN_WORK = 1.0
"""Units of CP-SAT's counted work in a turn, about a second each on a free machine."""
FEW, EXACT_WORK = 1000, 20.0
"""Up to so many (kind, mission) pairs everything is looked at at once, with so much counted work."""
OnBetter = Callable[[Sequence[Post]], None]


@dataclass
class Builder:
    """The posts so far."""

    possible: Possible
    options: PlanOptions
    until: float
    should_stop: ShouldStop
    on_better: OnBetter
    posts: list[Post] = field(default_factory=list)
    random: Random = field(init=False)
    best: list[Post] = field(default_factory=list)
    """The whole posts of the best state."""
    last_whole: list[Post] = field(default_factory=list)
    """That state, posts only begun included."""
    most: int = 0

    def __post_init__(self) -> None:
        self.random = Random(self.options.seed)

    @property
    def question(self) -> ComposeQuestion:
        """What is composed."""
        return self.possible.question

    @property
    def over(self) -> bool:
        """No time left, or stopped."""
        return time.monotonic() > self.until or self.should_stop()

    def placed(self, posts: Sequence[Post]) -> int:
        """Minutes of the year that posts place at members."""
        fortnight = self.question.fortnight
        return sum(
            piece.minutes * fortnight.times(fortnight.mission[piece.mission_id or ""])
            for post in posts
            if post.whole
            for piece in post.pieces
        )

    def counted(self, posts: Sequence[Post]) -> int:
        """What the search counts: an hour of a begun post for less, and a bonus for each whole one."""
        begun = self.placed([replace(post, whole=True) for post in posts]) * BEGUN
        bonus = self.question.terms.least_year * (WHOLE - BEGUN)
        return begun + bonus * sum(post.whole for post in posts)

    def turn(self, again: Sequence[Post], new: Sequence[Kind]) -> int:
        """Rebuild some posts and perhaps add some of these kinds; the minutes of the year won."""
        kept = [post for post in self.posts if post not in again]
        wide = [self._wide(post.kind) for post in again]
        yard = Yard(self.question, [*wide, *new], taken_by(self.question, kept), unfinished=True)
        if not len(yard.table):
            return 0
        model = CpMaster(yard.master)
        limit = TURN_WORK if self.options.deterministic else max(0.5, self.until - time.monotonic())
        if hint := yard.values_of(again):
            for column, value in hint.items():
                model.model.add_hint(model.variables[column], value)
        found = search(model, self.options, limit, Style.PROVE, lambda *_: None, self.should_stop, work_limit=TURN_WORK)
        if found.values is None:
            return 0
        rebuilt = yard.posts(found.values)
        if not all(map(self._repeats, rebuilt)):
            return 0
        won = self.counted(rebuilt) - self.counted(again)
        if won > 0 or (won == 0 and self.random.choice((True, False))):
            self.posts = [*kept, *rebuilt]
        if (now := self.placed(self.posts)) > self.most:
            self.best, self.most, self.last_whole = [post for post in self.posts if post.whole], now, self.posts
            self.on_better(self.best)
        return won

    def _wide(self, kind: Kind) -> Kind:
        """The same job and home with any members; a job that holds more, and a home that reaches as much."""
        fitting = [
            wide
            for wide in self.possible.widest
            if self.possible.serves[kind.job] <= self.possible.serves[wide.job]
            and set(kind.members) <= set(wide.members)
        ]
        return self.random.choice(fitting) if fitting else kind

    def exact(self) -> int | None:
        """All posts at once when there is little to look at; the proven most, None when it was too much or too long."""
        fortnight, terms = self.question.fortnight, self.question.terms
        many = min(len(fortnight.mission), fortnight.asked_minutes * 2 // max(1, terms.least_year))
        kinds = [kind for kind in self.possible.widest for _ in range(many)]
        if len(kinds) * len(fortnight.mission) > FEW:
            return None
        yard = Yard(self.question, kinds, taken_by(self.question, []))
        if not len(yard.table):
            return 0
        limit = TURN_WORK if self.options.deterministic else max(0.5, self.until - time.monotonic())
        model = CpMaster(yard.master)
        found = search(
            model, self.options, limit, Style.PROVE, lambda *_: None, self.should_stop, work_limit=EXACT_WORK
        )
        if found.values is None:
            return None
        self.posts = yard.posts(found.values)
        if not all(map(self._repeats, self.posts)):
            self.posts = []
            return None
        self.best, self.most, self.last_whole = list(self.posts), self.placed(self.posts), self.posts
        self.on_better(self.best)
        return self.most if found.proven else None

    def _repeats(self, post: Post) -> bool:
        """Whether its fortnight can be lived again and again: the one rule that one fortnight does not show."""
        return bool(violations(self.question, post, WEEKS)) or not violations(self.question, post)

    def add(self, posts: Sequence[Post]) -> bool:
        """Add whole posts made of what the best ones leave; what was begun of it is given up."""
        if not all(map(self._repeats, posts)):
            return False
        self.best = [*self.best, *posts]
        self.posts, self.last_whole, self.most = list(self.best), list(self.best), self.placed(self.best)
        self.on_better(self.best)
        return True

    def begin(self, posts: Sequence[Post]) -> None:
        """Go on from these whole posts."""
        self.posts, self.best, self.last_whole = list(posts), list(posts), list(posts)
        self.most = self.placed(posts)

    def improve(self, enough: int) -> None:
        """Turns until the time is over, or so many minutes of the year are placed."""
        while not self.over and self.most < enough:
            again, new = self._neighbourhood()
            self.turn(again, new)

    def _neighbourhood(self) -> tuple[list[Post], list[Kind]]:
        """A post or a leftover at random, those near it, and one or two kinds that could hold what is left."""
        left = left_of(self.question, taken_by(self.question, self.posts))
        needs = [need for need, _ in left.values()]
        focus = self.random.choice(needs).request if needs else None
        kinds = [
            kind
            for kind in self.possible.widest
            if focus and focus.member_id in kind.members and focus.qualification in self.possible.serves[kind.job]
        ]
        if not kinds:
            kinds = [self.random.choice(self.possible.widest)]
        kind = self.random.choice(kinds)
        begun = [post for post in self.posts if not post.whole and set(post.kind.members) & set(kind.members)]
        near = [post for post in self.posts if post.whole and set(post.kind.members) & set(kind.members)]
        self.random.shuffle(begun)
        self.random.shuffle(near)
        size = self.random.choice((2, 3, 4, 5))
        many = begun[: max(1, size // 2)]
        return [*many, *near[: size - len(many)]], [] if len(begun) > 1 else [kind]
