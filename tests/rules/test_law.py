"""The law as data: every file parses, every figure says where it comes from, and the right one is in force on a day."""

import tomllib
from datetime import date
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest

from gems.rules import law
from gems.rules.describe import UNITS, said
from gems.rules.law import AGREEMENTS, CODE, Law, figures_of, title_of

TEXTS = (CODE, *AGREEMENTS)
NAMED = [(text, name) for text in TEXTS for name in figures_of(text)]
FIGURES = [(text, name) for text, name in NAMED if figures_of(text)[name]]
SOURCES = Path(__file__).parents[2] / "docs" / "sources.md"
BEFORE_THE_LAW, TODAY = date(1936, 6, 1), date(2026, 11, 22)


def test_there_is_a_file_for_each_agreement_and_no_other() -> None:
    stems = {path.name.removesuffix(".toml") for path in files("gems.agreements").iterdir() if ".toml" in path.name}
    assert stems == set(TEXTS)
    assert all(title_of(text) for text in TEXTS)


@pytest.mark.parametrize(("text", "name"), FIGURES)
def test_a_figure_says_all_of_itself(text: str, name: str) -> None:
    figures = figures_of(text)[name]
    for figure in figures:
        assert figure.unit in UNITS
        assert said(figure.value, figure.unit).fr
        assert figure.article.strip()
        assert figure.source.strip()
        assert figure.value >= 0
        assert figure.since > BEFORE_THE_LAW
        assert figure.outer is None or figure.outer != figure.value, "a derogation to the same figure is none"
    assert len({figure.unit for figure in figures}) == 1
    assert all(before.since < after.since for before, after in pairwise(figures)), "two values from the same day"


@pytest.mark.parametrize(("text", "name"), FIGURES)
def test_a_figure_is_either_read_or_said_to_be_unread(text: str, name: str) -> None:
    for figure in figures_of(text)[name]:
        if figure.verified is None:
            assert figure.note is not None, "not read in its source: a note must say so to the user"
        else:
            assert figure.since <= figure.verified
        if figure.note is not None:
            assert figure.note.fr.strip()
            assert figure.note.en.strip()


@pytest.mark.parametrize(("text", "name"), FIGURES)
def test_sources_are_listed(text: str, name: str) -> None:
    listed = {line.split()[1] for line in SOURCES.read_text("utf-8").splitlines() if line.startswith("- ")}
    for figure in figures_of(text)[name]:
        named = {part.strip() for part in figure.source.replace(";", ",").split(",")}
        assert named <= listed, f"not in {SOURCES.name}"
        assert figure.verified is None or not named <= {"K", "D"}, "K and D are read nowhere"


@pytest.mark.parametrize(("text", "name"), [row for row in NAMED if row not in FIGURES])
def test_only_an_agreement_does_away_with_a_figure_and_only_with_one_of_the_code(text: str, name: str) -> None:
    assert text != CODE
    assert figures_of(CODE).get(name)
    assert Law(text).figure(name, TODAY) is None


@pytest.mark.parametrize(("text", "name"), [row for row in FIGURES if row[0] != CODE])
def test_an_agreement_speaks_in_the_unit_of_the_code(text: str, name: str) -> None:
    ours, code = figures_of(text)[name][0], figures_of(CODE).get(name)
    assert code is None or code[0].unit == ours.unit


def test_the_agreement_replaces_the_code() -> None:
    night = "night_period.start"
    assert Law("bad_2941").value(night, TODAY) == 22 * 60
    assert Law("ccn66_413").value(night, TODAY) == 21 * 60


def test_the_rest_between_two_days_is_eleven_hours_everywhere_and_home_care_knows_no_exception() -> None:
    figures = [Law(agreement).figure("daily_rest_min", TODAY) for agreement in AGREEMENTS]
    assert [(figure.value, figure.unit, figure.outer) for figure in figures if figure] == [
        (660, "minutes", None),
        (660, "minutes", 540),
        (660, "minutes", 540),
    ]


def test_an_unknown_agreement_or_figure_is_refused() -> None:
    with pytest.raises(KeyError):
        Law("ccn_0000")
    with pytest.raises(KeyError):
        Law("bad_2941").value("daily_rest_minn", TODAY)
    assert Law("bad_2941").figure("daily_rest_minn", TODAY) is None


@pytest.fixture
def two_dates(monkeypatch: pytest.MonkeyPatch) -> Law:
    """A law whose figure changed in the Code in 2020 and in the agreement in 2025."""
    written = {
        CODE: 'text = "Code"\n[rest]\nunit = "minutes"\nvalues = [\n'
        '{ value = 2, since = 2020-01-01, article = "B", source = "S1" },\n'
        '{ value = 1, since = 2000-01-01, article = "A", source = "S1" }]',
        "bad_2941": 'text = "BAD"\n[rest]\nunit = "minutes"\n'
        'values = [{ value = 3, since = 2025-01-01, article = "C", source = "S2" }]',
    }
    monkeypatch.setattr(law, "_content", lambda text: tomllib.loads(written[text]))
    law._read.cache_clear()
    try:
        return Law("bad_2941")
    finally:
        law._read.cache_clear()


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(1999, 12, 31), None),
        (date(2000, 1, 1), 1),
        (date(2019, 12, 31), 1),
        (date(2020, 1, 1), 2),
        (date(2024, 12, 31), 2),
        (date(2025, 1, 1), 3),
    ],
)
def test_the_figure_of_the_day(two_dates: Law, day: date, value: int | None) -> None:
    figure = two_dates.figure("rest", day)
    assert (figure and figure.value) == value


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ('{ value = 1.5, since = 2020-01-01, article = "A", source = "S1" }', "whole number"),
        ('{ value = 1, since = "2020", article = "A", source = "S1" }', "since a date"),
        ('{ value = 1, since = 2020-01-01, article = "A", source = "S1", until = 2021-01-01 }', "unknown keys"),
    ],
)
def test_a_malformed_figure_is_refused(monkeypatch: pytest.MonkeyPatch, row: str, message: str) -> None:
    content = tomllib.loads(f'text = "Code"\n[rest]\nunit = "minutes"\nvalues = [{row}]')
    monkeypatch.setattr(law, "_content", lambda text: content)
    law._read.cache_clear()
    with pytest.raises(ValueError, match=message):
        Law("bad_2941")
    law._read.cache_clear()
