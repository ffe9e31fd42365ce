"""Proposed posts as a workbook to read, to show to the board and to members."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from gems.domain.post_words import job_words, leaving_words, sell_words, story, title_words
from gems.domain.proposal_of_posts import PostSheet, Proposal
from gems.domain.time import clock_of
from gems.domain.words import DAYS, Language, Words
from gems.workbook.styles import BOLD_FONT, TITLE_FONT, WRAPPED, header, printable, put, tint

HOURS, EUROS = "0.0", '#,##0" €"'
TITLE = Words("Postes à créer : {group}", "Posts to create: {group}")
SUMMARY, POSTS, WEEKS = Words("Synthèse", "Summary"), Words("Postes", "Posts"), Words("Semaines types", "Typical weeks")
LEFT, SELL = Words("Ce qui reste", "What remains"), Words("Heures à vendre", "Hours to sell")
MEMBERS, STAFF = Words("Adhérents", "Members"), Words("Équipe", "Staff")
POST = Words("Poste", "Post")
OF_POSTS = (
    (POST, ""),
    (Words("Métiers", "Jobs"), ""),
    (Words("Adhérents et heures de l'année", "Members and hours of the year"), ""),
    (Words("Semaine 1", "Week 1"), HOURS),
    (Words("Semaine 2", "Week 2"), HOURS),
    (Words("Heures placées dans l'année", "Hours placed in the year"), HOURS),
    (Words("Route entre adhérents (h)", "Drives between members (h)"), HOURS),
    (Words("Année, congés pris", "Year, leave taken"), HOURS),
    (Words("Kilomètres", "Kilometres"), "0"),
    (Words("Trajet le plus long (min)", "Longest commute (min)"), "0"),
    (Words("Coût annuel", "Cost a year"), EUROS),
)
OF_PIECES = (
    (POST, ""),
    (Words("Semaine", "Week"), "0"),
    (Words("Jour", "Day"), ""),
    (Words("De", "From"), ""),
    (Words("À", "To"), ""),
    (Words("Adhérent", "Member"), ""),
    (Words("Commune", "Town"), ""),
    (Words("Métier", "Job"), ""),
    (Words("Semaines dans l'année", "Weeks a year"), "0"),
)
OF_LEFT = (
    (Words("Adhérent", "Member"), ""),
    (Words("Demande", "Request"), ""),
    (Words("Métier", "Job"), ""),
    (Words("Heures de l'année", "Hours of the year"), HOURS),
    (Words("Pourquoi", "Why"), ""),
)
OF_SELL = (
    (Words("Ce qu'il faudrait vendre", "What to sell"), ""),
    (Words("Heures par semaine", "Hours a week"), HOURS),
)
OF_MEMBERS = (
    (Words("Adhérent", "Member"), ""),
    (Words("Heures de l'année dans les postes", "Hours of the year in posts"), HOURS),
    (Words("S'il partait", "If it left"), ""),
)
OF_STAFF = ((POST, ""), (Words("Qui pourrait le tenir", "Who could hold it"), ""))
HIRE = Words("à recruter", "to hire")
RAISED = Words("{person}, qui passerait à temps plein", "{person}, raised to full time")
Cells = Sequence[str | float | int | None]
WIDE, NARROW = 34, 14


def write_proposal(proposal: Proposal, target: Path | BinaryIO, *, language: Language = "fr") -> None:
    """Write the workbook. Raises OSError when the path cannot be written."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    _summary(workbook.create_sheet(SUMMARY[language]), proposal, language)
    for name, headings, rows in (
        (POSTS, OF_POSTS, _posts(proposal, language)),
        (WEEKS, OF_PIECES, _pieces(proposal, language)),
        (LEFT, OF_LEFT, _left(proposal, language)),
        (SELL, OF_SELL, _sell(proposal, language)),
        (MEMBERS, OF_MEMBERS, _members(proposal, language)),
        (STAFF, OF_STAFF, _staff(proposal, language)),
    ):
        _table(workbook.create_sheet(name[language]), headings, rows, language)
    _colour(workbook[WEEKS[language]], proposal)
    workbook.save(target)


def _summary(worksheet: Worksheet, proposal: Proposal, language: Language) -> None:
    name = proposal.question.fortnight.group.settings.name
    put(worksheet.cell(1, 1), TITLE.fill(group=name)[language])
    worksheet.cell(1, 1).font = TITLE_FONT
    for number, words in enumerate(story(proposal), start=3):
        put(worksheet.cell(number, 1), words[language])
        worksheet.cell(number, 1).alignment = WRAPPED
    worksheet.column_dimensions["A"].width = 110
    printable(worksheet, landscape=False)


def _table(
    worksheet: Worksheet, headings: Sequence[tuple[Words, str]], rows: Iterable[Cells], language: Language
) -> None:
    for place, (words, form) in enumerate(headings, start=1):
        header(worksheet.cell(1, place), words[language])
        worksheet.column_dimensions[get_column_letter(place)].width = NARROW if form else WIDE
    for number, cells in enumerate(rows, start=2):
        for place, (value, (_, form)) in enumerate(zip(cells, headings, strict=True), start=1):
            put(worksheet.cell(number, place), value, form or "General")
            if not form:
                worksheet.cell(number, place).alignment = WRAPPED
        worksheet.cell(number, 1).font = BOLD_FONT
    worksheet.row_dimensions[1].height = 48
    worksheet.freeze_panes = "B2"
    printable(worksheet)


def _posts(proposal: Proposal, language: Language) -> Iterator[Cells]:
    group = proposal.question.fortnight.group
    for sheet in proposal.posts:
        shares = ", ".join(f"{group.member[one.member_id].name} {round(one.minutes / 60)} h" for one in sheet.shares)
        yield (
            title_words(group, sheet.post.id, sheet.post.kind)[language],
            ", ".join(job_words(group, job)[language] for job in sheet.jobs),
            shares,
            *(minutes / 60 for minutes in sheet.weeks),
            sheet.placed / 60,
            sheet.driving / 60,
            sheet.closing / 60,
            sheet.km,
            sheet.commute,
            sheet.cents / 100,
        )


def _lived(proposal: Proposal) -> Iterator[tuple[PostSheet, int]]:
    """Each piece in order: its post and its place there."""
    return ((sheet, place) for sheet in proposal.posts for place in range(len(sheet.post.pieces)))


def _pieces(proposal: Proposal, language: Language) -> Iterator[Cells]:
    fortnight = proposal.question.fortnight
    group = fortnight.group
    for sheet, place in _lived(proposal):
        piece = sheet.post.pieces[place]
        site = group.site[piece.site_id]
        yield (
            sheet.post.id,
            (piece.day - fortnight.first).days // 7 + 1,
            DAYS[language][piece.day.weekday()],
            *(f"{clock_of(at) // 60:02d}:{clock_of(at) % 60:02d}" for at in (piece.start, piece.end)),
            group.member[site.member_id].name,
            site.commune,
            job_words(group, piece.qualification)[language],
            fortnight.times(fortnight.mission[piece.mission_id or ""]),
        )


def _colour(worksheet: Worksheet, proposal: Proposal) -> None:
    group = proposal.question.fortnight.group
    index = {member.id: number for number, member in enumerate(group.members)}
    for number, (sheet, place) in enumerate(_lived(proposal), start=2):
        member = group.site[sheet.post.pieces[place].site_id].member_id
        worksheet.cell(number, 6).fill = tint(index[member])


def _left(proposal: Proposal, language: Language) -> Iterator[Cells]:
    group = proposal.question.fortnight.group
    for one in proposal.remainders:
        request = group.request[one.request_id]
        member, job = group.member[request.member_id].name, job_words(group, request.qualification)[language]
        yield member, request.label, job, one.minutes / 60, one.why[language]


def _sell(proposal: Proposal, language: Language) -> Iterator[Cells]:
    group = proposal.question.fortnight.group
    return ((sell_words(group, one)[language], one.weekly_minutes / 60) for one in proposal.to_sell)


def _members(proposal: Proposal, language: Language) -> Iterator[Cells]:
    group = proposal.question.fortnight.group
    for one in proposal.leaving:
        yield group.member[one.member_id].name, one.minutes / 60, leaving_words(group, one)[language]


def _staff(proposal: Proposal, language: Language) -> Iterator[Cells]:
    group = proposal.question.fortnight.group
    kinds = {sheet.post.id: sheet.post.kind for sheet in proposal.posts}
    for match in proposal.matches:
        name = title_words(group, match.post_id, kinds[match.post_id])[language]
        person = group.employee[match.employee_id].name if match.employee_id is not None else ""
        told = HIRE[language] if not person else RAISED.fill(person=person)[language] if match.raised else person
        yield name, told
