"""Every written case, judged by the checker and, when the planner knows the rule, by the planner."""

from collections.abc import Iterable

import pytest

from gems.rules.catalogue import RULES, rule_named
from gems.rules.checker import Verdict, judge
from gems.rules.statement import Count, RuleKind, Violation
from tests.rules.case_text import CaseError
from tests.rules.given import problem_of
from tests.rules.judges import constraint_named, planner_allows, planner_cents
from tests.rules.loader import Case, RawCase, case_of, raw_cases

RAW = raw_cases()
NOT_PLANNED = {rule.info.name for rule in RULES if rule.info.not_planned is not None}
PLANNED = [raw for raw in RAW if raw.rule not in NOT_PLANNED]


@pytest.mark.parametrize("raw", RAW, ids=str)
def test_the_checker_answers_as_written(raw: RawCase) -> None:
    case = case_of(raw)
    rule = rule_named(case.rule)
    verdict = judge(case.problem, case.schedule, rules=(rule,))
    if rule.info.kind is RuleKind.PRICED:
        assert case.cents is not None, f"{raw}: a priced rule expects cents"
        assert verdict.cents == case.cents, f"{raw}\n{verdict.charges}"
    elif rule.info.kind is RuleKind.COUNTED:
        assert case.counts is not None, f"{raw}: a counted rule expects counts"
        _same_counts(raw, case, verdict)
    else:
        assert (case.cents, case.counts) == (None, None), f"{raw}: expects legal or violations"
        _same_violations(raw, case, verdict)


@pytest.mark.parametrize("raw", PLANNED, ids=str)
def test_the_planner_answers_the_same(raw: RawCase) -> None:
    case = case_of(raw)
    constraint_named(case.rule)
    if case.cents is not None:
        assert planner_cents(case.rule, case.problem, case.schedule) == case.cents, str(raw)
    elif case.counts is None:
        assert planner_allows(case.rule, case.problem, case.schedule) == case.legal, str(raw)


def _same_violations(raw: RawCase, case: Case, verdict: Verdict) -> None:
    said = "\n".join(f"{found.employee_id} {found.amount} {found.words.fr}" for found in verdict.violations)
    assert len(verdict.violations) == len(case.violations), f"{raw}: found\n{said or 'nothing'}"
    left: list[Violation | Count] = list(verdict.violations)
    for expected in sorted(case.violations, key=len, reverse=True):
        _take(expected, left, f"{raw}: found\n{said}")


def _same_counts(raw: RawCase, case: Case, verdict: Verdict) -> None:
    expected = case.counts or ()
    named = {row.get("employee") for row in expected}
    left: list[Violation | Count] = [found for found in verdict.counts if not expected or found.employee_id in named]
    said = "\n".join(f"{found.employee_id} {found.amount} {found.words.fr}" for found in left)
    for row in sorted(expected, key=len, reverse=True):
        _take(row, left, f"{raw}: found\n{said}")
    assert not [found for found in left if found.amount], f"{raw}: found also\n{said}"


def _take(expected: dict[str, object], left: list[Violation | Count], message: str) -> None:
    """Strike out one finding that says all that is expected."""
    for index, found in enumerate(left):
        if all(_says(found, key) == value for key, value in expected.items()):
            del left[index]
            return
    pytest.fail(f"{message}\nbut not {expected}", pytrace=False)


def _says(found: Violation | Count, key: str) -> object:
    if key in ("fr", "en"):
        return found.words[key]  # type: ignore[index]
    return getattr(found, {"employee": "employee_id", "member": "member_id", "mission": "mission_id"}.get(key, key))


WRONG: Iterable[tuple[dict[str, object], str]] = [
    ({"agrement": "bad_2941"}, "unknown keys ['agrement']"),
    ({"employees": {"EVE": {}}}, "nobody is called ['EVE']"),
    ({"employees": {"ANA": {"contract": {"hours": 35}}}}, "unknown keys ['hours']"),
    (
        {"history": [{"employee": "ANA", "monday": "2026-11-16", "minutes": 0, "pattern": "JJ"}]},
        "seven letters",
    ),
    (
        {"absences": [{"employee": "ANA", "from": "2026-11-24 0:00", "to": "2026-11-25 0:00", "why": "x"}]},
        "unknown",
    ),
    ({"prices": {"unserved.essential": "100"}}, "whole number"),
]


@pytest.mark.parametrize(("given", "message"), WRONG, ids=lambda value: str(value)[:30])
def test_a_case_that_cannot_be_read_says_where(given: dict[str, object], message: str) -> None:
    with pytest.raises(CaseError, match="some file: some case") as fault:
        problem_of(given, "some file: some case")
    assert message in str(fault.value)
