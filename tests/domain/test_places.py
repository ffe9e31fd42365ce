"""Drives: the coordinator's figures first, then a road model checked against known distances of the Creuse."""

import pytest

from gems.domain.places import Commune, Leg, TravelEntry, TravelTable, estimate
from tests.rules.group import group

GUERET = Commune(name="Guéret", latitude=46.1708, longitude=1.8717, dual_carriageway=True)
SOUTERRAINE = Commune(name="La Souterraine", latitude=46.2383, longitude=1.4872, dual_carriageway=True)
AUBUSSON = Commune(name="Aubusson", latitude=45.9569, longitude=2.1697)
FELLETIN = Commune(name="Felletin", latitude=45.8844, longitude=2.1753)
BOURGANEUF = Commune(name="Bourganeuf", latitude=45.9544, longitude=1.7561)


@pytest.mark.parametrize(
    ("origin", "destination", "km", "minutes"),
    [
        (GUERET, AUBUSSON, 41, 47),
        (GUERET, SOUTERRAINE, 38, 33),  # both on the N145
        (GUERET, BOURGANEUF, 32, 37),
        (AUBUSSON, FELLETIN, 10, 13),
        (SOUTERRAINE, AUBUSSON, 77, 85),  # one of the two only
    ],
)
def test_the_road_model_gives_the_published_table(origin: Commune, destination: Commune, km: int, minutes: int) -> None:
    for leg in (estimate(origin, destination), estimate(destination, origin)):
        assert leg.km == pytest.approx(km, abs=1)
        assert leg.minutes == pytest.approx(minutes, abs=1)


def test_within_a_commune() -> None:
    assert estimate(GUERET, GUERET) == Leg(5, 2)


def test_the_coordinators_figure_comes_first_both_ways() -> None:
    towns = {town.name: town for town in (GUERET, AUBUSSON, FELLETIN)}
    table = TravelTable(towns, {("Guéret", "Aubusson"): Leg(52, 42)})
    assert table.between("Guéret", "Aubusson") == table.between("Aubusson", "Guéret") == Leg(52, 42)
    assert table.between("Aubusson", "Felletin") == estimate(AUBUSSON, FELLETIN)
    assert table.between("Aubusson", "Felletin") is table.between("Aubusson", "Felletin")


def test_each_way_may_have_a_figure_of_its_own() -> None:
    towns = {town.name: town for town in (GUERET, AUBUSSON)}
    table = TravelTable(towns, {("Guéret", "Aubusson"): Leg(52, 42), ("Aubusson", "Guéret"): Leg(50, 42)})
    assert (table.between("Guéret", "Aubusson").minutes, table.between("Aubusson", "Guéret").minutes) == (52, 50)


def test_an_unknown_commune_is_refused() -> None:
    with pytest.raises(KeyError):
        TravelTable({"Guéret": GUERET}, {}).between("Guéret", "Paris")


def test_drives_between_sites_and_from_home() -> None:
    of = group(travel=(TravelEntry(origin="Guéret", destination="Ahun", minutes=25, km=20),))
    assert of.drive("E", "E") == Leg(0, 0)
    assert of.drive("E", "G") == Leg(5, 2)
    assert of.drive("E", "F") == of.drive("F", "G") == Leg(25, 20)
    assert of.commute("ANA", "E") == Leg(5, 2)
    assert of.commute("ANA", "F") == Leg(25, 20)
