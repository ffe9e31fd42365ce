"""Which place to go over again: where most is left in reach that was not gone over yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gems.domain.composition import ComposeQuestion, Post
from solver.compose.regions import near


@dataclass
class Places:
    """The communes of a question, one after the other."""

    question: ComposeQuestion
    pieces: int
    """Pieces of work up to which a region is drawn, those that stay held by others not counted."""
    _tried: set[str] = field(default_factory=set)
    """Needs that were in reach of a place already."""

    def next(self, left: Mapping[str, int], posts: Sequence[Post]) -> ComposeQuestion:
        """What the sites near the next place ask; by need, the minutes that these posts leave."""
        fortnight = self.question.fortnight
        communes = sorted({site.commune for site in fortnight.group.sites})
        regions = [near(self.question, commune, self.pieces, posts) for commune in communes]
        if not left.keys() & {need.id for need in fortnight.needs} - self._tried:
            self._tried.clear()

        def untried(region: ComposeQuestion) -> int:
            return sum(left.get(need.id, 0) for need in region.fortnight.needs if need.id not in self._tried)

        chosen = max(regions, key=untried)
        self._tried |= {need.id for need in chosen.fortnight.needs}
        return chosen
