"""Groups, transactions and the copy of the data kept in memory."""

import pytest

from gems.domain.group import Settings
from gems.domain.issues import Kind
from gems.domain.members import Member
from gems.domain.records import PLACES, records_of
from gems.store.store import Store
from sample_data import generate

SOMEBODY = Member(id="M1", name="Mairie", territorial=True, phone="")


def test_a_new_group_is_empty_and_found_by_name(store: Store) -> None:
    number = store.add_group(Settings(name="Les Prés"))
    assert store.groups() == ((number, "Les Prés"),)
    with store.read(number) as work:
        assert work.group.settings == Settings(name="Les Prés")
        assert all(not records_of(work.group, kind) for kind in PLACES)


def test_a_sample_group_comes_back_as_it_went_in(store: Store) -> None:
    group = generate("small")
    number = store.add_group(group.settings)
    with store.write(number) as work:
        for kind in PLACES:
            work.records.put(kind, records_of(group, kind))
    with store.read(number) as work:
        assert work.group == group


def test_a_block_that_fails_leaves_nothing(store: Store) -> None:
    number = store.add_group(Settings(name="Les Prés"))
    with pytest.raises(ZeroDivisionError), store.write(number) as work:
        work.records.put(Kind.MEMBER, (SOMEBODY,))
        _ = 1 / 0
    with store.read(number) as work:
        assert work.group.members == ()
