"""The planner's side of the rules, one file a rule, under the rule's own name."""

from solver.constraints import (
    absence,
    commute_max,
    contract_dates,
    daily_rest_min,
    excluded_person,
    extra_hours,
    locks_kept,
    member_in_contract,
    mileage,
    mission_once,
    mission_slot,
    overtime,
    qualification_match,
    request_volume,
    same_person,
    sunday_rest,
    travel_time,
    unavailable,
    unplaced_hours,
    unserved,
    unserved_share,
    young_worker_night,
)
from solver.constraints.statement import Constraint

CONSTRAINTS: tuple[Constraint, ...] = (
    mission_once.CONSTRAINT,
    mission_slot.CONSTRAINT,
    request_volume.CONSTRAINT,
    same_person.CONSTRAINT,
    locks_kept.CONSTRAINT,
    member_in_contract.CONSTRAINT,
    qualification_match.CONSTRAINT,
    contract_dates.CONSTRAINT,
    absence.CONSTRAINT,
    unavailable.CONSTRAINT,
    excluded_person.CONSTRAINT,
    commute_max.CONSTRAINT,
    sunday_rest.CONSTRAINT,
    young_worker_night.CONSTRAINT,
    daily_rest_min.CONSTRAINT,
    unserved.CONSTRAINT,
    unserved_share.CONSTRAINT,
    unplaced_hours.CONSTRAINT,
    overtime.CONSTRAINT,
    extra_hours.CONSTRAINT,
    travel_time.CONSTRAINT,
    mileage.CONSTRAINT,
)

__all__ = ["CONSTRAINTS", "Constraint"]
