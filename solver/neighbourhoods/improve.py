"""Better a plan piece by piece: open some people and days, search them exactly, keep what is cheaper, and so on.

Adaptive large neighbourhood search (Ropke & Pisinger, 2006): shapes that gained more for their work are drawn more
often; a shape grows while its searches end with a proof and shrinks when they do not.
"""

from dataclasses import dataclass, field, replace
from random import Random

from gems.planning.ports import PlanOptions, ShouldStop
from solver.habits import MEMORY, drawn
from solver.neighbourhoods.ground import Ground
from solver.neighbourhoods.piece import Piece, search_piece
from solver.neighbourhoods.shapes import SHAPES, Shape
from solver.parts import Part
from solver.search import Style
from solver.standing import Standing

STEP_LIMIT, PATIENCE = 0.5, 6.0
"""Counted work for one piece (about a second of an idle machine a unit), and seconds at most: on a busy machine pieces
are as large as on a free one."""
EASY = 0.15
"""Work below which a piece was too small."""
FIRST_SIZE = 6.0
GROWTH, SHRINKING = 1.08, 0.85
TRIFLE, LEAP = 0.02, 1.3
"""Work that is next to nothing, and how much larger a piece may be then."""
STYLES = (Style.REOPEN, Style.PROVE)
"""Rosters are bettered by linear programmes, weeks of loose hours by reduced costs: what gains is drawn more often."""


@dataclass(slots=True)
class _Habit:
    """What a shape, searched by a strategy, has been worth so far."""

    shape: Shape
    style: Style
    size: float = FIRST_SIZE
    worth: float = 1.0
    """Share of the recent draws that bettered the plan, for the work they took."""


@dataclass(slots=True)
class Improver:
    """The search of one part; several may work on one part at once, each with its own draw."""

    standing: Standing
    part: Part
    options: PlanOptions
    draw: Random
    ground: Ground = field(init=False)
    habits: list[_Habit] = field(init=False)
    proven: bool = False
    """Whether the whole part has been opened at once and searched to the end: its plan is the best there is."""
    work: float = 0.0
    """Counted work so far."""

    def __post_init__(self) -> None:
        self.ground = Ground(self.standing, self.part)
        self.habits = [_Habit(shape, style) for shape in SHAPES for style in STYLES]

    def step(self, limit: float, should_stop: ShouldStop) -> bool:
        """Open one piece and search it for at most `limit`; whether the plan is better now."""
        if not len(self.ground.duties):
            self.proven = True
            return False
        habit = drawn(self.habits, self.draw)
        chosen = habit.shape(self.ground, habit.size, self.draw)
        duties = self.ground.duties[chosen]
        if not len(duties):
            return False
        seeded = replace(self.options, seed=self.draw.randrange(1 << 30))
        most = min(limit, STEP_LIMIT if self.options.deterministic else PATIENCE)
        piece = search_piece(self.standing, duties, habit.style, seeded, most, STEP_LIMIT, should_stop)
        self.work += piece.work
        self._learn(habit, piece)
        self.proven = self.proven or (piece.ended and len(duties) == len(self.ground.duties))
        return piece.better

    def _learn(self, habit: _Habit, piece: Piece) -> None:
        gain = (1.0 if piece.better else 0.0) / (0.1 + piece.work)
        habit.worth = MEMORY * habit.worth + (1 - MEMORY) * gain
        if not piece.ended:
            habit.size = max(1.0, habit.size * SHRINKING)
        elif piece.work < EASY or not piece.better:
            most = len(self.ground.people) * max(1.0, len(self.ground.days) / 7)
            habit.size = min(most, habit.size * (LEAP if piece.work < TRIFLE else GROWTH))
