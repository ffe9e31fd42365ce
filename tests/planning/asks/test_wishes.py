"""Employees' wishes: their own, and only for weeks not yet published."""

from dataclasses import replace
from datetime import date

import pytest

from gems.domain.people import Wish, WishKind
from gems.planning.asks.wishes import drop_wish, my_wishes, write_wish
from gems.planning.office import Declined, Faulty
from tests.databases import Clock, FillStore
from tests.planning.asks.given import MONDAY, WEEK
from tests.planning.house import ISSUED, House, house_of, later

ME = "E001"
AWAY = Wish(id="", employee_id=ME, kind=WishKind.IMPOSSIBLE, weekdays=frozenset({4}), start_clock=720)


@pytest.fixture
def house(filled_store: FillStore, clock: Clock) -> House:
    return house_of(filled_store, clock)


def write(house: House, wish: Wish) -> str:
    return write_wish(house.office, house.employee(ME), employee_id=ME, wish=wish)


def kept(house: House, wish_id: str) -> Wish | None:
    return next((one for one in house.group.wishes if one.id == wish_id), None)


def test_written_read_changed_and_taken_back(house: House) -> None:
    made = write(house, AWAY)
    found = my_wishes(house.office, house.employee(ME), employee_id=ME)
    (line,) = (one for one in found.wishes if one.wish.id == made)
    assert line.words.fr == "ne peut pas travailler : vendredi, de 12 h 00 à 24 h 00, à partir du lun. 2 nov. 2026"
    write(house, replace(AWAY, id=made, kind=WishKind.UNWANTED))
    assert kept(house, made) == replace(AWAY, id=made, kind=WishKind.UNWANTED, first_day=date(2026, 11, 2)), (
        "from the present week"
    )
    drop_wish(house.office, house.employee(ME), employee_id=ME, wish_id=made)
    assert kept(house, made) is None


def test_it_counts_from_the_first_week_not_yet_published(house: House) -> None:
    house.keep(later(house.planted, -1), *ISSUED)
    made = write(house, AWAY)
    found = kept(house, made)
    assert found is not None
    assert found.first_day == MONDAY
    assert my_wishes(house.office, house.employee(ME), employee_id=ME).counts_from == MONDAY


def test_a_day_already_published_is_answered_not_wished(house: House) -> None:
    house.keep(house.planted, *ISSUED)
    friday = MONDAY.replace(day=27)
    with pytest.raises(Declined, match="29 Nov") as no:
        write(house, replace(AWAY, first_day=friday, last_day=friday))
    assert "appelez le groupement" in no.value.words.fr
    write(house, replace(AWAY, first_day=friday + WEEK, last_day=friday + WEEK))


def test_anothers_wish_is_as_unknown_as_one_that_does_not_exist(house: House) -> None:
    other = next(one for one in house.group.wishes if one.employee_id != ME)
    said = set()
    for wish_id in (other.id, "W999"):
        with pytest.raises(Declined) as no:
            drop_wish(house.office, house.employee(ME), employee_id=ME, wish_id=wish_id)
        with pytest.raises(Declined):
            write(house, replace(AWAY, id=wish_id))
        said.add(no.value.words)
    assert len(said) == 1
    assert other in house.group.wishes


def test_a_wish_that_holds_together_or_words_why_not(house: House) -> None:
    with pytest.raises(Faulty) as found:
        write(house, replace(AWAY, weekdays=frozenset(), end_clock=600))
    assert {issue.field for issue in found.value.issues} == {"weekdays", "end_clock"}
