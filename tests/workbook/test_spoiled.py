"""One thing wrong in a correct workbook: reported at its sheet and cell, in French, with what to do."""

from datetime import date, datetime

import pytest

from gems.domain.words import Words
from gems.workbook import CellFault, read_workbook
from tests.workbook.files import Content, edited, lean, workbook_of
from tests.workbook.places import Spot, cell_of, cells_of
from tests.workbook.small_group import GROUP, SCHEDULE

SOUND = lean(workbook_of(GROUP, SCHEDULE))
NOON = datetime(2026, 2, 1)  # noqa: DTZ001 - as Excel stores it

# What is wrong: the cell, what it holds now, and words of the message.
SPOILT: dict[str, tuple[Spot, Content, str]] = {
    # Settings
    "group without a name": (("Réglages", "Nom du groupement", 0), None, "vide"),
    "unknown agreement": (("Réglages", "Convention collective", 0), "bad_2942", "n'existe pas"),
    "unknown profile": (("Réglages", "Profil de prix", 0), "le moins cher", "n'existe pas"),
    "grid in words": (("Réglages", "Pas des horaires (minutes)", 0), "demi-heure", "n'est pas un nombre entier"),
    "grid of nothing": (("Réglages", "Pas des horaires (minutes)", 0), 0, "impossible"),
    "unknown school zone": (("Réglages", "Zone scolaire", 0), "D", "n'existe pas"),
    "fortnight from a Tuesday": (("Réglages", "Début d'une quatorzaine", 0), date(2026, 1, 6), "lundi"),
    "first week from a Tuesday": (("Réglages", "Première semaine", 0), "24/11/2026", "lundi"),
    "weeks of schedule without end": (("Réglages", "Nombre de semaines", 0), 400, "ne peuvent pas être planifiées"),
    "number of weeks without the first": (("Réglages", "Première semaine", 0), None, "manque"),
    # Members, sites, communes, travel
    "member without id": (("Adhérents", "Identifiant", 2), None, "vide"),
    "member id twice": (("Adhérents", "Identifiant", 3), "M01", "déjà pris"),
    "id with a semicolon": (("Adhérents", "Identifiant", 3), "M;2", "pas utilisable"),
    "id turned into a date by Excel": (("Adhérents", "Identifiant", 3), NOON, "n'est pas un identifiant"),
    "id far too long": (("Adhérents", "Identifiant", 3), "M" * 80, "pas utilisable"),
    "member without name": (("Adhérents", "Nom", 2), "   ", "vide"),
    "name that is a novel": (("Adhérents", "Nom", 2), "Les Tilleuls " * 200, "trop long"),
    "yes or no answered maybe": (("Adhérents", "Collectivité territoriale", 2), "peut-être", "oui ou non"),
    "site of an unknown member": (("Lieux", "Adhérent", 2), "M99", "« M99 » n'existe pas"),
    "site in an unknown commune": (("Lieux", "Commune", 2), "Gérée", "n'existe pas"),
    "latitude in words": (("Communes", "Latitude", 2), "au nord", "n'est pas un nombre"),
    "latitude beyond the pole": (("Communes", "Latitude", 2), 461717, "impossible"),
    "commune twice": (("Communes", "Commune", 3), "Guéret", "déjà pris"),
    "drive to an unknown commune": (("Trajets", "À", 2), "Paris", "n'existe pas"),
    "drive of negative length": (("Trajets", "Minutes", 2), -5, "impossible"),
    "kilometres and a half": (("Trajets", "Kilomètres", 2), 20.5, "n'est pas un nombre entier"),
    # Jobs and stand-ins
    "job code twice": (("Métiers", "Code", 3), "AS", "déjà pris"),
    "stand-in of an unknown job": (("Suppléances", "Métier demandé", 2), "IDE", "n'existe pas"),
    "stand-in for oneself": (("Suppléances", "Métier demandé", 2), "AS", "lui-même"),
    "stand-in twice": (("Suppléances", "Métier demandé", 3), "AES", "lui-même"),
    # Employees
    "employee id twice": (("Salariés", "Identifiant", 3), "S01", "déjà pris"),
    "home in an unknown commune": (("Salariés", "Commune", 2), "Ahin", "Vouliez-vous dire « Ahun »"),
    "birth in the future": (("Salariés", "Naissance", 3), "28/02/2090", "impossible"),
    "birth on 30 February": (("Salariés", "Naissance", 3), "30/02/1990", "n'est pas une date"),
    "commute of ten hours": (("Salariés", "Trajet maximal (minutes)", 2), 600, "impossible"),
    "job nobody knows": (("Salariés", "Métiers", 2), "AS; AESS", "Vouliez-vous dire « AES »"),
    "job held twice": (("Salariés", "Métiers", 2), "AS; AS", "deux fois"),
    "job with an impossible expiry": (("Salariés", "Métiers", 2), "AS (31/02/2027)", "n'est pas une date"),
    "employee without job": (("Salariés", "Métiers", 2), " ; ", "Aucun métier"),
    "contract of another kind": (("Salariés", "Contrat", 2), "CDD", "n'est pas un type de contrat"),
    "contract hours in words": (("Salariés", "Heures par semaine", 2), "trente-cinq", "n'est pas une durée"),
    "contract over 48 hours": (("Salariés", "Heures par semaine", 2), 350, "impossible"),
    "part-time of 35 hours": (("Salariés", "Heures par semaine", 3), "35 h", "n'est pas un temps partiel"),
    "no annual hours": (("Salariés", "Heures par an", 2), 0, "impossible"),
    "contract ends before it starts": (("Salariés", "Fin du contrat", 2), "31/08/2025", "avant le début"),
    "contract without members": (("Salariés", "Adhérents du contrat", 2), None, "vide"),
    "contract with an unknown member": (("Salariés", "Adhérents du contrat", 2), "M01; M9", "n'existe pas"),
    "lighter days without their amount": (("Salariés", "Minutes en moins par jour", 3), None, "incomplètes"),
    "lighter days that end first": (("Salariés", "Journées allégées au", 3), "01/10/2026", "avant le début"),
    # Absences, wishes, on-call, derogations
    "absence of nobody": (("Absences", "Salarié", 2), "Claude", "n'existe pas"),
    "absence with a reason for kind": (("Absences", "Type", 2), "grippe", "n'est pas un type d'absence"),
    "absence that ends first": (("Absences", "Au", 2), "20/12/2026", "pas après le début"),
    "absence of seven years": (("Absences", "Au", 2), "27/12/2033", "Vérifiez"),
    "absence at 25 o'clock": (("Absences", "Jusqu'à", 3), "17h75", "n'est pas une heure"),
    "wish on no day": (("Souhaits", "Jours", 2), None, "vide"),
    "wish on a day that does not exist": (("Souhaits", "Jours", 2), "mercredu", "n'est pas une liste de jours"),
    "wish that ends where it starts": (("Souhaits", "Fin", 2), "13:00", "pas après"),
    "term of a stranger": (("Clauses de roulement", "Salarié", 2), "Camile", "n'existe pas"),
    "term that counts nothing known": (
        ("Clauses de roulement", "Ce qui est compté", 2),
        "heures",
        "n'est pas ce qu'une",
    ),
    "term without a figure": (("Clauses de roulement", "Au plus", 2), None, "ne limite rien"),
    "term with half a day": (("Clauses de roulement", "Au plus", 2), 2.5, "n'est pas un nombre entier"),
    "term with less than nothing": (("Clauses de roulement", "Au plus", 2), -1, "impossible"),
    "term of more than it allows": (("Clauses de roulement", "Au moins", 2), 4, "dépasse le plus"),
    "term that ends before it can": (("Clauses de roulement", "Fin après", 3), "2:00", "finit après cette heure"),
    "term that begins at no time": (
        ("Clauses de roulement", "Puis début avant", 3),
        "neuf heures",
        "n'est pas une heure",
    ),
    "followings of nothing": (("Clauses de roulement", "Au plus", 3), None, "ne limite rien"),
    "followings at least": (("Clauses de roulement", "Au moins", 3), 1, "pas de minimum"),
    "what follows days": (("Clauses de roulement", "Puis service", 2), "Nuit", "Seul un enchaînement"),
    "days off at most after a night": (("Clauses de roulement", "Au plus", 4), 3, "pas de maximum"),
    "term at a price in words": (("Clauses de roulement", "Prix de l'écart (€)", 2), "cher", "n'est pas un montant"),
    "term at a price below the cent": (
        ("Clauses de roulement", "Prix de l'écart (€)", 2),
        1.005,
        "n'est pas un montant",
    ),
    "term at a price beyond a rule": (("Clauses de roulement", "Prix de l'écart (€)", 2), 10_001, "impossible"),
    "on-call told too late": (("Astreintes", "Annoncée le", 2), "20/12/2026", "après son début"),
    "derogation to an unknown rule": (("Dérogations", "Règle", 2), "daily_rest", "Vouliez-vous dire"),
    "derogation without reason": (("Dérogations", "Motif", 2), None, "vide"),
    "derogation that ends first": (("Dérogations", "Au", 2), "01/11/2026", "avant le début"),
    "derogation with a limit in words": (("Dérogations", "Limite", 2), "dix heures", "n'est pas un nombre entier"),
    # Requests
    "request of an unknown kind": (("Demandes", "Genre", 2), "forfait", "n'est pas un genre de demande"),
    "request at another member's site": (("Demandes", "Lieu", 2), "L02", "autre adhérent"),
    "request for an unknown job": (("Demandes", "Métier", 2), "cuisinier", "n'existe pas"),
    "request without start": (("Demandes", "Début", 2), None, "vide"),
    "request with an ambiguous time": (("Demandes", "Début", 2), 7.3, "n'est pas une heure"),
    "request that ends where it starts": (("Demandes", "Fin", 2), "7:00", "pas après"),
    "request over 24 hours": (("Demandes", "Fin", 2), "33:00", "24 heures"),
    "request for nobody": (("Demandes", "Personnes", 2), 0, "impossible"),
    "window without its length": (("Demandes", "Durée", 4), None, "a besoin de « Durée »"),
    "window shorter than its length": (("Demandes", "Durée", 4), "4 h", "ne tiennent pas"),
    "volume without hours": (("Demandes", "Heures par semaine", 5), None, "a besoin de « Heures par semaine »"),
    "volume under its shortest piece": (("Demandes", "Heures par semaine", 5), "2 h", "moins que le morceau"),
    "volume too great for its days": (("Demandes", "Heures par semaine", 5), "30 h", "ne s'obtiennent pas"),
    "volume with pieces below the grid": (("Demandes", "Morceau le plus court", 5), "10 min", "sous le pas"),
    "volume with pieces upside down": (("Demandes", "Morceau le plus long", 5), "2 h", "plus court que le plus court"),
    "volume on nine days": (("Demandes", "Jours au plus", 5), 9, "impossible"),
    "request on no day": (("Demandes", "Jours", 2), None, "vide"),
    "request that ends first": (("Demandes", "Au", 2), "31/08/2026", "avant le début"),
    "request every zero weeks": (("Demandes", "Toutes les … semaines", 2), 0, "impossible"),
    "request in an unknown season": (("Demandes", "Période", 2), "l'été", "n'est pas une période"),
    "request except on no date": (("Demandes", "Sauf le", 4), "24/12/2026; Noël", "n'est pas une liste de dates"),
    "request of unknown priority": (("Demandes", "Priorité", 2), "urgente!!", "n'est pas une priorité"),
    "excluded and wanted": (("Demandes", "Exclus", 2), "S01; S02", "souhaité et exclu"),
    "wanted and unknown": (("Demandes", "Souhaités", 2), "S77", "n'existe pas"),
    "break of three hours": (("Demandes", "Pause (minutes)", 2), 180, "impossible"),
    # History
    "past week from a Wednesday": (("Historique semaines", "Lundi", 2), "18/11/2026", "lundi"),
    "pattern of six letters": (("Historique semaines", "Motif", 2), "JJJJJ-", "motif de sept lettres"),
    "pattern with a strange letter": (("Historique semaines", "Motif", 2), "JJJJJX-", "motif de sept lettres"),
    "more night than day": (("Historique semaines", "Dont nuit", 2), "40 h", "dépassent"),
    "last duty in another week": (
        ("Historique semaines", "Fin du dernier service", 2),
        "20/12/2026 18:00",
        "cette semaine-là",
    ),
    "negative hours": (("Compteurs année", "Heures faites", 2), -12, "n'est pas une durée"),
    "unknown person in the counters": (("Compteurs année", "Salarié", 2), "S09", "n'existe pas"),
    "known face of an unknown member": (("Visages connus", "Adhérent", 2), "M77", "n'existe pas"),
    "service given to an unknown member": (("Service rendu", "Adhérent", 2), "M77", "n'existe pas"),
    # Planning
    "assignment of an unknown person": (("Planning", "Salarié", 2), "Personne", "n'existe pas"),
    "assignment at an unknown site": (("Planning", "Lieu", 2), "L99", "n'existe pas"),
    "assignment in an unknown job": (("Planning", "Métier", 2), "chef", "n'existe pas"),
    "assignment to an unknown mission": (("Planning", "Mission", 2), "D99/2026-11-23/1", "n'existe pas"),
    "assignment to a mission of another day": (("Planning", "Mission", 2), "D01/2026-11-22/1", "n'existe pas"),
    "assignment to a mission elsewhere": (("Planning", "Mission", 2), "D04/2026-11-23", "autre lieu"),
    "assignment outside the weeks": (("Planning", "Jour", 2), "16/11/2026", "hors du planning"),
    "assignment that ends where it starts": (("Planning", "Fin", 2), "7:00", "pas après"),
    "assignment over 24 hours": (("Planning", "Fin", 2), "45:00", "24 heures"),
    "lock neither on nor off": (("Planning", "Verrou", 2), "cadenas", "oui ou non"),
    "error of a formula": (("Planning", "Commentaire", 2), "#REF!", "erreur (#REF!)"),
    "formula never computed": (("Salariés", "Heures par semaine", 2), "=30+5", "pas de valeur enregistrée"),
}
# Faults that Excel users make in one cell and that show in another.
ELSEWHERE: dict[str, tuple[dict[Spot, Content], Spot, str]] = {
    "absence moved onto another": (
        {("Absences", "Salarié", 3): "S01", ("Absences", "Du", 3): "22/12/2026", ("Absences", "Au", 3): None},
        ("Absences", "Du", 3),
        "recoupe",
    ),
    "on-call period upside down": (
        {("Astreintes", "Du", 2): "07/12/2026"},
        ("Astreintes", "Au", 2),
        "pas après le début",
    ),
    "request whose days never come": (
        {("Demandes", "Au", 3): "02/09/2026"},
        ("Demandes", "Jours", 3),
        "entre les deux dates",
    ),
    "wanted though excluded": (
        {("Demandes", "Souhaités", 2): "S01; S02"},
        ("Demandes", "Exclus", 2),
        "souhaité et exclu",
    ),
    "job code gone": (
        {("Métiers", "Code", 4): "COMPTA"},
        ("Salariés", "Métiers", 3),
        "« SEC » n'existe pas",
    ),
    "volume for days that are not asked": (
        {("Demandes", "Jours", 5): "lun"},
        ("Demandes", "Heures par semaine", 5),
        "sur 1 jour au plus",
    ),
    "past week twice": (
        {("Historique semaines", "Salarié", 3): "S01"},
        ("Historique semaines", "Lundi", 3),
        "déjà donnée",
    ),
    "the way back of a drive": (
        {
            ("Trajets", "De", 3): "Ahun",
            ("Trajets", "À", 3): "Guéret",
            ("Trajets", "Minutes", 3): 24,
            ("Trajets", "Kilomètres", 3): 20,
        },
        ("Trajets", "À", 3),
        "dans les deux sens",
    ),
    "two people of one name": (
        {("Salariés", "Nom", 3): "Camille Fougère", ("Planning", "Salarié", 2): "camille fougere"},
        ("Planning", "Salarié", 2),
        "désigne plusieurs lignes (S01, S02)",
    ),
}


def faults_at(source: bytes, spot: Spot) -> list[CellFault]:
    sheet, cell = cell_of(spot)
    reading = read_workbook(source)
    assert reading.group is None
    assert reading.schedule is None
    return [fault for fault in reading.faults if (fault.sheet, fault.cell) == (sheet, cell)]


def test_the_workbook_is_sound_before_it_is_spoilt() -> None:
    reading = read_workbook(SOUND)
    assert reading.faults == ()
    assert reading.group == GROUP


def test_there_are_many_ways_to_spoil() -> None:
    assert len(SPOILT) >= 60


@pytest.mark.parametrize("name", SPOILT)
def test_reported_at_its_cell(name: str) -> None:
    spot, value, words = SPOILT[name]
    found = faults_at(edited(SOUND, cells_of({spot: value})), spot)
    assert [fault.severity for fault in found] == ["error"]
    assert words in found[0].wrong.fr + " " + found[0].fix.fr
    assert found[0].column == spot[1]
    assert found[0].wrong.en
    assert found[0].fix.en


@pytest.mark.parametrize("name", ELSEWHERE)
def test_reported_where_it_shows(name: str) -> None:
    changes, spot, words = ELSEWHERE[name]
    assert any(words in fault.wrong.fr for fault in faults_at(edited(SOUND, cells_of(changes)), spot))


def test_all_faults_are_reported_at_once() -> None:
    """One in each sheet, wherever they can stand together."""
    together = {
        spot: value
        for spot, value, _ in (
            SPOILT[name]
            for name in (
                "grid in words", "member without name", "site in an unknown commune", "latitude in words",
                "drive of negative length", "stand-in of an unknown job", "contract hours in words",
                "absence of nobody", "wish on a day that does not exist", "on-call told too late",
                "derogation without reason", "window without its length", "volume without hours",
                "pattern of six letters", "negative hours", "known face of an unknown member",
                "service given to an unknown member", "assignment at an unknown site",
            )
        )
    }  # fmt: skip
    reading = read_workbook(edited(SOUND, cells_of(together)))
    assert {(fault.sheet, fault.cell) for fault in reading.faults} == set(cells_of(together))


def test_a_faulty_cell_causes_no_other_fault() -> None:
    """A site whose member cannot be read still is a site: requests there are not reported."""
    reading = read_workbook(edited(SOUND, cells_of({("Lieux", "Adhérent", 2): NOON})))
    assert [(fault.sheet, fault.cell) for fault in reading.faults] == [cell_of(("Lieux", "Adhérent", 2))]


def test_faults_come_in_reading_order() -> None:
    reading = read_workbook(
        edited(
            SOUND, cells_of({("Salariés", "Contrat", 3): "?", ("Salariés", "Nom", 3): None, ("Lieux", "Nom", 2): None})
        )
    )
    assert [fault.sheet for fault in reading.faults] == ["Lieux", "Salariés", "Salariés"]
    assert [fault.column for fault in reading.faults] == ["Nom", "Nom", "Contrat"]


def test_the_place_of_a_fault_in_words() -> None:
    fault = read_workbook(edited(SOUND, cells_of({("Salariés", "Contrat", 3): "?"}))).faults[0]
    assert fault.place == Words("Salariés, H3 (Contrat)", "Salariés, H3 (Contrat)")
