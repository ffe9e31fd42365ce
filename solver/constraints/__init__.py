"""The planner's side of the rules, one file a rule, under the rule's own name."""

from solver.constraints import (
    daily_rest_min,
    locks_kept,
    mission_once,
    mission_slot,
    request_volume,
    same_person,
)
from solver.constraints.statement import Constraint

CONSTRAINTS: tuple[Constraint, ...] = (
    mission_once.CONSTRAINT,
    mission_slot.CONSTRAINT,
    request_volume.CONSTRAINT,
    same_person.CONSTRAINT,
    locks_kept.CONSTRAINT,
    daily_rest_min.CONSTRAINT,
)

__all__ = ["CONSTRAINTS", "Constraint"]
