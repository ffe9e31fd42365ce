"""A kept scenario of posts as a workbook: to show to the board and to members."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from gems.domain.group import Group
from gems.domain.kept_posts import KeptPosts, kept_posts
from gems.domain.post_words import selling_days
from gems.domain.scenario import Scenario
from gems.domain.time import clock_of, day_of
from gems.domain.words import DAYS, Language, Words
from gems.workbook.styles import BOLD_FONT, WRAPPED, header, printable, put

HOURS, EUROS, WHOLE = "0.0", '#,##0" €"', "0"
POSTS, WEEKS = Words("Postes", "Posts"), Words("Semaines types", "Typical weeks")
LEFT, SELL = Words("Ce qui reste", "What remains"), Words("Heures à vendre", "Hours to sell")
LEAVING = Words("Si un adhérent part", "If a member leaves")
POST, JOB, MEMBER = Words("Poste", "Post"), Words("Métier", "Job"), Words("Adhérent", "Member")
TOWN, YEAR = Words("Commune", "Town"), Words("Heures de l'année", "Hours of the year")
HIRE, RAISED = Words("à recruter", "to hire"), Words("{person}, passe à temps plein", "{person}, raised to full time")
Headings = Sequence[tuple[Words, str]]
Cells = Sequence[str | float | int]
OF_POSTS: Headings = (
    (POST, ""), (Words("Métiers", "Jobs"), ""), (Words("Domicile", "Home"), ""), (Words("Adhérents", "Members"), ""),
    (Words("Semaine 1", "Week 1"), HOURS), (Words("Semaine 2", "Week 2"), HOURS),
    (Words("Heures placées", "Hours placed"), HOURS), (Words("Année, congés pris", "Year, leave taken"), HOURS),
    (Words("Kilomètres", "Kilometres"), WHOLE), (Words("Trajet (min)", "Commute (min)"), WHOLE),
    (Words("Coût annuel", "Cost a year"), EUROS), (Words("Qui pourrait le tenir", "Who could hold it"), ""),
)  # fmt: skip
OF_PIECES: Headings = (
    (POST, ""), (Words("Semaine", "Week"), WHOLE), (Words("Jour", "Day"), ""), (Words("De", "From"), ""),
    (Words("À", "To"), ""), (MEMBER, ""), (TOWN, ""), (JOB, ""),
)  # fmt: skip
OF_LEFT: Headings = ((MEMBER, ""), (Words("Demande", "Request"), ""), (YEAR, HOURS), (Words("Pourquoi", "Why"), ""))
OF_SELL: Headings = (
    (JOB, ""),
    (TOWN, ""),
    (Words("Quand", "When"), ""),
    (Words("Heures par semaine", "Hours a week"), HOURS),
)
OF_LEAVING: Headings = (
    (MEMBER, ""), (YEAR, HOURS), (Words("Postes qui ne tiendraient plus", "Posts that would no longer hold"), ""),
    (Words("Postes allégés", "Lighter posts"), ""),
)  # fmt: skip
WIDE, NARROW = 32, 13


def write_scenario(group: Group, scenario: Scenario, target: Path | BinaryIO, *, language: Language = "fr") -> None:
    """Write the workbook, with the names that the group has now. Raises OSError when the path cannot be written."""
    kept, names = kept_posts(scenario.contents), _Names(group, language)
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, headings, rows in (
        (POSTS, OF_POSTS, _posts(names, kept)),
        (WEEKS, OF_PIECES, _pieces(names, kept)),
        (LEFT, OF_LEFT, _left(names, kept)),
        (SELL, OF_SELL, _sell(names, kept)),
        (LEAVING, OF_LEAVING, _leaving(names, kept)),
    ):
        _table(workbook.create_sheet(title[language]), headings, rows, language)
    workbook.save(target)


class _Names:
    """What people call things; the id of what is gone."""

    def __init__(self, group: Group, language: Language) -> None:
        self.group, self.language = group, language

    def job(self, code: str) -> str:
        found = self.group.qualification.get(code)
        return code if found is None else Words(found.name_fr, found.name_en)[self.language]

    def member(self, id: str) -> str:
        found = self.group.member.get(id)
        return id if found is None else found.name

    def person(self, id: str) -> str:
        found = self.group.employee.get(id)
        return id if found is None else found.name


def _posts(names: _Names, kept: KeptPosts) -> Iterator[Cells]:
    for post in kept.posts:
        person = HIRE[names.language]
        if post.employee_id is not None:
            name = names.person(post.employee_id)
            person = RAISED.fill(person=name)[names.language] if post.raised else name
        yield (
            post.id,
            ", ".join(map(names.job, post.jobs)),
            post.home,
            ", ".join(f"{names.member(id)} {round(minutes / 60)} h" for id, minutes in post.shares.items()),
            post.weeks[0] / 60,
            post.weeks[-1] / 60,
            post.placed / 60,
            post.closing / 60,
            post.km,
            post.commute,
            post.cents / 100,
            person,
        )


def _pieces(names: _Names, kept: KeptPosts) -> Iterator[Cells]:
    for post in kept.posts:
        for piece in post.pieces:
            site, on = names.group.site.get(piece.site_id), day_of(piece.start)
            clocks = (f"{clock_of(at) // 60:02d}:{clock_of(at) % 60:02d}" for at in (piece.start, piece.end))
            yield (
                post.id,
                (on - kept.first).days // 7 + 1,
                DAYS[names.language][on.weekday()],
                *clocks,
                names.member(site.member_id) if site is not None else piece.site_id,
                site.commune if site is not None else "",
                names.job(piece.job),
            )


def _left(names: _Names, kept: KeptPosts) -> Iterator[Cells]:
    for one in kept.remainders:
        request = names.group.request.get(one.request_id)
        member = names.member(request.member_id) if request is not None else ""
        label = request.label if request is not None else one.request_id
        yield member, label, one.minutes / 60, one.why[names.language]


def _sell(names: _Names, kept: KeptPosts) -> Iterator[Cells]:
    for one in kept.to_sell:
        yield names.job(one.job), one.commune, selling_days(one.hours)[names.language], one.weekly_minutes / 60


def _leaving(names: _Names, kept: KeptPosts) -> Iterator[Cells]:
    for one in kept.leaving:
        yield names.member(one.member_id), one.minutes / 60, ", ".join(one.broken), ", ".join(one.touched)


def _table(worksheet: Worksheet, headings: Headings, rows: Iterable[Cells], language: Language) -> None:
    for place, (words, form) in enumerate(headings, start=1):
        header(worksheet.cell(1, place), words[language])
        worksheet.column_dimensions[get_column_letter(place)].width = NARROW if form else WIDE
    for number, cells in enumerate(rows, start=2):
        for place, (value, (_, form)) in enumerate(zip(cells, headings, strict=True), start=1):
            put(worksheet.cell(number, place), value, form or "General")
            if not form:
                worksheet.cell(number, place).alignment = WRAPPED
        worksheet.cell(number, 1).font = BOLD_FONT
    worksheet.freeze_panes = "B2"
    printable(worksheet)
