"""Why a change by hand is not legal: how far a derogation could go, or that there is none."""

from dataclasses import replace

import pytest

from gems.domain.time import instant_at
from gems.planning.explain.refusing import NONE, way_out
from gems.rules.checker import judge
from gems.rules.law import AGREEMENTS, law_of
from tests.planning.explain.test_clash import lock, posed
from tests.rules.group import FIRST


@pytest.mark.parametrize("agreement", AGREEMENTS)
def test_a_derogation_is_offered_exactly_where_the_text_has_one(agreement: str) -> None:
    asked = posed(lock(0, 17, 22), lock(1, 7, 11))
    settings = replace(asked.group.settings, agreement=agreement)
    asked = replace(asked, group=replace(asked.group, settings=settings))
    assert asked.baseline is not None
    (found,) = (one for one in judge(asked, asked.baseline).violations if one.rule == "daily_rest_min")
    figure = law_of(agreement).figure("daily_rest_min", FIRST)
    assert figure is not None
    said = way_out(asked, found)
    assert (said == NONE) == (figure.outer is None)
    if figure.outer is not None:
        assert f"{figure.outer // 60} h" in said.fr


def test_no_derogation_from_being_in_two_places() -> None:
    asked = posed(lock(0, 8, 12), lock(0, 10, 13))
    assert asked.baseline is not None
    found = judge(asked, asked.baseline).violations[0]
    assert (found.rule, way_out(asked, found)) == ("no_overlap", NONE)
    assert asked.baseline.assignments[0].start == instant_at(FIRST, 480)
