"""Plain-text tables, and what people may type after an option."""

from datetime import date

import pytest

from gems.domain.words import Words
from ui.cli.parameters import Number, Week, WrongValue
from ui.cli.tables import Column, lines, wrapped

COLUMNS = (
    Column(Words("Nom", "Name")),
    Column(Words("Heures", "Hours"), figures=True),
    Column(Words("Pourquoi", "Why")),
)


def test_columns_are_aligned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    rows = [("Ana", "35 h", ""), ("Cléo Petit", "−1 h 30", "Il ne reste plus d'horaire possible pour ces heures")]
    assert list(lines(COLUMNS, rows)) == [
        "Nom          Heures  Pourquoi",
        "----------  -------  " + "-" * 39,
        "Ana            35 h",
        "Cléo Petit  −1 h 30  Il ne reste plus d'horaire possible",
        "                     pour ces heures",
    ]


def test_no_row_at_all() -> None:
    assert list(lines(COLUMNS, [])) == ["Nom  Heures  Pourquoi", "---  ------  --------"]


def test_long_cells_are_cut_but_the_last_never(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    shown = list(lines(COLUMNS, [("N" * 100, "1 h", "mot " * 40)]))
    assert "…" in shown[2]
    assert " ".join(shown[2:]).count("mot") == 40


def test_a_line_never_begins_with_double_punctuation() -> None:
    text = "Une demande non servie ; une autre : « pourquoi » ?"
    for width in range(20, 60):
        rows = wrapped(text, width)
        assert " ".join(rows) == text
        assert not [row for row in rows if row[0] in ";:?»" or row[-1] == "«"]


@pytest.mark.parametrize(
    "text", ["2026-W48", "2026-w48", "2026W48", "2026-S48", "2026-11-23", "2026-11-29", " 2026-W48 "]
)
def test_a_week_is_understood(text: str) -> None:
    assert Week().convert(text, None, None) == date(2026, 11, 23)


@pytest.mark.parametrize("text", ["", "48", "2026-W00", "2026-W54", "2025-W53", "2026-13-01", "23/11/2026", "0001-W01"])
def test_what_is_no_week_is_told(text: str) -> None:
    with pytest.raises(WrongValue, match="is no week"):
        Week().convert(text, None, None)


def test_numbers_within_bounds() -> None:
    assert Number(1, 9).convert("9", None, None) == 9
    assert Number(1, 9, whole=False).convert("2,5", None, None) == 2.5
    for text in ("0", "10", "2.5", "x", "inf", ""):
        with pytest.raises(WrongValue, match="whole number from 1 to 9"):
            Number(1, 9).convert(text, None, None)
