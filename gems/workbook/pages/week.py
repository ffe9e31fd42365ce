"""The week as people like it on the wall: one line per person, one column per day, one colour per member."""

from dataclasses import dataclass
from datetime import date, timedelta

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from gems.domain.calendar import holiday_name
from gems.domain.group import Group
from gems.domain.people import Employee
from gems.domain.report import PlanReport, Unserved
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import SATURDAY, monday_of
from gems.domain.words import DAYS, MONTHS, Language, Words, clock, hours
from gems.workbook.pages import WEEK
from gems.workbook.pages.needs import day_of_need, monday_of_need, request_of
from gems.workbook.styles import (
    BOLD_FONT,
    BOX,
    CENTRED,
    ELAPSED,
    PALE_FONT,
    RED_FILL,
    RED_FONT,
    SHADE_FILL,
    TITLE_FONT,
    WRAPPED,
    header,
    printable,
    put,
    tint,
)

PERSON, FIRST_DAY, WORKED = 1, 2, 9
"""Column numbers."""
HEAD = 3
CARD_HEIGHT = 45
"""Points: three short lines."""
PERSON_WORDS, UNSERVED_WORDS = Words("Salarié", "Employee"), Words("À pourvoir", "To fill")
FIGURES = (Words("Heures", "Hours"), Words("Contrat", "Contract"), Words("Écart", "Gap"))
LEGEND = Words("Une couleur par adhérent", "One colour per member")
LOCK = "🔒 "


@dataclass(frozen=True, slots=True)
class _Page:
    worksheet: Worksheet
    group: Group
    days: tuple[date, ...]
    language: Language


def draw(
    workbook: Workbook, group: Group, schedule: Schedule, monday: date, report: PlanReport | None, language: Language
) -> None:
    """Draw the week that begins on `monday`; weeks of several years get their year in the title."""
    page = _Page(
        workbook.create_sheet(_title(schedule, monday, language)),
        group,
        tuple(monday + timedelta(days=offset) for offset in range(7)),
        language,
    )
    _head(page)
    row = HEAD + 1
    for person in group.employees:
        pieces = [piece for piece in schedule.by_employee.get(person.id, ()) if monday_of(piece.day) == monday]
        row = _person(page, row, person, pieces, report if schedule.horizon.weeks == 1 else None)
    if report is not None:
        row = _unserved(page, row, report)
    _legend(page, row + 1)
    page.worksheet.freeze_panes = f"{get_column_letter(FIRST_DAY)}{HEAD + 1}"
    page.worksheet.print_title_rows = f"{HEAD}:{HEAD}"
    printable(page.worksheet)


def _title(schedule: Schedule, monday: date, language: Language) -> str:
    year, week, _ = monday.isocalendar()
    years = {start.isocalendar()[0] for start in schedule.horizon.mondays}
    return f"{WEEK[language]} {week}" + (f" {year}" if len(years) > 1 else "")


def _head(page: _Page) -> None:
    sheet, first, last = page.worksheet, page.days[0], page.days[-1]
    names, months = DAYS[page.language], MONTHS[page.language]
    stretch = f"{first.day} {months[first.month - 1]} – {last.day} {months[last.month - 1]} {last.year}"
    put(sheet.cell(1, 1), f"{page.group.settings.name} · {WEEK[page.language]} {first.isocalendar()[1]} · {stretch}")
    sheet.cell(1, 1).font = TITLE_FONT
    header(sheet.cell(HEAD, PERSON), PERSON_WORDS[page.language])
    sheet.column_dimensions["A"].width = 24
    for offset, day in enumerate(page.days):
        holiday = holiday_name(day)
        text = f"{names[day.weekday()]} {day.day}" + (f"\n{holiday}" if holiday else "")
        header(sheet.cell(HEAD, FIRST_DAY + offset), text)
        sheet.column_dimensions[get_column_letter(FIRST_DAY + offset)].width = 23
    for offset, words in enumerate(FIGURES):
        header(sheet.cell(HEAD, WORKED + offset), words[page.language])
        sheet.column_dimensions[get_column_letter(WORKED + offset)].width = 10
    sheet.row_dimensions[HEAD].height = 34


def _person(page: _Page, row: int, person: Employee, pieces: list[Assignment], report: PlanReport | None) -> int:
    """As many lines as the busiest day has cards; returns the next free line."""
    by_day = [[piece for piece in pieces if piece.day == day] for day in page.days]
    height = max(1, *map(len, by_day))
    sheet = page.worksheet
    for offset in range(height):
        sheet.row_dimensions[row + offset].height = CARD_HEIGHT
        for place, cards in enumerate(by_day):
            cell = sheet.cell(row + offset, FIRST_DAY + place)
            cell.border, cell.alignment = BOX, WRAPPED
            if offset < len(cards):
                put(cell, _card(page, cards[offset]))
                cell.fill = _colour(page.group, cards[offset].site_id)
            elif page.days[place].weekday() >= SATURDAY or holiday_name(page.days[place]):
                cell.fill = SHADE_FILL
    _name_and_figures(page, row, height, person, _figures(person, pieces, report))
    return row + height


def _figures(person: Employee, pieces: list[Assignment], report: PlanReport | None) -> tuple[int, int]:
    """Minutes worked and minutes of the contract; from the report, which counts travel and absences, if it says."""
    for said in report.hours if report else ():
        if said.employee_id == person.id:
            return said.worked_minutes, said.contract_minutes
    return sum(piece.minutes for piece in pieces), person.contract.weekly_minutes


def _name_and_figures(page: _Page, row: int, height: int, person: Employee, figures: tuple[int, int]) -> None:
    sheet = page.worksheet
    worked, due = figures
    put(sheet.cell(row, PERSON), person.name)
    put(sheet.cell(row, WORKED), timedelta(minutes=worked), ELAPSED)
    put(sheet.cell(row, WORKED + 1), timedelta(minutes=due), ELAPSED)
    put(sheet.cell(row, WORKED + 2), hours(worked - due)[page.language])
    for place in (PERSON, WORKED, WORKED + 1, WORKED + 2):
        for offset in range(height):
            sheet.cell(row + offset, place).border = BOX
        sheet.cell(row, place).alignment = CENTRED
        if height > 1:
            sheet.merge_cells(start_row=row, end_row=row + height - 1, start_column=place, end_column=place)
    sheet.cell(row, PERSON).font = BOLD_FONT


def _card(page: _Page, piece: Assignment) -> str:
    """ "7 h 00–14 h 00 · Les Tilleuls (Guéret)"."""
    site = page.group.site.get(piece.site_id)
    where = f"{site.name} ({site.commune})" if site else piece.site_id
    lock = LOCK if piece.locked else ""
    times = f"{clock(piece.start)[page.language]}–{clock(piece.end)[page.language]}"
    remark = f"\n{piece.comment}" if piece.comment else ""
    return f"{lock}{times} · {where}{remark}"


def _colour(group: Group, site_id: str) -> PatternFill:
    order = {member.id: place for place, member in enumerate(group.members)}
    site = group.site.get(site_id)
    return tint(order.get(site.member_id, 0) if site else 0)


def _unserved(page: _Page, row: int, report: PlanReport) -> int:
    """The red lane: needs of a day in their column, needs of the week across."""
    of_week = [left for left in report.unserved if monday_of_need(left.need_id) == page.days[0]]
    by_day = [[left for left in report.unserved if day_of_need(left.need_id) == day] for day in page.days]
    height = max(map(len, by_day))
    if not of_week and not height:
        return row
    sheet = page.worksheet
    put(sheet.cell(row, PERSON), UNSERVED_WORDS[page.language])
    sheet.cell(row, PERSON).font = RED_FONT
    for place, lane in enumerate(by_day):
        for offset, left in enumerate(lane):
            _red(page, row + offset, FIRST_DAY + place, left)
    for offset, left in enumerate(of_week):
        line = row + height + offset
        _red(page, line, FIRST_DAY, left)
        sheet.merge_cells(start_row=line, end_row=line, start_column=FIRST_DAY, end_column=WORKED - 1)
    return row + height + len(of_week)


def _red(page: _Page, row: int, column: int, left: Unserved) -> None:
    request = request_of(page.group, left.need_id)
    site = page.group.site.get(request.site_id) if request else None
    where = f" · {site.name} ({site.commune})" if site else ""
    label = f" · {request.label}" if request and request.label else ""
    cell = page.worksheet.cell(row, column)
    put(cell, f"{hours(left.minutes)[page.language]}{where}{label}")
    cell.fill, cell.font, cell.alignment, cell.border = RED_FILL, RED_FONT, WRAPPED, BOX
    page.worksheet.row_dimensions[row].height = CARD_HEIGHT
    if left.reasons:
        note = Comment("\n".join(reason[page.language] for reason in left.reasons), "GEMS")
        note.width, note.height = 320, 40 + 34 * len(left.reasons)
        cell.comment = note


def _legend(page: _Page, row: int) -> None:
    sheet = page.worksheet
    put(sheet.cell(row, PERSON), LEGEND[page.language])
    sheet.cell(row, PERSON).font = PALE_FONT
    for place, member in enumerate(page.group.members):
        cell = sheet.cell(row + place // 7, FIRST_DAY + place % 7)
        put(cell, member.name)
        cell.fill, cell.border, cell.alignment = tint(place), BOX, WRAPPED
