"""What is asked to be composed: the group as it stands, on the terms given; an ordinary no where nothing is asked."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gems.planning.compose.posing import pose_composition
from gems.planning.office import Declined, Office
from gems.store.store import Store
from sample_data import generate
from tests.databases import Clock, FillStore
from tests.planning.house import House, house_of
from tests.store.put import new_group


def test_the_terms_and_the_weeks_are_those_asked_for(filled_store: FillStore, clock: Clock) -> None:
    house = house_of(filled_store, clock)
    monday = house.planted.horizon.first
    question = pose_composition(
        house.office, house.coordinator, monday=monday, weeks=13, members_most=3, commute_minutes=25
    )
    assert (question.terms.members_most, question.terms.commute_minutes) == (3, 25)
    assert question.fortnight.mondays == tuple(monday + timedelta(weeks=number) for number in range(13))
    assert question.fortnight.group == house.group


def test_nothing_asked_is_an_ordinary_no(store: Store, clock: Clock) -> None:
    group = replace(generate("small"), requests=())
    house = House(Office(store), clock, new_group(store, group), "small")
    with pytest.raises(Declined, match="nothing to compose"):
        pose_composition(
            house.office,
            house.coordinator,
            monday=house.planted.horizon.first,
            weeks=52,
            members_most=4,
            commute_minutes=40,
        )
