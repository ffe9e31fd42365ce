"""What nobody serves, and why."""

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from gems.domain.group import Group
from gems.domain.report import PlanReport
from gems.domain.words import Language, Words
from gems.workbook.cells.clocks import Duration
from gems.workbook.pages import UNSERVED
from gems.workbook.pages.needs import request_of, said_when
from gems.workbook.styles import RED_FONT, WRAPPED, header, printable, put

HEADINGS = (
    Words("Adhérent", "Member"),
    Words("Demande", "Request"),
    Words("Lieu", "Site"),
    Words("Métier", "Job"),
    Words("Quand", "When"),
    Words("Heures", "Hours"),
    Words("Raisons", "Reasons"),
)
WIDTHS = (28, 28, 24, 18, 18, 10, 80)


def draw(workbook: Workbook, group: Group, report: PlanReport, language: Language) -> None:
    """One line per need left unserved, in part or in whole."""
    worksheet = workbook.create_sheet(UNSERVED[language])
    for place, (words, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True), start=1):
        header(worksheet.cell(1, place), words[language])
        worksheet.column_dimensions[get_column_letter(place)].width = width
    duration = Duration()
    for number, left in enumerate(report.unserved, start=2):
        request = request_of(group, left.need_id)
        site = group.site.get(request.site_id) if request else None
        job = group.qualification.get(request.qualification) if request else None
        member = group.member.get(left.member_id)
        cells = (
            member.name if member else left.member_id,
            (request.label or request.id) if request else left.need_id,
            f"{site.name} ({site.commune})" if site else "",
            (job.name_fr if language == "fr" else job.name_en) if job else "",
            said_when(left.need_id)[language],
            duration.show(left.minutes, language),
            "\n".join(reason[language] for reason in left.reasons),
        )
        for place, value in enumerate(cells, start=1):
            cell = worksheet.cell(number, place)
            put(cell, value, Duration.number_format if place == len(cells) - 1 else "General")
            cell.alignment = WRAPPED
        worksheet.cell(number, len(cells) - 1).font = RED_FONT
    worksheet.freeze_panes = "A2"
    printable(worksheet)
