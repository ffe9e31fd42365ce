"""`gems rules`: every rule, with its figures and what is known of their source."""

import json

import pytest

from gems.rules.catalogue import RULES
from gems.rules.law import AGREEMENTS
from tests.cli.conftest import Run
from ui.cli.exits import Exit


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_rule_is_told(language: str, run: Run) -> None:
    done = run("--lang", language, "rules")
    assert done.exit_code == Exit.FINE
    shown = " ".join(done.stdout.split())
    for rule in RULES:
        info = rule.info
        title, says = (info.title.fr, info.says.fr) if language == "fr" else (info.title.en, info.says.en)
        assert f"{title} ({info.name} ; " in shown
        assert " ".join(says.split()) in shown
    assert ("non vérifié" if language == "fr" else "not verified") in shown
    assert ("conseil juridique" if language == "fr" else "legal advice") in shown


def test_json(run: Run) -> None:
    facts = json.loads(run("rules", "--json").stdout)
    assert facts["agreement"] is None
    assert [row["name"] for row in facts["rules"]] == [rule.info.name for rule in RULES]
    rest = next(row for row in facts["rules"] if row["name"] == "daily_rest_min")
    assert rest["kind"] == "derogable"
    code = next(figure for figure in rest["figures"] if figure["text"] == "Code du travail")
    assert (code["value"], code["unit"], code["in_words"], code["outer"]) == (660, "minutes", "11 h", 540)
    assert code["verified"] == "2026-11-22"
    assert code["since"] == "2016-08-10"
    for row in facts["rules"]:
        assert row["judged"] == "planned" or row["judged"] == "counted" or row["why_not_planned"]


@pytest.mark.parametrize("agreement", AGREEMENTS)
def test_one_agreement_gives_each_figure_once_a_date(agreement: str, run: Run) -> None:
    facts = json.loads(run("rules", "--agreement", agreement, "--json").stdout)
    for row in facts["rules"]:
        dated = [(figure["figure"], figure["since"]) for figure in row["figures"]]
        assert len(dated) == len(set(dated))
