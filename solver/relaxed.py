"""How CP-SAT is to search what its linear relaxation nearly settles: the quickest proof of a part that is planned again
near what stands (docs/decisions/0008-least-change.md, docs/decisions/0010-what-if.md)."""

from ortools.sat.python import cp_model

FULL_LINEAR = 2
"""The fullest relaxation."""


def relax_at_once(solver: cp_model.CpSolver) -> None:
    """One worker, the whole relaxation from the start, and little time for anything before."""
    parameters = solver.parameters
    parameters.num_workers = 1
    parameters.linearization_level = FULL_LINEAR
    parameters.add_lp_constraints_lazily = False
    little_before(solver)


def little_before(solver: cp_model.CpSolver) -> None:
    """No probing, no symmetries, one round of presolve: they take longer than a short search, at times minutes."""
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.symmetry_level = 0
    solver.parameters.max_presolve_iterations = 1
