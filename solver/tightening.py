"""The least that the further columns cost once the duties are chosen.

A search stopped before its proof may leave a column above what its rows ask (minutes missing that are not missing).
The bill must be that of the schedule, so the columns beside the duties are settled again, alone: a small model, solved
to the end.
"""

import numpy as np
from ortools.sat.python import cp_model

from solver.master import INFINITE, Master


def tightened(master: Master, values: list[int]) -> list[int]:
    """The same duties, with the cheapest further columns that the rows allow."""
    duties = len(master.table)
    chosen = np.asarray(values[:duties], dtype=np.int64)
    model = cp_model.CpModel()
    further = [
        model.new_int_var(lower, upper, "")
        for lower, upper in zip(master.lower[duties:], master.upper[duties:], strict=True)
    ]
    for row in master.rows:
        own = row.columns < duties
        if not own.all():
            fixed = int(row.coefficients[own] @ chosen[row.columns[own]])
            terms = [further[column - duties] for column in row.columns[~own].tolist()]
            lower, upper = max(-INFINITE, row.lower - fixed), min(INFINITE, row.upper - fixed)
            total = cp_model.LinearExpr.weighted_sum(terms, row.coefficients[~own].tolist())
            model.add_linear_constraint(total, lower, upper)
    for variable, value in zip(further, values[duties:], strict=True):
        model.add_hint(variable, value)
    model.minimize(cp_model.LinearExpr.weighted_sum(further, master.cents[duties:]))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    if solver.solve(model) != cp_model.OPTIMAL:
        return values
    return [*values[:duties], *(solver.value(variable) for variable in further)]
