"""Compile the inner steps of composing ahead (`python -m solver.compose.ahead`), so that the first one need not wait.

What is compiled is kept beside the modules, or in the user's cache where they cannot be written.
"""

from typing import Any

import numpy as np

from solver.compose.duty_rows import added_up, all_within
from solver.compose.label_steps import best_fortnights, chosen_duties
from solver.compose.set_bounds import best_choice, best_of_groups, bounds_with, least_bound, worths_at
from solver.universe import Ints

STEPS: tuple[Any, ...] = (
    chosen_duties,
    best_fortnights,
    best_of_groups,
    bounds_with,
    worths_at,
    least_bound,
    best_choice,
    added_up,
    all_within,
)


def compile_ahead() -> None:
    """Call each step once with nothing to do, on arrays like those of a composing."""
    none: Ints = np.zeros(0, dtype=np.int64)
    days: Ints = np.zeros(15, dtype=np.int64)
    nothing, yes = np.zeros(0), np.ones(0, dtype=np.bool_)
    chosen, begins = chosen_duties(nothing, yes, none, days, none, 1)
    figures, bars, steps = (
        np.zeros((0, 5), dtype=np.int64),
        np.zeros((1, 0), dtype=np.bool_),
        np.zeros((14, 1, 2), np.int64),
    )
    best_fortnights(nothing, chosen, begins, figures, bars, steps, (0, 0, 0, 0), 0, (0.0,) * 3, 1.0)
    worth = best_of_groups(nothing, none, 0), none, none, nothing, nothing, nothing
    rules = steps, (np.zeros(1), np.zeros(1)), (np.zeros(1), np.zeros(1))
    charges = np.zeros((1, 3), dtype=np.int64)
    bounds_with((worths_at(worth, none, (none, 0), rules, charges[0]), none, none), none, none, rules, charges[0])
    least_bound(worth, none, rules, 0, -1, charges[0], 0.0)
    best_choice(worth, none, rules, nothing, charges[0], 0.0, 1)
    added_up(none, none, none, none)
    all_within(none, none, none, none, none, none)


if __name__ == "__main__":
    compile_ahead()
