"""The price list: whole cents, words, profiles, and exactly the names that the priced rules read."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest

from gems.prices.load import DEFAULT_PROFILE, PROFILES, price_list, prices, read
from gems.rules.catalogue import RULES
from gems.rules.checker import judge
from gems.rules.statement import RuleKind
from tests.rules.loader import case_of, raw_cases

ENTRIES = price_list().entries
PRICED = [rule for rule in RULES if rule.info.kind is RuleKind.PRICED]
BANDS = [f"unserved_share.{band}_per_mille" for band in ("first", "second", "third")]
GOOD = """
default = "plain"
[profiles.plain]
title_fr = "Simple"
title_en = "Plain"
why_fr = "Un."
why_en = "One."
[prices."rule.detail"]
cents = 3
per = "minute"
title_fr = "Prix"
title_en = "Price"
why_fr = "Parce que."
why_en = "Because."
[figures."rule.start"]
value = 1200
unit = "clock minutes"
title_fr = "Début"
title_en = "Start"
why_fr = "Parce que."
why_en = "Because."
"""


class Noted(Mapping[str, int]):
    """Prices that remember which names were asked."""

    def __init__(self) -> None:
        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> int:
        self.asked.add(name)
        return 1

    def __iter__(self) -> Iterator[str]:
        return iter(self.asked)

    def __len__(self) -> int:
        return len(self.asked)


def test_there_are_the_three_profiles_and_a_default_one() -> None:
    assert set(PROFILES) == {"service_first", "balanced", "least_travel"}
    assert DEFAULT_PROFILE == "balanced"
    assert all(words.fr and words.en and words.fr != words.en for words in PROFILES.values())


def test_an_unknown_profile_is_refused() -> None:
    with pytest.raises(KeyError, match="cheapest"):
        prices("cheapest")


@pytest.mark.parametrize("profile", PROFILES)
def test_every_profile_has_every_price(profile: str) -> None:
    found = prices(profile)
    assert found.profile == profile
    assert set(found.cents) == {entry.name for entry in ENTRIES}


def test_a_profile_replaces_only_what_it_says() -> None:
    balanced, service, travel = (prices(name).cents for name in ("balanced", "service_first", "least_travel"))
    assert service["unserved.normal"] == 2 * balanced["unserved.normal"]
    assert {name for name in balanced if travel[name] != balanced[name]} == {"travel_time.minute"}
    assert {name.partition(".")[0] for name in balanced if service[name] != balanced[name]} == {
        "beyond_target",
        "public_share_pace",
        "unserved",
        "unserved_share",
    }


def test_names_are_told_once() -> None:
    names = [entry.name for entry in ENTRIES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_a_line_says_what_it_is_in_both_languages(entry: object) -> None:
    assert entry.unit in {  # type: ignore[attr-defined]
        "cents / minute",
        "cents / km",
        "cents / time",
        "clock minutes",
        "minutes",
        "days",
        "per mille",
        "times",
    }
    for words in (entry.title, entry.why):  # type: ignore[attr-defined]
        assert words.fr.strip()
        assert words.en.strip()
        assert words.fr != words.en
    assert entry.why.fr.endswith(".")  # type: ignore[attr-defined]
    assert entry.why.en.endswith(".")  # type: ignore[attr-defined]


def test_rules_name_the_prices_of_the_list_and_all_of_them() -> None:
    named = [name for rule in RULES for name in rule.info.prices]
    assert len(set(named)) == len(named), "a price belongs to one rule"
    assert set(named) == {entry.name for entry in ENTRIES}
    assert all(name.startswith(f"{rule.info.name}.") for rule in RULES for name in rule.info.prices)


@pytest.mark.parametrize("rule", PRICED, ids=lambda rule: rule.info.name)
def test_a_rule_reads_the_prices_it_names_and_no_other(rule: object) -> None:
    name = rule.info.name  # type: ignore[attr-defined]
    asked: set[str] = set()
    for case in (case_of(raw) for raw in raw_cases() if raw.rule == name):
        noted = Noted()
        problem = replace(case.problem, prices=replace(case.problem.prices, cents=noted))
        judge(problem, case.schedule, rules=(rule,))  # type: ignore[arg-type]
        asked |= noted.asked
    assert asked <= set(rule.info.prices)  # type: ignore[attr-defined]


@pytest.mark.parametrize("profile", PROFILES)
def test_prices_keep_their_order(profile: str) -> None:
    found = prices(profile)
    assert found["unserved.essential"] > found["unserved.normal"] > found["unserved.comfort"] > 0
    assert found["published_change.late"] >= found["published_change.short"] >= found["published_change.early"]
    assert found["published_change.early_days"] >= found["published_change.short_days"]
    assert [found[name] for name in BANDS] == sorted(found[name] for name in BANDS)


@pytest.mark.parametrize("profile", PROFILES)
def test_serving_an_hour_is_worth_more_than_what_it_can_add(profile: str) -> None:
    """An essential hour on the dearest minutes, on overtime, by a stand-in's price, still pays."""
    found = prices(profile)
    premium = max(found[f"unsocial_hours.{kind}"] for kind in ("sunday", "holiday", "may_first", "night"))
    overtime = found["overtime.first"] + found["overtime.beyond"]
    assert found["unserved.essential"] > premium + overtime + found["unmet_wish.unwanted"]


def test_a_good_list_is_read() -> None:
    found = read(GOOD)
    assert [(entry.name, entry.value, entry.unit, entry.is_price) for entry in found.entries] == [
        ("rule.detail", 3, "cents / minute", True),
        ("rule.start", 1200, "clock minutes", False),
    ]


@pytest.mark.parametrize(
    ("good", "bad", "words"),
    [
        ("cents = 3", "cents = 3.5", "rule.detail: 3.5 is not a whole number"),
        ("cents = 3", "cents = -3", "rule.detail: -3 is not a whole number"),
        ("cents = 3", "cents = true", "rule.detail: True is not a whole number"),
        ("cents = 3", "", "rule.detail: None is not a whole number"),
        ("cents = 3", "cents = 3\nprofiles = { fast = 4 }", "unknown profiles"),
        ("cents = 3", 'cents = 3\nnote = "x"', r"unknown keys \['note'\]"),
        ('title_en = "Price"', "", "title_fr and title_en are needed"),
        ('default = "plain"', 'default = "fast"', "no profile 'fast'"),
    ],
)
def test_a_bad_list_is_refused_by_its_line(good: str, bad: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        read(GOOD.replace(good, bad))
