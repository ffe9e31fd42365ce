"""The most that patterns already known can place together: the best of several lists of posts at once."""

from collections import defaultdict
from collections.abc import Iterable

from ortools.sat.python import cp_model

from solver.compose.demand import Demand, Pattern

SECONDS = 2.0
"""More than enough for the patterns of two lists."""


def packed(demand: Demand, patterns: Iterable[Pattern]) -> list[Pattern]:
    """Patterns that fit the demand together and place the most that is found; the first ones come first."""
    every = list({(pattern.kind, pattern.duties): pattern for pattern in patterns}.values())
    model = cp_model.CpModel()
    held = [model.new_bool_var("") for _ in every]
    rows: dict[int, list[cp_model.LinearExpr]] = defaultdict(list)
    for pattern, column in zip(every, held, strict=True):
        for row, amount in zip(pattern.rows.tolist(), pattern.amounts.tolist(), strict=True):
            rows[row].append(amount * column)
    for row, used in rows.items():
        model.add(sum(used) <= int(demand.limits[row]))
    model.maximize(sum(pattern.worth * column for pattern, column in zip(every, held, strict=True)))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds, solver.parameters.num_workers = SECONDS, 1
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return []
    return [pattern for pattern, column in zip(every, held, strict=True) if solver.boolean_value(column)]
