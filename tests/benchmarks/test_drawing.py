"""Pictures for the documentation: what was given up is told apart, and no line pretends to know it."""

from benchmarks.drawing import Series, drawing


def test_every_dot_is_drawn_and_a_line_joins_the_medians() -> None:
    picture = drawing("Growth", "people", "seconds", [Series("1 week", [(8, 1.0), (8, 3.0), (8, 2.0), (30, 5.0)])])
    assert picture.count('r="4"') == 4
    assert picture.count('stroke-width="2"') == 1, "one stretch, between two medians"
    assert "given up there" not in picture


def test_what_was_given_up_is_hollow_and_no_line_goes_where_most_was() -> None:
    known = [(8, 1.0), (8, 2.0), (30, 5.0), (150, 9.0)]
    picture = drawing(
        "Growth", "people", "seconds", [Series("4 weeks", known, missed=[(8, 300.0), (30, 300.0), (30, 300.0)])]
    )
    assert picture.count('fill="none" stroke="#c') + picture.count('fill="none" stroke="#1') == 3, "hollow"
    assert "given up there" in picture
    assert picture.count('stroke-width="2"') == 0, "at 30 the median is not known"
