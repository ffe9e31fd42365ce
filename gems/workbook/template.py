"""An empty workbook to fill in, or one with an example on each sheet."""

from pathlib import Path
from typing import BinaryIO

import pandas as pd
from openpyxl import Workbook

from gems.domain.group import Group, Settings
from gems.domain.words import Language, Words
from gems.workbook.pages import help
from gems.workbook.sheet import Content, Sheet
from gems.workbook.sheets import SHEETS
from gems.workbook.tables import lay_sheet, to_frame

DEFAULT_NAME = Words("Mon groupement", "My group")


def write_template(target: Path | BinaryIO, *, examples: bool = False, language: Language = "fr") -> None:
    """Write a workbook whose sheets are empty; with `examples`, with the lines the help sheet shows."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    content = Content(group=Group(settings=Settings(name=DEFAULT_NAME[language])))
    for sheet in SHEETS:
        frame = to_frame(sheet, content, language)
        if examples:
            frame = _example_frame(sheet, frame)
        lay_sheet(workbook.create_sheet(sheet.title[language]), sheet, frame, language)
    help.draw(workbook, language)
    workbook.save(target)


def _example_frame(sheet: Sheet, frame: pd.DataFrame) -> pd.DataFrame:
    lines = [[column.example for column in sheet.columns], [column.second_example for column in sheet.columns]]
    kept = [line for line in lines if any(cell is not None for cell in line)]
    return pd.DataFrame(kept, columns=frame.columns, dtype=object)
