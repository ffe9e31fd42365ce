"""What people really write: read as they meant it, without a word."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from gems.domain.requests import Recurrence, Request, Window
from gems.domain.schedule import Origin, Schedule
from gems.domain.time import Horizon
from gems.workbook import read_workbook
from tests.workbook.files import Content, edited, lean, saved, workbook_of
from tests.workbook.places import Spot, cells_of
from tests.workbook.small_group import GROUP, MONDAY, SCHEDULE, an_assignment

SOUND = lean(workbook_of(GROUP, SCHEDULE))
DATA = lean(workbook_of(GROUP))

SAME: dict[str, tuple[Spot, Content]] = {
    "hours as a number": (("Salariés", "Heures par semaine", 2), 35),
    "hours with a comma": (("Salariés", "Heures par semaine", 2), "35,0"),
    "hours with a unit": (("Salariés", "Heures par semaine", 2), " 35 H "),
    "hours as an Excel duration": (("Salariés", "Heures par semaine", 2), timedelta(hours=35)),
    "hours with a thin space": (("Salariés", "Heures par an", 2), "1\u202f607 h"),
    "hours shown as a date by Excel": (("Salariés", "Heures par semaine", 2), datetime(1900, 1, 1, 11)),  # noqa: DTZ001
    "euros with a comma": (("Clauses de roulement", "Prix de l'écart (€)", 2), "15,50"),
    "euros with their sign": (("Clauses de roulement", "Prix de l'écart (€)", 2), "15,5 €"),
    "a term by its other name": (("Clauses de roulement", "Ce qui est compté", 2), "Services"),
    "minutes": (("Demandes", "Durée", 4), "90 min"),
    "an hour and a half": (("Demandes", "Durée", 4), "1h30"),
    "an hour and a half with colon": (("Demandes", "Durée", 4), "1:30"),
    "an hour and a half in decimals": (("Demandes", "Durée", 4), "1,5"),
    "an hour and a half as a number": (("Demandes", "Durée", 4), 1.5),
    "an hour and a half as an Excel time": (("Demandes", "Durée", 4), time(1, 30)),
    "clock as an Excel time": (("Demandes", "Début", 2), time(7, 0)),
    "clock as 7 h": (("Demandes", "Début", 2), "7 h"),
    "clock as 7h00": (("Demandes", "Début", 2), "7h00"),
    "clock as 7 H 00": (("Demandes", "Début", 2), "7 H 00"),
    "clock as 07:00:00": (("Demandes", "Début", 2), "07:00:00"),
    "clock as a number of hours": (("Demandes", "Début", 2), 7),
    "clock as a part of a day": (("Demandes", "Début", 2), 7 / 24),
    "noon in words is no surprise": (("Demandes", "Fin", 2), "14 h 00"),
    "night that ends in the morning": (("Demandes", "Fin", 3), "7:00"),
    "night that ends at 31:00": (("Demandes", "Fin", 3), "31:00"),
    "night that ends at 31 h": (("Demandes", "Fin", 3), "31 h"),
    "night as an Excel duration": (("Demandes", "Fin", 3), timedelta(hours=31)),
    "night of the schedule at 31:00": (("Planning", "Fin", 5), "31:00"),
    "date in words": (("Planning", "Jour", 2), "lundi 23 novembre 2026"),
    "date in short words": (("Planning", "Jour", 2), "23 nov. 2026"),
    "date in English": (("Planning", "Jour", 2), "23 November 2026"),
    "date in ISO": (("Planning", "Jour", 2), "2026-11-23"),
    "date with dots": (("Planning", "Jour", 2), "23.11.26"),
    "date with a midnight": (("Planning", "Jour", 2), datetime(2026, 11, 23)),  # noqa: DTZ001
    "date that lost its format": (("Planning", "Jour", 2), 46349),
    "first of the month": (("Salariés", "Début du contrat", 2), "1er septembre 2025"),
    "week by its number": (("Réglages", "Première semaine", 0), "2026-W48"),
    "week in words": (("Réglages", "Première semaine", 0), "semaine 48 2026"),
    "moment as text": (("Historique semaines", "Fin du dernier service", 2), "20/11/2026 18h00"),
    "moment in ISO": (("Historique semaines", "Fin du dernier service", 2), "2026-11-20T18:00"),
    "yes as x": (("Planning", "Verrou", 2), "x"),
    "yes as true": (("Planning", "Verrou", 2), True),
    "yes as 1": (("Planning", "Verrou", 2), 1),
    "yes as VRAI": (("Planning", "Verrou", 2), "VRAI"),
    "no as a blank": (("Planning", "Verrou", 3), None),
    "weekdays in full": (("Demandes", "Jours", 2), "lundi, mardi, mercredi, jeudi et vendredi"),
    "weekdays as a range": (("Demandes", "Jours", 2), "lundi à vendredi"),
    "weekdays as letters": (("Demandes", "Jours", 2), "L-V"),
    "weekdays in English": (("Demandes", "Jours", 2), "Mon-Fri"),
    "weekdays as a word": (("Demandes", "Jours", 2), "semaine"),
    "weekend": (("Souhaits", "Jours", 3), "week-end"),
    "every day": (("Demandes", "Jours", 4), "tous les jours"),
    "kind in capitals": (("Demandes", "Genre", 2), "FIXE"),
    "kind in English": (("Demandes", "Genre", 4), "window"),
    "priority by number": (("Demandes", "Priorité", 2), 1),
    "priority agreed with another word": (("Demandes", "Priorité", 2), "Essentiel"),
    "season without accents": (("Demandes", "Période", 5), "Jours d ecole"),
    "exceptions with commas": (("Demandes", "Sauf le", 4), "24/12/2026, 31/12/2026"),
    "contract in short": (("Salariés", "Contrat", 3), "TP"),
    "members with commas": (("Salariés", "Adhérents du contrat", 2), "M01, M02"),
    "members in another order": (("Salariés", "Adhérents du contrat", 2), "M02;M01;"),
    "members by name": (("Salariés", "Adhérents du contrat", 2), "ehpad les tilleuls; M02"),
    "member by name": (("Lieux", "Adhérent", 2), "EHPAD  les tilleuls"),
    "id in small letters": (("Lieux", "Adhérent", 2), "m01"),
    "commune without accent": (("Lieux", "Commune", 2), "GUERET"),
    "person by name": (("Absences", "Salarié", 2), "Camille Fougere"),
    "site by name": (("Planning", "Lieu", 2), "les tilleuls"),
    "job by name": (("Planning", "Métier", 2), "Aide-soignant"),
    "jobs on two lines": (("Salariés", "Métiers", 2), "AS\nAES (valable jusqu'au 31/12/2027)"),
    "pattern with blanks and long dashes": (("Historique semaines", "Motif", 2), "j j j j j – –"),
    "text with blanks around": (("Adhérents", "Nom", 2), "  EHPAD Les Tilleuls\n"),
    "agreement in capitals": (("Réglages", "Convention collective", 0), "BAD 2941"),
    "default left blank": (("Réglages", "Profil de prix", 0), None),
    "commute left blank": (("Salariés", "Trajet maximal (minutes)", 3), None),
    "whole number as text": (("Trajets", "Minutes", 2), "24"),
    "whole number with decimals of nothing": (("Trajets", "Minutes", 2), "24,0"),
    "degrees with a comma": (("Communes", "Latitude", 2), "46,1717"),
}


@pytest.mark.parametrize("name", SAME)
def test_read_as_meant(name: str) -> None:
    spot, value = SAME[name]
    reading = read_workbook(edited(SOUND, cells_of({spot: value})))
    assert reading.faults == ()
    assert reading.group == GROUP
    assert reading.schedule == SCHEDULE


def test_numbers_serve_as_ids() -> None:
    changes: dict[Spot, Content] = {("Adhérents", "Identifiant", 2): 7, ("Lieux", "Adhérent", 2): "7"}
    changes |= {("Salariés", "Adhérents du contrat", line): "7; M02" for line in (2, 3)}
    changes |= {("Demandes", "Adhérent", line): 7.0 for line in (2, 3)}
    changes |= {("Visages connus", "Adhérent", 2): 7, ("Service rendu", "Adhérent", 2): 7}
    reading = read_workbook(edited(SOUND, cells_of(changes)))
    assert reading.faults == ()
    assert reading.group is not None
    assert reading.group.members[0].id == "7"


def test_a_schedule_made_by_hand() -> None:
    """Names instead of ids, no mission, no origin, no weeks in the settings."""
    workbook = load_workbook(BytesIO(DATA))
    sheet = workbook["Planning"]
    for row in sheet["A1:M1"]:
        for cell in row:
            cell.value = None
    for place, heading in enumerate(("Personne", "Date", "Heure de début", "Heure de fin", "Lieu", "Métier"), start=1):
        sheet.cell(1, place).value = heading
    for place, value in enumerate(
        ("Camille Fougère", "23/11/2026", "21 h", "7 h", "Les Tilleuls", "aide-soignant"), start=1
    ):
        sheet.cell(2, place).value = value
    for place, value in enumerate(("Dominique Bruyère", "01/12/2026", "8:00", 12, "Accueil", "SEC"), start=1):
        sheet.cell(4, place).value = value
    reading = read_workbook(saved(workbook))
    assert reading.faults == ()
    assert reading.schedule == Schedule(
        horizon=Horizon(MONDAY, 2),
        assignments=(
            an_assignment(0, 1260, 1860, "S01", "L01", "AS", origin=Origin.BY_HAND),
            an_assignment(8, 480, 720, "S02", "L02", "SEC", origin=Origin.BY_HAND),
        ),
    )


def test_a_merged_cell_speaks_for_all_its_lines() -> None:
    workbook = load_workbook(BytesIO(SOUND))
    workbook["Demandes"].merge_cells("B2:B3")
    assert workbook["Demandes"]["B3"].value is None
    assert read_workbook(saved(workbook)).group == GROUP


def test_columns_in_another_order_with_others_between() -> None:
    workbook = load_workbook(BytesIO(SOUND))
    sheet = workbook["Adhérents"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=1, max_row=3)]
    sheet.delete_rows(1, 3)
    for number, (key, name, territorial, phone) in enumerate(rows, start=3):
        for place, value in enumerate((phone, None, territorial, name, "vu le 3 mars", key), start=2):
            sheet.cell(number, place).value = value
    sheet["F3"] = None
    sheet["A1"] = "Nos adhérents au 1er septembre"
    sheet["F4"] = sheet["F5"] = None
    reading = read_workbook(saved(workbook))
    assert reading.faults == ()
    assert reading.group == GROUP


def test_an_unknown_column_is_only_a_warning() -> None:
    reading = read_workbook(edited(SOUND, {("Adhérents", "G1"): "Télfone", ("Adhérents", "G2"): "?"}))
    assert [(fault.cell, fault.severity) for fault in reading.faults] == [("G1", "warning")]
    assert reading.group == GROUP


def test_a_column_without_a_heading_is_nobody_s_business() -> None:
    assert read_workbook(edited(SOUND, {("Adhérents", "G2"): "vu"})).faults == ()


def test_an_unknown_sheet_is_only_a_warning_with_a_guess() -> None:
    workbook = load_workbook(BytesIO(SOUND))
    workbook["Souhaits"].title = "Souhait"
    reading = read_workbook(saved(workbook))
    assert [(fault.sheet, fault.severity) for fault in reading.faults] == [("Souhait", "warning")]
    assert "Vouliez-vous dire « Souhaits »" in reading.faults[0].fix.fr


def test_sheets_in_another_order_and_spelling() -> None:
    workbook = load_workbook(BytesIO(SOUND))
    workbook["Salariés"].title = "SALARIES"
    workbook["Métiers"].title = "Qualifications"
    workbook.move_sheet("Demandes", -4)
    workbook.remove(workbook["Trajets"])
    reading = read_workbook(saved(workbook))
    assert reading.faults == ()
    assert reading.group == replace(GROUP, travel=())


def test_english_headings() -> None:
    reading = read_workbook(workbook_of(GROUP, SCHEDULE, language="en"))
    assert reading.faults == ()
    assert reading.group == GROUP
    assert reading.schedule == SCHEDULE


def test_a_workbook_of_a_hundred_sheets_is_refused() -> None:
    workbook = load_workbook(BytesIO(SOUND))
    for _ in range(60):
        workbook.create_sheet()
    assert "trop de feuilles" in read_workbook(saved(workbook)).faults[0].wrong.fr


def test_a_date_of_another_century_does_not_stretch_the_schedule() -> None:
    changes: dict[Spot, Content] = {
        ("Réglages", "Première semaine", 0): None,
        ("Réglages", "Nombre de semaines", 0): None,
    }
    alone = read_workbook(edited(SOUND, cells_of(changes)))
    assert alone.schedule == SCHEDULE
    mistyped = read_workbook(edited(SOUND, cells_of(changes | {("Planning", "Jour", 5): "27/11/2126"})))
    assert any("plus d'un an" in fault.wrong.fr for fault in mistyped.faults)


def test_blank_lines_between_and_formats_far_below() -> None:
    workbook = load_workbook(BytesIO(SOUND))
    sheet = workbook["Trajets"]
    sheet.insert_rows(2, 3)
    sheet["A900"].number_format = "@"
    sheet["A901"] = "   "
    assert read_workbook(saved(workbook)).group == GROUP


def test_a_request_of_each_kind_from_scratch() -> None:
    changes: dict[Spot, Content] = {
        ("Demandes", heading, 9): value
        for heading, value in {
            "Identifiant": "D09", "Adhérent": "M01", "Lieu": "L01", "Métier": "AS", "Genre": "Plage", "Jours": "sam",
            "Début": "8h", "Fin": "12h", "Durée": "2h", "Personnes": 2, "Du": "28/11/2026", "Au": "28/11/2026",
        }.items()
    }  # fmt: skip
    group = read_workbook(edited(SOUND, cells_of(changes))).group
    assert group is not None
    assert group.requests[-1] == Request(
        id="D09",
        member_id="M01",
        site_id="L01",
        qualification="AS",
        label="",
        demand=Window(start_clock=480, end_clock=720, minutes=120, headcount=2),
        recurrence=Recurrence(weekdays=frozenset({5}), first_day=date(2026, 11, 28), last_day=date(2026, 11, 28)),
    )


def test_a_cell_of_another_kind_of_request_is_only_a_warning() -> None:
    reading = read_workbook(edited(SOUND, cells_of({("Demandes", "Durée", 2): "2 h"})))
    assert [fault.severity for fault in reading.faults] == ["warning"]
    assert reading.group == GROUP
