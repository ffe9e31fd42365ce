"""Random groups, histories and schedules for both judges: from nearly legal to absurd, always the same for a seed.

A plain seeded generator rather than Hypothesis: a thousand weeks a second, and the disagreement found is made small by
`tests.rules.test_fix_and_ask` itself, by leaving out pieces.
"""

from tests.rules.strategies.problems import draw_problem
from tests.rules.strategies.schedules import draw_decoys, draw_schedule
from tests.rules.strategies.spice import SPICES, Spice

__all__ = ["SPICES", "Spice", "draw_decoys", "draw_problem", "draw_schedule"]
