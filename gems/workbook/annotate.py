"""Giving people their own file back, with every faulty cell coloured and explained."""

import warnings
from collections.abc import Iterable, Sequence
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from gems.domain.words import Language, Words
from gems.workbook.faults import CellFault, UnsafeFile
from gems.workbook.grid import merged_cells
from gems.workbook.pages import TO_CORRECT
from gems.workbook.safety import inspect
from gems.workbook.styles import LINK_FONT, RED_FILL, WRAPPED, YELLOW_FILL, header, printable, put

AUTHOR = "GEMS"
SEPARATOR = "\n— GEMS —\n"
"""Between a person's own note and ours."""
MOST_NOTES = 2_000
"""Notes make files heavy; beyond, only the list tells."""
MOST_MERGED = 100_000
"""Cells inside merged areas: openpyxl makes an object for each when it edits a file."""
HEADINGS = (
    Words("Feuille", "Sheet"),
    Words("Cellule", "Cell"),
    Words("Colonne", "Column"),
    Words("Ce qui ne va pas", "What is wrong"),
    Words("Ce qu'il faut faire", "What to do"),
)
WIDTHS = {"A": 22, "B": 10, "C": 28, "D": 60, "E": 70}


def annotate(source: bytes, faults: Sequence[CellFault], language: Language = "fr") -> bytes:
    """The same workbook with each faulty cell red (yellow: a warning) and a note, and a list of all faults in front.

    Marks of an earlier time are removed first. A file that cannot be opened gives a workbook with the list alone.
    """
    try:
        return _annotated(_open(source), faults, language)
    except Exception:  # openpyxl reads some things that it cannot write: a number of a thousand digits, for one
        return _annotated(_empty(), faults, language)


def _annotated(workbook: Workbook, faults: Sequence[CellFault], language: Language) -> bytes:
    for worksheet in workbook.worksheets:
        _wipe(worksheet)
    by_cell: dict[tuple[str, str], list[CellFault]] = {}
    for fault in faults:
        if fault.cell and fault.sheet in workbook.sheetnames:
            by_cell.setdefault((fault.sheet, fault.cell), []).append(fault)
    for (title, place), several in list(by_cell.items())[:MOST_NOTES]:
        _mark(workbook[title], place, several, language)
    _list(workbook, faults, language)
    result = BytesIO()
    workbook.save(result)
    return result.getvalue()


def _open(source: bytes) -> Workbook:
    try:
        inspect(source)
        if merged_cells(source) > MOST_MERGED:
            return _empty()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            workbook = load_workbook(BytesIO(source), keep_links=False)
    except UnsafeFile:
        return _empty()
    except Exception:  # whatever openpyxl says of a damaged file, the list of faults is still worth giving
        return _empty()
    for words in (TO_CORRECT.fr, TO_CORRECT.en):
        if words in workbook.sheetnames:
            workbook.remove(workbook[words])
    return workbook


def _empty() -> Workbook:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    return workbook


def _wipe(worksheet: Worksheet) -> None:
    """Remove our notes and colours of an earlier time; people's own notes stay.

    Only cells that exist are looked at: `iter_rows` would make every cell up to the farthest one.
    """
    existing: Iterable[Cell | MergedCell] = getattr(worksheet, "_cells").values()  # noqa: B009 - nothing public does
    for cell in existing:
        if isinstance(cell, MergedCell) or cell.comment is None:
            continue
        own, separator, _ = cell.comment.text.partition(SEPARATOR)
        if cell.comment.author == AUTHOR or separator:
            cell.comment = Comment(own, "") if separator else None
            if cell.fill.fgColor.rgb in (RED_FILL.fgColor.rgb, YELLOW_FILL.fgColor.rgb):
                cell.fill = PatternFill()


def _mark(worksheet: Worksheet, place: str, faults: Iterable[CellFault], language: Language) -> None:
    several = list(faults)
    cell = worksheet[place]
    if isinstance(cell, MergedCell):
        merged = next(area for area in worksheet.merged_cells.ranges if place in area)
        cell = worksheet.cell(merged.min_row, merged.min_col)
    text = "\n".join(f"{fault.wrong[language]}\n→ {fault.fix[language]}" for fault in several)
    note = Comment(f"{cell.comment.text}{SEPARATOR}{text}" if cell.comment else text, AUTHOR)
    note.width, note.height = 340, 60 + 40 * len(several)
    cell.comment = note
    cell.fill = RED_FILL if any(fault.severity == "error" for fault in several) else YELLOW_FILL


def _list(workbook: Workbook, faults: Sequence[CellFault], language: Language) -> None:
    """One line per fault, with a link to its cell."""
    worksheet = workbook.create_sheet(TO_CORRECT[language], 0)
    for place, words in enumerate(HEADINGS, start=1):
        header(worksheet.cell(1, place), words[language])
    for number, fault in enumerate(faults, start=2):
        texts = (fault.sheet, fault.cell, fault.column, fault.wrong[language], fault.fix[language])
        for place, text in enumerate(texts, start=1):
            cell = worksheet.cell(number, place)
            put(cell, text)
            cell.alignment = WRAPPED
        if fault.cell and fault.sheet in workbook.sheetnames:
            worksheet.cell(number, 2).hyperlink = f"#{quote_sheetname(fault.sheet)}!{fault.cell}"
            worksheet.cell(number, 2).font = LINK_FONT
    for letter, width in WIDTHS.items():
        worksheet.column_dimensions[letter].width = width
    worksheet.freeze_panes = "A2"
    printable(worksheet)
    workbook.active = 0
