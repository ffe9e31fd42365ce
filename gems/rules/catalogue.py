"""Every rule, in reading order. To add one: docs/adding-a-rule.md."""

from gems.rules import (
    daily_rest_min,
    locks_kept,
    mission_once,
    mission_slot,
    request_volume,
    same_person,
)
from gems.rules.statement import Rule

RULES: tuple[Rule, ...] = (
    mission_once.RULE,
    mission_slot.RULE,
    request_volume.RULE,
    same_person.RULE,
    locks_kept.RULE,
    daily_rest_min.RULE,
)


def rule_named(name: str) -> Rule:
    """The rule of that name; raises KeyError."""
    for rule in RULES:
        if rule.info.name == name:
            return rule
    raise KeyError(name)
