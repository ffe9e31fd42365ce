"""The board's page without a browser: aggregates said and drawn, and nothing of anybody."""

from dataclasses import replace
from typing import Any

import pytest

from gems.access.policy import Role
from gems.planning.views.board import Figure, Indicators, indicators
from tests.web.furnished import House
from tests.web.visit import Visit, Visiting, said


@pytest.fixture
def open_page(visiting: Visiting, house: House) -> Any:
    return lambda language="fr": visiting(language, actor=house.actors[Role.BOARD], path="")


def published(house: House) -> None:
    house.propose()
    house.publish()


def found(house: House) -> Indicators:
    return indicators(house.office, house.actors[Role.BOARD], weeks=12)


def test_before_any_publication_it_is_said_what_will_be_here(open_page: Any) -> None:
    assert said("board.none.title") in open_page().words


def test_each_chart_has_its_sentence(open_page: Any, house: House) -> None:
    published(house)
    words = open_page().words
    for chart in ("coverage", "full", "least", "unplaced", "km", "changes"):
        assert said(f"board.{chart}.chart") in words
        assert said(f"board.{chart}.means") in words
    assert said("board.fairness") in words


def test_the_figures_are_those_of_the_office(open_page: Any, house: House) -> None:
    published(house)
    whole = found(house).whole
    assert whole is not None
    assert whole.coverage.value is not None
    tiles = {str(tile.label): str(tile.value) for tile in open_page().at.metric}
    assert tiles[said("board.coverage")].startswith(f"{100 * whole.coverage.value:.1f}".replace(".", ","))


def test_what_is_hidden_is_said_to_be(open_page: Any, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    published(house)
    shown = found(house)
    assert shown.whole is not None
    hidden = Figure(value=None, hidden=True)
    few = replace(
        shown, whole=replace(shown.whole, coverage=hidden), fairness=hidden, least_served=hidden, sundays_spread=hidden
    )
    monkeypatch.setattr("ui.web.screens.board.indicators.indicators", lambda *_, **__: few)
    visit: Visit = open_page()
    tiles = {str(tile.label): str(tile.value) for tile in visit.at.metric}
    assert tiles[said("board.coverage")] == said("board.hidden")
    for name in ("fair", "least", "sundays"):
        assert said(f"board.{name}.hidden") in visit.words


def test_no_member_and_no_person_is_named(open_page: Any, house: House) -> None:
    published(house)
    group, words = house.group, open_page().words
    names = [one.name for one in (*group.members, *group.employees, *group.sites)]
    assert not any(name in words for name in names)


def test_another_span_and_another_language(open_page: Any, house: House) -> None:
    published(house)
    visit: Visit = open_page("en")
    visit.choose("board-span", 4)
    assert said("board.coverage.means", "en") in visit.words
