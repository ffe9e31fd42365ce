"""Every rule, in reading order. To add one: docs/adding-a-rule.md."""

from gems.rules import (
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
from gems.rules.statement import Rule

RULES: tuple[Rule, ...] = (
    mission_once.RULE,
    mission_slot.RULE,
    request_volume.RULE,
    same_person.RULE,
    locks_kept.RULE,
    member_in_contract.RULE,
    qualification_match.RULE,
    contract_dates.RULE,
    absence.RULE,
    unavailable.RULE,
    excluded_person.RULE,
    commute_max.RULE,
    sunday_rest.RULE,
    young_worker_night.RULE,
    daily_rest_min.RULE,
    unserved.RULE,
    unserved_share.RULE,
    unplaced_hours.RULE,
    overtime.RULE,
    extra_hours.RULE,
    travel_time.RULE,
    mileage.RULE,
)


def rule_named(name: str) -> Rule:
    """The rule of that name; raises KeyError."""
    for rule in RULES:
        if rule.info.name == name:
            return rule
    raise KeyError(name)
