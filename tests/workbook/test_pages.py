"""The pages for reading and printing: the week on the wall, what is not served, the bill, the help."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from gems.domain.schedule import Schedule
from gems.domain.time import Horizon
from gems.domain.words import Language
from gems.workbook import read_workbook
from gems.workbook.pages import is_page
from gems.workbook.sheets import SHEETS
from gems.workbook.styles import RED_FILL, SHADE_FILL, tint
from tests.workbook.files import workbook_of
from tests.workbook.small_group import GROUP, REPORT, SCHEDULE, an_assignment


def written(language: Language = "fr") -> Workbook:
    return load_workbook(BytesIO(workbook_of(GROUP, SCHEDULE, REPORT, language)))


@pytest.fixture(scope="module")
def week() -> Worksheet:
    return written()["Semaine 48"]


def row_of(sheet: Worksheet, text: str) -> int:
    return next(cell.row for cell in sheet["A"] if cell.value == text)


def test_pages_come_first_then_data_then_help() -> None:
    names = written().sheetnames
    assert names[:3] == ["Semaine 48", "Non servi", "Facture"]
    assert names[3:-1] == [sheet.title.fr for sheet in SHEETS]
    assert names[-1] == "Aide"


def test_the_week_has_a_title_and_a_column_a_day(week: Worksheet) -> None:
    assert week["A1"].value == "GE des Trois Vallées · Semaine 48 · 23 nov. – 29 nov. 2026"
    assert [cell.value for cell in week[3]] == [
        "Salarié", "lundi 23", "mardi 24", "mercredi 25", "jeudi 26", "vendredi 27", "samedi 28", "dimanche 29",
        "Heures", "Contrat", "Écart",
    ]  # fmt: skip


def test_cards_say_when_and_where(week: Worksheet) -> None:
    row = row_of(week, "Camille Fougère")
    assert week.cell(row, 2).value == "🔒 7 h 00–14 h 00 · Les Tilleuls (Guéret)\nclés à l'accueil"
    assert week.cell(row + 1, 2).value == "15 h 00–16 h 30 · Accueil (Ahun)"
    assert week.cell(row, 6).value == "21 h 00–7 h 00 · Les Tilleuls (Guéret)"


def test_one_colour_per_member_and_grey_weekends(week: Worksheet) -> None:
    row = row_of(week, "Camille Fougère")
    assert week.cell(row, 2).fill.fgColor.rgb == tint(0).fgColor.rgb
    assert week.cell(row + 1, 2).fill.fgColor.rgb == tint(1).fgColor.rgb
    assert week.cell(row, 7).fill.fgColor.rgb == SHADE_FILL.fgColor.rgb
    assert len({tint(index).fgColor.rgb for index in range(40)}) == 40


def test_hours_against_the_contract(week: Worksheet) -> None:
    """From the report where it speaks of the person (travel counts), else from the cards."""
    row = row_of(week, "Camille Fougère")
    assert week.cell(row, 9).value == timedelta(minutes=1534)
    assert week.cell(row, 10).value == timedelta(minutes=2100)
    assert week.cell(row, 11).value == "−9 h 26"
    other = row_of(week, "Dominique Bruyère")
    assert week.cell(other, 9).value == timedelta(minutes=420)
    assert week.cell(other, 10).value == timedelta(hours=24)


def test_the_red_lane_has_reasons_as_notes(week: Worksheet) -> None:
    row = row_of(week, "À pourvoir")
    dated, weekly = week.cell(row, 4), week.cell(row + 1, 2)
    assert dated.value == "7 h · Les Tilleuls (Guéret) · Renfort du matin"
    assert weekly.value == "7 h · Accueil (Ahun) · Secrétariat"
    for cell in (dated, weekly):
        assert cell.fill.fgColor.rgb == RED_FILL.fgColor.rgb
        assert cell.comment is not None
    assert dated.comment is not None
    assert dated.comment.text == "Aucun aide-soignant n'est libre."
    assert f"B{row + 1}:H{row + 1}" in [str(area) for area in week.merged_cells.ranges]


def test_the_page_prints_on_one_width_of_a4(week: Worksheet) -> None:
    assert week.page_setup.orientation == "landscape"
    assert int(week.page_setup.paperSize) == 9
    assert (week.page_setup.fitToWidth, week.page_setup.fitToHeight) == (1, 0)
    assert week.sheet_properties.pageSetUpPr is not None
    assert week.sheet_properties.pageSetUpPr.fitToPage
    assert week.freeze_panes == "B4"


def test_each_week_has_its_page_with_its_year_when_years_differ() -> None:
    schedule = Schedule(horizon=Horizon(date(2026, 12, 21), 3))
    names = load_workbook(BytesIO(workbook_of(GROUP, schedule))).sheetnames
    assert names[:3] == ["Semaine 52 2026", "Semaine 53 2026", "Semaine 1 2027"]
    holiday = load_workbook(BytesIO(workbook_of(GROUP, schedule)))["Semaine 52 2026"]
    assert holiday.cell(3, 6).value == "vendredi 25\nNoël"


def test_what_is_not_served() -> None:
    sheet = written()["Non servi"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert rows == [
        [
            "EHPAD Les Tilleuls", "Renfort du matin", "Les Tilleuls (Guéret)", "aide-soignant", "mer. 25 nov.",
            timedelta(hours=7), "Aucun aide-soignant n'est libre.",
        ],
        [
            "Mairie de Sainte-Fiction", "Secrétariat", "Accueil (Ahun)", "secrétaire", "dans la semaine",
            timedelta(hours=7), "Trop loin.",
        ],
    ]  # fmt: skip


def test_the_bill() -> None:
    sheet = written()["Facture"]
    said = {row[0].value: [cell.value for cell in row[1:]] for row in sheet.iter_rows(min_row=3)}
    assert said["Heures non servies"] == [1000, "minutes", 1000]
    assert said["Kilomètres"] == [60, "km", 234.56]
    assert said["Total"][-1] == 1234.56
    assert said["Aucun planning légal ne coûte moins de"][0] == 1200
    assert said["Écart prouvé au meilleur possible"][0] == "2,8\u202f%"


def test_the_help_speaks_of_every_column() -> None:
    sheet = written()["Aide"]
    said = {row[1].value for row in sheet.iter_rows(min_row=2)}
    assert said >= {column.heading.fr for one in SHEETS for column in one.columns}


def test_english_pages() -> None:
    workbook = written("en")
    assert workbook.sheetnames[:3] == ["Week 48", "Unserved", "Bill"]
    week = workbook["Week 48"]
    assert week.cell(row_of(week, "Camille Fougère") + 1, 2).value == "15:00–16:30 · Accueil (Ahun)"


def test_pages_are_passed_over_when_reading() -> None:
    assert all(is_page(title) for title in ("Semaine 48", "Week 1 2027", "non servi", "FACTURE", "À corriger"))
    assert not any(is_page(title) for title in ("Semaines", "Salariés", "Semaine prochaine"))


def test_a_schedule_of_unknown_people_and_places_is_still_drawn() -> None:
    """A page is drawn whatever the state of the data: a faulty workbook must be given back."""
    stray = an_assignment(0, 480, 720, "S99", "L99", "XX")
    faulty = replace(SCHEDULE, assignments=(*SCHEDULE.assignments, stray))
    unserved = replace(REPORT.unserved[0], need_id="gone", member_id="gone")
    source = workbook_of(GROUP, faulty, replace(REPORT, unserved=(unserved,)))
    assert {fault.sheet for fault in read_workbook(source).faults} == {"Planning"}


def test_text_never_becomes_a_formula() -> None:
    group = replace(
        GROUP,
        settings=replace(GROUP.settings, name="=1+1"),
        employees=(replace(GROUP.employees[0], name='=HYPERLINK("http://x")'), *GROUP.employees[1:]),
        sites=(replace(GROUP.sites[0], name="@SUM(A1)"), *GROUP.sites[1:]),
    )
    workbook = load_workbook(BytesIO(workbook_of(group, SCHEDULE, REPORT)))
    kinds = {cell.data_type for sheet in workbook.worksheets for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    name = workbook["Salariés"]["B2"]
    assert name.value == '=HYPERLINK("http://x")'
    assert name.quotePrefix


def test_characters_no_workbook_can_hold_are_replaced() -> None:
    group = replace(GROUP, settings=replace(GROUP.settings, name="GE\x07 sonnerie"))
    reading = read_workbook(workbook_of(group))
    assert reading.group is not None
    assert reading.group.settings.name == "GE\ufffd sonnerie"
