"""The planner's side of the rules, one file a rule, under the rule's own name."""

from solver.constraints import daily_rest_min
from solver.constraints.statement import Constraint

CONSTRAINTS: tuple[Constraint, ...] = (daily_rest_min.CONSTRAINT,)

__all__ = ["CONSTRAINTS", "Constraint"]
