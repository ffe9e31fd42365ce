"""The charts drawn by the page: each figure is a word, and its bar no longer than its place."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from ui.web.panels.chart import MANY


def drawn(kind: str, count: int, top: float | None = None) -> str:
    def page(kind: str, count: int, top: float | None) -> None:
        from ui.web.panels import chart

        bars = [chart.Bar(name=f"s. {n}", value=n, said=f"{n} h", of=count) for n in range(1, count)]
        bars.append(chart.Bar(name="<b>", value=None, said="masqué"))
        getattr(chart, kind)("Heures & co", bars, top=top)

    at = AppTest.from_function(page, kwargs={"kind": kind, "count": count, "top": top}).run()
    assert not at.exception
    return str(at.get("html")[0].proto.body)


@pytest.mark.parametrize("kind", ["columns", "rows"])
def test_every_figure_is_said_and_nothing_typed_becomes_markup(kind: str) -> None:
    body = drawn(kind, 5)
    assert all(f"{n} h" in body for n in range(1, 5))
    assert "masqué" in body
    assert "&lt;b&gt;" in body
    assert "<b>" not in body
    assert "Heures &amp; co" in body


def test_bars_stay_within_their_place() -> None:
    shares = [float(one) for one in re.findall(r"--(?:value|of): ([\d.]+)", drawn("columns", 6, 3))]
    assert max(shares) == 1
    assert min(shares) == 0


def test_a_long_year_names_some_weeks_only() -> None:
    body = drawn("columns", 52)
    names = [name for name in re.findall(r'class="name">([^<]*)<', body) if name]
    assert 1 < len(names) <= MANY
    assert all(f"{n} h" in body for n in range(1, 52)), "all figures are still there to be listened to"
