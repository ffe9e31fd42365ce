"""The written cases hold the figures of the law: one unit more or one unit less, and some case answers otherwise.

So every limit has a case just inside and one just outside, under each text that sets it. Computed, not listed by hand.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from gems.rules.catalogue import RULES, rule_named
from gems.rules.checker import judge
from gems.rules.law import AGREEMENTS, CODE, Figure, Law, figures_of
from gems.rules.statement import Rule, RuleKind
from tests.rules.loader import Case, cases_of

TODAY = date(2026, 11, 22)
PROHIBITIONS = {"member_in_contract", "qualification_match"}
"""Figures that say "never": nothing is measured against them."""


def reachable() -> Iterator[tuple[str, str, str]]:
    """(rule, figure, text) wherever the text's figure is in force under some agreement that knows the rule."""
    for rule in RULES:
        laws = [law for law in map(Law, AGREEMENTS) if knows(law, rule)]
        for name in rule.info.figures:
            texts = {figure.text for law in laws if (figure := law.figure(name, TODAY)) is not None}
            yield from ((rule.info.name, name, text) for text in (CODE, *AGREEMENTS) if text in texts)


def knows(law: Law, rule: Rule) -> bool:
    """Whether the rule has a figure of its own under this agreement; a rule without figures of its own always holds."""
    own = [name for name in rule.info.figures if name.split(".")[0] == rule.info.name]
    return not own or any(law.figure(name, TODAY) is not None for name in own)


REACHED = [row for row in reachable() if row[1] not in PROHIBITIONS]
LIMITS = [
    (rule.info.name, rule.info.figures[0])
    for rule in RULES
    if rule.info.kind in (RuleKind.HARD, RuleKind.DEROGABLE) and rule.info.figures
]


def answer(rule: str, case: Case) -> object:
    """Legal or not, cents, or counts: what a case is about, whatever the amounts of its violations."""
    verdict = judge(case.problem, case.schedule, rules=(rule_named(rule),))
    if rule_named(rule).info.kind is RuleKind.COUNTED:
        return [(count.employee_id, count.amount, count.warning) for count in verdict.counts]
    return (not verdict.violations, verdict.cents)


@contextmanager
def off_by(delta: int, name: str, texts: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The law with one figure of these texts changed."""
    true = Law.figure

    def figure(law: Law, asked: str, on: date) -> Figure | None:
        found = true(law, asked, on)
        changed = found is not None and asked == name and found.text in texts
        return replace(found, value=found.value + delta) if changed else found  # type: ignore[type-var]

    with monkeypatch.context() as patch:
        patch.setattr(Law, "figure", figure)
        yield


@cache
def true_answers(rule: str) -> list[object]:
    """Under the law as it is."""
    return [answer(rule, case) for case in cases_of(rule)]


def found_out(rule: str, name: str, texts: tuple[str, ...], delta: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether some case notices the change."""
    truth = true_answers(rule)
    with off_by(delta, name, texts, monkeypatch):
        return any(answer(rule, case) != true for case, true in zip(cases_of(rule), truth, strict=True))


@pytest.mark.parametrize(("rule", "name", "text"), REACHED)
def test_a_figure_one_unit_off_is_found_out(rule: str, name: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    noticed = any(found_out(rule, name, (text,), delta, monkeypatch) for delta in (-1, 1))
    assert noticed, f"no case of {rule} is at {[figure.value for figure in figures_of(text)[name]]}"


@pytest.mark.parametrize(("rule", "name"), [row for row in LIMITS if row[1] not in PROHIBITIONS])
def test_a_limit_has_a_case_just_inside_and_one_just_outside(
    rule: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lowest = min(figure.value for text in (CODE, *AGREEMENTS) for figure in figures_of(text).get(name, ()))
    for delta in (-1, 1) if lowest > 0 else (1,):
        assert found_out(rule, name, (CODE, *AGREEMENTS), delta, monkeypatch), f"no case misses {delta:+}"
