"""Every rule, in reading order. To add one: docs/adding-a-rule.md."""

from gems.rules import (
    absence,
    break_min,
    commute_max,
    contract_dates,
    daily_rest_min,
    daily_span_max,
    daily_work_max,
    excluded_person,
    extra_hours,
    locks_kept,
    member_in_contract,
    mileage,
    mission_once,
    mission_slot,
    new_face,
    no_overlap,
    overtime,
    published_change,
    qualification_match,
    request_volume,
    same_person,
    split_gap,
    stand_in,
    sunday_rest,
    travel_time,
    unavailable,
    uneven_share,
    unmet_wish,
    unplaced_hours,
    unserved,
    unserved_share,
    unsocial_hours,
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
    no_overlap.RULE,
    daily_work_max.RULE,
    daily_span_max.RULE,
    break_min.RULE,
    daily_rest_min.RULE,
    unserved.RULE,
    unserved_share.RULE,
    unplaced_hours.RULE,
    overtime.RULE,
    extra_hours.RULE,
    travel_time.RULE,
    mileage.RULE,
    stand_in.RULE,
    new_face.RULE,
    split_gap.RULE,
    unsocial_hours.RULE,
    unmet_wish.RULE,
    published_change.RULE,
    uneven_share.RULE,
)


def rule_named(name: str) -> Rule:
    """The rule of that name; raises KeyError."""
    for rule in RULES:
        if rule.info.name == name:
            return rule
    raise KeyError(name)
