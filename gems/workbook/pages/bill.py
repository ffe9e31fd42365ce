"""The bill of a plan, line by line, with its proven distance from the best possible."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from gems.domain.fairness_words import FairLine
from gems.domain.report import STATUS_WORDS, PlanReport
from gems.domain.words import Language, Words, hours, percent, same
from gems.workbook.pages import BILL
from gems.workbook.styles import BOLD_FONT, HEADER_FILL, TITLE_FONT, header, printable, put

EUROS = '#,##0.00" €"'
HEADINGS = (Words("Poste", "Line"), Words("Quantité", "Amount"), Words("Unité", "Unit"), Words("Coût", "Cost"))
FAIR_HEADINGS = (
    Words("Équité", "Fairness"),
    Words("Avant", "Before"),
    Words("Avec ce planning", "With this schedule"),
)
TITLE = Words("Facture du planning", "Bill of the schedule")
TOTAL = Words("Total", "Total")
UNKNOWN = Words("inconnu", "not known")
_UNITS = {
    "minutes": Words("minutes", "minutes"),
    "km": same("km"),
    "people": Words("personnes", "people"),
    "days": Words("jours", "days"),
}


def draw(
    workbook: Workbook, report: PlanReport, language: Language, fairness: Sequence[FairLine] | None = None
) -> None:
    """The lines, their total, what is known about the plan, then fairness before it and with it."""
    worksheet = workbook.create_sheet(BILL[language])
    put(worksheet.cell(1, 1), TITLE[language])
    worksheet.cell(1, 1).font = TITLE_FONT
    for place, words in enumerate(HEADINGS, start=1):
        header(worksheet.cell(3, place), words[language])
    number = 4
    for line in report.bill:
        unit = _UNITS.get(line.unit, same(line.unit))
        put(worksheet.cell(number, 1), line.title[language])
        put(worksheet.cell(number, 2), line.amount)
        put(worksheet.cell(number, 3), unit[language])
        put(worksheet.cell(number, 4), line.cents / 100, EUROS)
        number += 1
    put(worksheet.cell(number, 1), TOTAL[language])
    put(worksheet.cell(number, 4), report.cost_cents / 100, EUROS)
    for place in range(1, 5):
        worksheet.cell(number, place).font = BOLD_FONT
    facts = _facts(report, language)
    for offset, (words, value, form) in enumerate(facts, start=2):
        put(worksheet.cell(number + offset, 1), words[language])
        put(worksheet.cell(number + offset, 2), value, form)
    if fairness:
        _fair(worksheet, number + len(facts) + 3, fairness, language)
    for letter, width in (("A", 52), ("B", 44), ("C", 44 if fairness else 14), ("D", 16)):
        worksheet.column_dimensions[letter].width = width
    worksheet.sheet_properties.tabColor = HEADER_FILL.fgColor.rgb
    printable(worksheet, landscape=False)


def _fair(worksheet: Worksheet, first: int, lines: Sequence[FairLine], language: Language) -> None:
    for place, words in enumerate(FAIR_HEADINGS, start=1):
        header(worksheet.cell(first, place), words[language])
    for number, line in enumerate(lines, start=first + 1):
        for place, words in enumerate((line.title, line.before, line.after), start=1):
            put(worksheet.cell(number, place), words[language])


def _facts(report: PlanReport, language: Language) -> list[tuple[Words, str | float, str]]:
    plain = "General"
    return [
        (Words("État", "Status"), STATUS_WORDS[report.status][language], plain),
        (
            Words("Aucun planning légal ne coûte moins de", "No legal schedule costs less than"),
            report.bound_cents / 100,
            EUROS,
        ),
        (
            Words("Écart prouvé au meilleur possible", "Proven distance from the best"),
            (percent(report.gap) if report.tells_distance else UNKNOWN)[language],
            plain,
        ),
        (Words("Heures demandées", "Hours asked"), hours(report.requested_minutes)[language], plain),
        (Words("Heures servies", "Hours served"), hours(report.served_minutes)[language], plain),
        (Words("Profil de prix", "Price profile"), report.profile, plain),
        (Words("Graine du calcul", "Seed"), report.seed, plain),
        (Words("Durée du calcul (s)", "Time (s)"), round(report.seconds, 1), plain),
    ]
