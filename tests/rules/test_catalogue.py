"""What a rule needs to be complete: words, figures, both judges, cases. A rule half added fails here, and says why."""

import re
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

import gems.rules
import solver.constraints
from gems.prices.load import price_list
from gems.rules.catalogue import RULES, rule_named
from gems.rules.law import AGREEMENTS, CODE, Law, figures_of
from gems.rules.statement import RuleKind
from solver.constraints import CONSTRAINTS
from tests.rules.loader import CASES, cases_of

NAMES = [rule.info.name for rule in RULES]
TODAY = date(2026, 11, 22)
BINDING = (RuleKind.HARD, RuleKind.DEROGABLE)
JUDGE = {
    RuleKind.HARD: "check",
    RuleKind.DEROGABLE: "check",
    RuleKind.PRICED: "charge",
    RuleKind.COUNTED: "count",
}


def modules_with(package: object, attribute: str) -> set[str]:
    """Modules of a package, beside it on the disk, that define a thing of this name."""
    folder, name = Path(package.__file__).parent, package.__name__  # type: ignore[attr-defined]
    stems = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    return {stem for stem in stems if hasattr(import_module(f"{name}.{stem}"), attribute)}


def test_every_rule_file_is_in_the_catalogue_under_its_own_name() -> None:
    assert set(NAMES) == modules_with(gems.rules, "RULE")
    assert len(set(NAMES)) == len(NAMES)
    assert all(import_module(f"gems.rules.{name}").RULE is rule_named(name) for name in NAMES)


def test_every_constraint_file_is_in_the_list_under_its_own_name() -> None:
    planned = [constraint.rule for constraint in CONSTRAINTS]
    assert set(planned) == modules_with(solver.constraints, "CONSTRAINT")
    assert all(import_module(f"solver.constraints.{c.rule}").CONSTRAINT is c for c in CONSTRAINTS)
    assert planned == [name for name in NAMES if name in planned], "in the order of the catalogue"


def test_cases_are_about_rules() -> None:
    assert {path.stem for path in CASES.glob("*.yaml")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_is_planned_or_says_why_not(name: str) -> None:
    planned = name in {constraint.rule for constraint in CONSTRAINTS}
    reason = rule_named(name).info.not_planned
    assert planned == (reason is None)
    assert reason is None or (reason.fr.endswith(".") and reason.en.endswith("."))


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_has_the_judge_of_its_kind_and_no_other(name: str) -> None:
    rule = rule_named(name)
    given = {judge for judge in set(JUDGE.values()) if getattr(rule, judge) is not None}
    assert given == {JUDGE[rule.info.kind]}


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_speaks_french_and_english(name: str) -> None:
    info = rule_named(name).info
    for text in (info.title.fr, info.title.en):
        assert 3 <= len(text) <= 60
        assert not text.endswith(".")
    for text in (info.says.fr, info.says.en):
        assert len(text) > 20
        assert text.endswith(".")
        assert not re.search(r"[{}]|  ", text), "a sentence without placeholders or double spaces"
    assert info.says.fr != info.says.en


@pytest.mark.parametrize("name", NAMES)
def test_the_figures_of_a_rule_are_in_a_text(name: str) -> None:
    info = rule_named(name).info
    texts = (CODE, *AGREEMENTS)
    assert not [figure for figure in info.figures if not any(figure in figures_of(text) for text in texts)]
    assert len(set(info.figures)) == len(info.figures)


@pytest.mark.parametrize("name", NAMES)
def test_derogations_are_open_exactly_where_the_rule_allows_them(name: str) -> None:
    info = rule_named(name).info
    figures = [law.figure(each, TODAY) for law in map(Law, AGREEMENTS) for each in info.figures]
    open_to = {figure.name for figure in figures if figure is not None and figure.outer is not None}
    if info.kind is RuleKind.DEROGABLE:
        assert info.figures[0] in open_to, "the first figure has an outer limit in some text"
    elif info.kind is RuleKind.HARD:
        others = {each for rule in RULES if rule.info.kind is RuleKind.DEROGABLE for each in rule.info.figures}
        assert not open_to - others, "a hard rule knows no derogation"


def test_every_figure_of_the_law_is_used_by_a_rule() -> None:
    used = {figure for rule in RULES for figure in rule.info.figures}
    assert {name for text in (CODE, *AGREEMENTS) for name in figures_of(text)} - used == set()


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_has_cases_that_say_yes_and_cases_that_say_no(name: str) -> None:
    kind, written = rule_named(name).info.kind, cases_of(name)
    assert written, f"tests/rules/cases/{name}.yaml is missing or empty"
    if kind in BINDING:
        assert any(case.legal for case in written)
        assert any(not case.legal for case in written)
    elif kind is RuleKind.PRICED:
        assert any(case.cents for case in written)
        assert any(case.cents == 0 for case in written)
    else:
        assert any(row.get("amount") for case in written for row in case.counts or ())


@pytest.mark.parametrize("name", [name for name in NAMES if rule_named(name).info.kind in BINDING])
def test_a_case_gives_the_exact_french_sentence(name: str) -> None:
    assert any(row.get("fr") for case in cases_of(name) for row in case.violations)


@pytest.mark.parametrize("name", NAMES)
def test_each_agreement_that_differs_has_a_case(name: str) -> None:
    figures = rule_named(name).info.figures
    differing = {text for text in AGREEMENTS if set(figures) & set(figures_of(text))}
    tried = {case.problem.group.settings.agreement for case in cases_of(name)}
    assert differing <= tried


@pytest.mark.parametrize("name", [name for name in NAMES if rule_named(name).info.kind is RuleKind.DEROGABLE])
def test_a_derogation_is_tried(name: str) -> None:
    figures = rule_named(name).info.figures
    derogated = [case for case in cases_of(name) if any(row.rule in figures for row in case.problem.group.derogations)]
    assert any(case.legal for case in derogated)


@pytest.mark.parametrize("name", NAMES)
def test_cases_use_prices_that_the_rule_reads(name: str) -> None:
    given = {price for case in cases_of(name) for price in dict(case.problem.prices.cents)}
    assert given <= set(rule_named(name).info.prices)


def test_the_price_list_and_the_rules_know_the_same_prices() -> None:
    read = {price for rule in RULES for price in rule.info.prices}
    listed = {entry.name for entry in price_list().entries}
    assert read == listed
