"""What nobody serves, and why."""

from datetime import timedelta

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from gems.domain.group import Group
from gems.domain.report import PlanReport
from gems.domain.words import Language, Words
from gems.workbook.pages import UNSERVED
from gems.workbook.pages.needs import request_of, said_when
from gems.workbook.styles import ELAPSED, RED_FONT, WRAPPED, header, printable, put

HEADINGS = (
    Words("Adhérent", "Member"),
    Words("Demande", "Request"),
    Words("Lieu", "Site"),
    Words("Métier", "Job"),
    Words("Quand", "When"),
    Words("Heures", "Hours"),
    Words("Raisons", "Reasons"),
)
HOURS, REASONS = 6, 7
"""Column numbers."""
WIDTHS = (28, 28, 24, 18, 18, 10, 80)


def draw(workbook: Workbook, group: Group, report: PlanReport, language: Language) -> None:
    """One line per need left unserved, in part or in whole."""
    worksheet = workbook.create_sheet(UNSERVED[language])
    for place, (words, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True), start=1):
        header(worksheet.cell(1, place), words[language])
        worksheet.column_dimensions[get_column_letter(place)].width = width
    for number, left in enumerate(report.unserved, start=2):
        request = request_of(group, left.need_id)
        site = group.site.get(request.site_id) if request else None
        job = group.qualification.get(request.qualification) if request else None
        member = group.member.get(left.member_id)
        texts = (
            member.name if member else left.member_id,
            (request.label or request.id) if request else left.need_id,
            f"{site.name} ({site.commune})" if site else "",
            (job.name_fr if language == "fr" else job.name_en) if job else "",
            said_when(left.need_id)[language],
        )
        for place, text in enumerate(texts, start=1):
            put(worksheet.cell(number, place), text)
        put(worksheet.cell(number, HOURS), timedelta(minutes=left.minutes), ELAPSED)
        put(worksheet.cell(number, REASONS), "\n".join(reason[language] for reason in left.reasons))
        for place in range(1, REASONS + 1):
            worksheet.cell(number, place).alignment = WRAPPED
        worksheet.cell(number, HOURS).font = RED_FONT
    worksheet.freeze_panes = "A2"
    printable(worksheet)
