"""The written cases hold the planner: take away a rule, or one part of it, and some case answers wrongly.

Computed from the constraints and the cases; nothing is listed by hand.
"""

from dataclasses import fields, replace

import pytest

from solver.constraints import CONSTRAINTS, Constraint
from tests.rules.judges import ask, constraint_named
from tests.rules.loader import Case, cases_of

PARTS = tuple(field.name for field in fields(Constraint) if field.name not in ("rule", "prunes", "sees"))
"""What a rule sees of a request matters where missions are grouped: `tests/solver/test_grouping.py` holds that."""
HELD = [(c.rule, part) for c in CONSTRAINTS for part in PARTS if getattr(c, part) is not None]


def askable(rule: str) -> list[Case]:
    """The cases of a rule that a planner can be asked."""
    return [case for case in cases_of(rule) if case.counts is None]


def right(constraint: Constraint, case: Case) -> bool:
    """Whether the planner, with this constraint only, answers what the case expects."""
    cents = ask(constraint, case.problem, case.schedule)
    return cents == case.cents if case.cents is not None else (cents is not None) == case.legal


@pytest.mark.parametrize("rule", [constraint.rule for constraint in CONSTRAINTS])
def test_a_planner_without_the_rule_is_found_out(rule: str) -> None:
    nothing = Constraint(rule=rule)
    assert any(right(constraint_named(rule), case) and not right(nothing, case) for case in askable(rule))


@pytest.mark.parametrize(("rule", "part"), HELD)
def test_a_planner_without_a_part_of_the_rule_is_found_out(rule: str, part: str) -> None:
    whole = constraint_named(rule)
    less = replace(whole, **{part: None})
    assert any(right(whole, case) and not right(less, case) for case in askable(rule)), f"no case needs {part}"
