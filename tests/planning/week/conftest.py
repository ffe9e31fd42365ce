"""The house of these tests: on SQLite and on PostgreSQL, one after the other."""

import pytest

from tests.databases import Clock, FillStore
from tests.planning.week.given import House


@pytest.fixture
def house(filled_store: FillStore, clock: Clock) -> House:
    """The small sample group, before anything is planned."""
    return House(filled_store, clock)
