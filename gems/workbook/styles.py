"""How our sheets look, and the one way a value is put into a cell."""

from colorsys import hls_to_rgb
from typing import Any

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from gems.workbook.cells.base import Scalar

INK, PALE_INK, LINE = "FF1F2933", "FF5B6770", "FFCBD2D9"
HEADER_FILL = PatternFill("solid", fgColor="FF1F4E5F")
HEADER_FONT = Font(bold=True, color="FFFFFFFF")
REQUIRED_FONT = Font(bold=True, color="FFFFE08A")
SHADE_FILL = PatternFill("solid", fgColor="FFF0F2F4")
RED_FILL = PatternFill("solid", fgColor="FFFFC7CE")
YELLOW_FILL = PatternFill("solid", fgColor="FFFFEB9C")
RED_FONT = Font(color="FF9C0006")
TITLE_FONT = Font(bold=True, size=14, color=INK)
LINK_FONT = Font(underline="single", color="FF1155CC")
BOLD_FONT = Font(bold=True, color=INK)
PALE_FONT = Font(italic=True, color=PALE_INK)
WRAPPED = Alignment(wrap_text=True, vertical="top")
CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)
THIN = Side(style="thin", color=LINE)
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
ELAPSED = "[h]:mm"
GOLDEN_TURN = 0.381966
"""Of a full turn: neighbours in the list of members get hues far apart."""


def put(cell: Any, value: Scalar | None, number_format: str = "General") -> None:
    """Put a value into a cell. Text stays text: nothing that people wrote can become a formula.

    Characters that a workbook cannot hold become "\\ufffd".
    """
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)
        cell.data_type = "s"
        if value.startswith(FORMULA_STARTS):
            cell.quotePrefix = True
    elif value is not None:
        cell.value = value
    if number_format != "General":
        cell.number_format = number_format


def header(cell: Cell | MergedCell, text: str, *, required: bool = False) -> None:
    """A heading; yellow when the column must be filled."""
    put(cell, text)
    cell.fill, cell.font, cell.alignment = HEADER_FILL, REQUIRED_FONT if required else HEADER_FONT, CENTRED


def tint(index: int) -> PatternFill:
    """The pale colour of the n-th member, always the same one."""
    red, green, blue = hls_to_rgb(index * GOLDEN_TURN % 1, 0.86, 0.62)
    return PatternFill("solid", fgColor=f"FF{round(red * 255):02X}{round(green * 255):02X}{round(blue * 255):02X}")


def printable(sheet: Worksheet, *, landscape: bool = True) -> None:
    """A4, one page wide, with the sheet's name, the page and the day of printing at the foot."""
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.5
    footer = sheet.oddFooter
    if footer is not None:
        footer.left.text, footer.center.text, footer.right.text = "&A", "&P / &N", "&D"
