"""Groups, transactions and the copy of the data kept in memory."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from gems.domain.group import Group, Settings
from gems.domain.issues import Kind
from gems.domain.members import Member, Site
from gems.domain.records import PLACES, records_of
from gems.store.store import Store
from sample_data import generate
from tests.store.put import keep, new_group, read

PRES = Settings(name="Les Prés")
TOWN_HALL = Member(id="M1", name="Mairie", territorial=True, phone="")
NOBODYS_SITE = Site(id="L1", member_id="M9", name="Atelier", commune="Ahun")


def put(store: Store, number: int, kind: Kind, *records: object) -> None:
    with store.write(number) as work:
        work.records.put(kind, records)


def test_a_new_group_is_empty_and_found_by_name(store: Store) -> None:
    number = store.add_group(PRES)
    assert store.groups() == ((number, "Les Prés"),)
    assert read(store, number) == Group(settings=PRES)


def test_a_sample_group_comes_back_as_it_went_in(store: Store) -> None:
    group = generate("small")
    assert read(store, new_group(store, group)) == group
    assert all(
        records_of(group, kind) for kind in set(PLACES) - {Kind.TRAVEL, Kind.ON_CALL, Kind.DEROGATION, Kind.ROSTER_TERM}
    )


def test_groups_of_one_database_do_not_meet(store: Store) -> None:
    group = generate("small")
    first, second = new_group(store, group), new_group(store, group)
    keep(store, second, Group(settings=PRES))
    assert read(store, first) == group
    assert read(store, second) == Group(settings=PRES)


def test_a_block_that_fails_leaves_nothing(store: Store) -> None:
    number = store.add_group(PRES)

    def fail() -> None:
        with store.write(number) as work:
            work.records.put(Kind.MEMBER, (TOWN_HALL,))
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fail()
    assert read(store, number).members == ()


def test_a_reference_to_nothing_leaves_nothing(store: Store) -> None:
    number = store.add_group(PRES)
    with pytest.raises(IntegrityError):
        put(store, number, Kind.SITE, NOBODYS_SITE)
    assert read(store, number).sites == ()


# --- The copy kept in memory ---------------------------------------------------------------------------------


def test_what_has_not_changed_is_read_once(store: Store) -> None:
    number = store.add_group(PRES)
    first = read(store, number)
    put(store, number, Kind.MEMBER)
    assert read(store, number) is first


def test_what_another_server_changed_is_read_again(store: Store, database_url: str) -> None:
    number = store.add_group(PRES)
    assert read(store, number).members == ()
    other = Store.open(database_url)
    put(other, number, Kind.MEMBER, TOWN_HALL)
    other.close()
    assert read(store, number).members == (TOWN_HALL,)


@pytest.mark.parametrize("change", ["settings", "records", "requests", "order"])
def test_every_change_raises_the_revision(store: Store, change: str) -> None:
    group = generate("small")
    number = new_group(store, group)
    with store.write(number) as work:
        seen = work.records.revision
        match change:
            case "settings":
                work.records.put_settings(PRES)
            case "records":
                work.records.put(Kind.WISH, ())
            case "requests":
                work.records.put(Kind.REQUEST, group.requests[1:])
            case "order":
                work.records.put(Kind.EMPLOYEE, group.employees[::-1])
    with store.read(number) as work:
        assert work.records.revision > seen
        assert work.group != group


def test_what_was_not_kept_is_never_served(store: Store) -> None:
    """A writer that fails after reading its own changes leaves no trace in memory either."""
    number = store.add_group(PRES)

    def fail() -> None:
        with store.write(number) as work:
            work.records.put_settings(replace(PRES, name="Les Champs"))
            assert work.records.group().settings.name == "Les Champs"
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fail()
    put(store, number, Kind.MEMBER, TOWN_HALL)  # the same revision as the one that was not kept
    assert read(store, number) == replace(Group(settings=PRES), members=(TOWN_HALL,))
