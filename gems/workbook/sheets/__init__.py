"""The sheets of a workbook, in reading order: add one here, and everything else follows from its columns."""

from gems.domain.issues import Kind
from gems.workbook.sheet import Sheet
from gems.workbook.sheets import (
    absences,
    communes,
    derogations,
    employees,
    known_faces,
    member_ledgers,
    members,
    on_calls,
    past_weeks,
    planning,
    qualifications,
    requests,
    roster_terms,
    settings,
    sites,
    stand_ins,
    travel,
    wishes,
    year_counters,
)

SHEETS: tuple[Sheet, ...] = (
    settings.SHEET,
    members.SHEET,
    sites.SHEET,
    employees.SHEET,
    requests.SHEET,
    absences.SHEET,
    wishes.SHEET,
    roster_terms.SHEET,
    on_calls.SHEET,
    derogations.SHEET,
    planning.SHEET,
    qualifications.SHEET,
    stand_ins.SHEET,
    communes.SHEET,
    travel.SHEET,
    past_weeks.SHEET,
    year_counters.SHEET,
    known_faces.SHEET,
    member_ledgers.SHEET,
)
SHEET: dict[Kind, Sheet] = {sheet.kind: sheet for sheet in SHEETS}
