"""The house of these tests: on SQLite and on PostgreSQL, one after the other."""

import pytest

from gems.store.store import Store
from tests.planning.week.given import House


@pytest.fixture
def house(store: Store) -> House:
    """The small sample group, before anything is planned."""
    return House.open(store)
