"""Putting whole groups into a store, for tests."""

from functools import cache

from gems.domain.group import Group
from gems.domain.records import PLACES, records_of
from gems.store.store import Store
from sample_data import generate
from tests.databases import Fill


def new_group(store: Store, group: Group) -> int:
    """Keep a whole group under a new number."""
    number = store.add_group(group.settings)
    keep(store, number, group)
    return number


def keep(store: Store, number: int, group: Group) -> None:
    """Make the group of this number be this one, in one transaction."""
    with store.write(number) as work:
        if work.group.settings != group.settings:
            work.records.put_settings(group.settings)
        for kind in PLACES:
            work.records.put(kind, records_of(group, kind))


@cache
def sample_group(sample: str = "small") -> Fill:
    """What fills a database with this sample, and tells its number."""
    return lambda store: new_group(store, generate(sample))


def read(store: Store, number: int) -> Group:
    """The group as it stands."""
    with store.read(number) as work:
        return work.group
