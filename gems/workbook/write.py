"""Writing a workbook: pages to read and print first, then every sheet that is read back, then help."""

from pathlib import Path
from typing import BinaryIO

from openpyxl import Workbook

from gems.domain.fairness import fairness_of
from gems.domain.fairness_words import fair_lines
from gems.domain.group import Group
from gems.domain.problem import Problem
from gems.domain.report import PlanReport
from gems.domain.schedule import Schedule
from gems.domain.words import Language
from gems.workbook.pages import bill, help, unserved, week
from gems.workbook.sheet import Content
from gems.workbook.sheets import SHEETS
from gems.workbook.tables import lay_sheet, to_frame


def write_workbook(
    group: Group,
    target: Path | BinaryIO,
    *,
    schedule: Schedule | None = None,
    report: PlanReport | None = None,
    problem: Problem | None = None,
    language: Language = "fr",
) -> None:
    """Write a group, and its schedule and report if any, so that reading gives the same back.

    `problem` gives the moment of planning and the days of unserved missions. Raises OSError when the path cannot be
    written.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    if schedule is not None:
        for monday in schedule.horizon.mondays:
            week.draw(workbook, group, schedule, monday, report, language)
    if report is not None:
        unserved.draw(workbook, group, report, language)
        fair = fairness_of(problem, schedule) if problem is not None and schedule is not None else None
        bill.draw(workbook, report, language, None if fair is None else tuple(fair_lines(group, fair)))
    content = Content(group=group, schedule=schedule, as_of=problem.as_of if problem else None)
    draw_sheets(workbook, content, language)
    help.draw(workbook, language)
    workbook.save(target)


def draw_sheets(workbook: Workbook, content: Content, language: Language) -> None:
    """Every sheet that is read back."""
    for sheet in SHEETS:
        worksheet = workbook.create_sheet(sheet.title[language])
        lay_sheet(worksheet, sheet, to_frame(sheet, content, language), language)
