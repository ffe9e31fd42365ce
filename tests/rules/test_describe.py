"""Rules told to people, and the page that is written from them."""

from pathlib import Path

import pytest

from gems.domain.words import Words
from gems.rules.catalogue import RULES
from gems.rules.describe import Judged, descriptions, page, said
from gems.rules.law import AGREEMENTS
from gems.rules.statement import RuleKind

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_of_rules_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(), "call: python -m gems.rules.describe docs/rules.md"


def test_every_rule_is_told_in_catalogue_order() -> None:
    told = descriptions()
    assert [rule.info for rule in told] == [rule.info for rule in RULES]
    for rule in told:
        assert (rule.judged is Judged.COUNTED) == (rule.info.kind is RuleKind.COUNTED)
        assert rule.judged is not Judged.CHECKED or rule.why_not_planned is not None


@pytest.mark.parametrize("agreement", AGREEMENTS)
def test_one_agreement_has_one_text_a_figure(agreement: str) -> None:
    for rule in descriptions(agreement):
        texts = {(figure.figure.name, figure.text) for figure in rule.figures}
        assert len(texts) == len({name for name, _ in texts})
        assert {figure.figure.text for figure in rule.figures} <= {"code_du_travail", agreement}


def test_an_unknown_agreement_is_refused() -> None:
    with pytest.raises(KeyError):
        descriptions("ccn_0000")


def test_a_figure_says_whether_it_was_read() -> None:
    rest = next(rule for rule in descriptions("ccn66_413") if rule.info.name == "daily_rest_min").figures[0]
    assert rest.verified
    assert (rest.value, rest.outer) == (Words("11 h", "11 h"), Words("9 h", "9 h"))
    assert not all(figure.verified for rule in descriptions() for figure in rule.figures)


@pytest.mark.parametrize(
    ("value", "unit", "french", "english"),
    [
        (660, "minutes", "11 h", "11 h"),
        (6, "days", "6 jours", "6 days"),
        (1, "days", "1 jour", "1 day"),
        (1320, "clock minutes", "22 h 00", "22:00"),
        (1440, "clock minutes", "minuit", "midnight"),
        (1800, "clock minutes", "6 h 00 le lendemain", "6:00 the next day"),
        (16, "years", "16 ans", "16 years"),
        (125, "per mille", "12,5 %", "12.5 %"),
        (25, "percent", "25 %", "25 %"),
        (38, "cents", "0,38 €", "€0.38"),
    ],
)
def test_figures_in_words(value: int, unit: str, french: str, english: str) -> None:
    assert said(value, unit) == Words(french, english)
