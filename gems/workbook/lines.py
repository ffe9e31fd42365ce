"""From a grid to rows of values: each cell parsed by its column's type, each fault noted at its cell."""

from collections.abc import Iterator
from typing import Any

from openpyxl.cell.cell import ERROR_CODES
from openpyxl.utils import get_column_letter

from gems.domain.validation.spelling import folded
from gems.domain.words import Words
from gems.workbook.cells.base import Unreadable, said
from gems.workbook.columns import Column
from gems.workbook.faults import CellFault
from gems.workbook.grid import MOST_ROWS, Grid
from gems.workbook.headings import Layout, find_layout
from gems.workbook.sheet import Row, Sheet


def read_lines(sheet: Sheet, grid: Grid, faults: list[CellFault]) -> list[Row]:
    """The rows of a sheet; what concerns the sheet as a whole goes to `faults`, the rest into each row's complaints."""
    if grid.cut:
        faults.append(_too_long(grid))
    if sheet.vertical:
        return [_settings_row(sheet, grid, faults)]
    layout = find_layout(sheet, grid)
    if layout is None:
        if grid.rows:
            faults.append(_no_headings(sheet, grid))
        return []
    faults.extend(layout.faults)
    below = [(number, cells) for number, cells in grid.rows.items() if number > layout.row]
    used = [(number, cells) for number, cells in below if _is_used(cells, layout)]
    if used:
        faults.extend(_missing_columns(sheet, grid, layout))
    return [_row(sheet, grid, layout, number, cells) for number, cells in used]


def _is_used(cells: tuple[Any, ...], layout: Layout) -> bool:
    return any(place <= len(cells) and cells[place - 1] is not None for place in layout.columns.values())


def _row(sheet: Sheet, grid: Grid, layout: Layout, number: int, cells: tuple[Any, ...]) -> Row:
    row = Row(number, {}, {})
    for column in sheet.read_columns:
        place = layout.columns.get(column.field)
        if place is None:
            # Reported once, at the headings.
            row.values[column.field] = column.cell.placeholder if column.required else column.default
            row.places[column.field] = f"A{layout.row}"
            continue
        row.places[column.field] = f"{get_column_letter(place)}{number}"
        row.values[column.field] = _value(row, column, cells[place - 1] if place <= len(cells) else None, grid)
    return row


def _settings_row(sheet: Sheet, grid: Grid, faults: list[CellFault]) -> Row:
    """The settings: a name in the first column, its value in the second."""
    row = Row(1, {}, {})
    by_spelling = {spelling: column for column in sheet.read_columns for spelling in column.spellings}
    for number, cells in grid.rows.items():
        name, value = cells[0], cells[1] if len(cells) > 1 else None
        column = by_spelling.get(folded(name)) if isinstance(name, str) else None
        if column is not None and column.field not in row.places:
            row.places[column.field] = f"B{number}"
            row.values[column.field] = _value(row, column, value, grid)
        elif name is not None and value is not None and number > 1:
            faults.append(_unknown_setting(grid, number, said(name)))
    for column in sheet.read_columns:
        if column.field not in row.places:
            row.places[column.field] = "A1"
            row.values[column.field] = _value(row, column, None, grid)
    return row


def _value(row: Row, column: Column, raw: Any, grid: Grid) -> Any:
    """The value of a cell, or the type's placeholder with a complaint."""
    try:
        if raw is None:
            return _blank(row, column, grid)
        if isinstance(raw, str) and raw.strip() in ERROR_CODES:
            raise Unreadable(
                Words(f"La cellule contient une erreur ({raw.strip()}).", f"The cell holds an error ({raw.strip()})."),
                Words(
                    f"Corrigez la formule, ou remplacez-la par sa valeur. {column.cell.hint.fr}",
                    f"Correct the formula, or replace it by its value. {column.cell.hint.en}",
                ),
            )
        return column.cell.parse(raw)
    except Unreadable as fault:
        row.complain(column.field, fault.wrong, fault.fix or column.cell.hint)
        return column.cell.placeholder


def _blank(row: Row, column: Column, grid: Grid) -> Any:
    if row.places[column.field] in grid.uncomputed:
        raise Unreadable(
            Words("La formule n'a pas de valeur enregistrée.", "The formula has no saved value."),
            Words(
                "Ouvrez le fichier dans votre tableur, laissez-le calculer et enregistrez ; ou écrivez la valeur.",
                "Open the file in your spreadsheet program, let it compute and save; or write the value.",
            ),
        )
    if column.required:
        raise Unreadable(Words("La cellule est vide.", "The cell is blank."), column.cell.hint)
    return column.default


def _missing_columns(sheet: Sheet, grid: Grid, layout: Layout) -> Iterator[CellFault]:
    for column in sheet.read_columns:
        if column.required and column.field not in layout.columns:
            name = column.heading
            yield CellFault(
                sheet=grid.title,
                cell=f"A{layout.row}",
                column=name.fr,
                wrong=Words(f"La colonne « {name.fr} » manque.", f"The column “{name.en}” is missing."),
                fix=Words(f"Ajoutez-la sur la ligne {layout.row}.", f"Add it on line {layout.row}."),
            )


def _no_headings(sheet: Sheet, grid: Grid) -> CellFault:
    french, english = (", ".join(column.heading[side] for column in sheet.read_columns[:4]) for side in ("fr", "en"))
    return CellFault(
        sheet=grid.title,
        cell="A1",
        column="",
        wrong=Words("Les titres des colonnes n'ont pas été trouvés.", "The column headings were not found."),
        fix=Words(f"Écrivez-les sur la première ligne : {french}…", f"Write them on the first line: {english}…"),
    )


def _too_long(grid: Grid) -> CellFault:
    return CellFault(
        sheet=grid.title,
        cell=f"A{MOST_ROWS + 1}",
        column="",
        wrong=Words(f"La feuille dépasse {MOST_ROWS} lignes.", f"The sheet has more than {MOST_ROWS} lines."),
        fix=Words("Retirez les lignes inutiles, souvent tout en bas.", "Remove useless lines, often far below."),
    )


def _unknown_setting(grid: Grid, number: int, name: str) -> CellFault:
    return CellFault(
        sheet=grid.title,
        cell=f"A{number}",
        column=name,
        wrong=Words(
            f"Le réglage « {name} » n'est pas connu ; il est ignoré.", f"Unknown setting “{name}”; it is ignored."
        ),
        fix=Words("Corrigez son nom, ou laissez-le.", "Correct its name, or leave it."),
        severity="warning",
    )
