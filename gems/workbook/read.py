"""Reading a workbook: a group and its schedule, or everything there is to correct, cell by cell."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from gems.domain.group import Group
from gems.domain.history import History
from gems.domain.issues import Kind
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Horizon, Instant, monday_of
from gems.domain.validation import faults as faults_of
from gems.domain.validation.spelling import folded, guess
from gems.domain.words import Words
from gems.prices.load import PROFILES
from gems.rules.law import AGREEMENTS
from gems.workbook.faults import CellFault, UnsafeFile, in_reading_order
from gems.workbook.grid import Grid, load
from gems.workbook.judged import Line, cell_faults
from gems.workbook.lines import read_lines
from gems.workbook.names import resolve
from gems.workbook.pages import is_page
from gems.workbook.safety import MOST_BYTES
from gems.workbook.sheet import Row, Sheet
from gems.workbook.sheets import SHEETS
from gems.workbook.sheets.derogations import RULE
from gems.workbook.sheets.settings import MOST_WEEKS, SettingsPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a workbook says."""

    group: Group | None
    """None exactly when a fault of severity "error" was found."""
    schedule: Schedule | None
    """None when the workbook holds no assignment and names no week."""
    as_of: Instant | None
    faults: tuple[CellFault, ...]


def read_workbook(source: Path | bytes) -> Reading:
    """Read a workbook from a path or from its bytes; every fault at once, never an exception for what a file holds.

    Raises OSError for a path that cannot be read.
    """
    try:
        grids = load(_bytes(source))
    except UnsafeFile as refusal:
        return Reading(group=None, schedule=None, as_of=None, faults=(refusal.fault,))
    faults: list[CellFault] = []
    found = _assign(grids, faults)
    rows = {sheet.kind: _rows(sheet, found.get(sheet.kind), faults) for sheet in SHEETS}
    resolve(SHEETS, rows)
    lines = {sheet.kind: [Line(row, sheet.build(row)) for row in rows[sheet.kind]] for sheet in SHEETS}
    titles = {kind: grid.title for kind, grid in found.items()}
    group = _group(lines)
    derogable = RULE.options("en")
    page: SettingsPage = lines[Kind.SETTINGS][0].record
    schedule = _schedule(page, lines[Kind.ASSIGNMENT])
    issues = faults_of(group, schedule, agreements=AGREEMENTS, profiles=tuple(PROFILES), rules=derogable)
    faults.extend(cell_faults(lines, titles, schedule, issues))
    ordered = in_reading_order(faults, [grid.title for grid in grids])
    sound = not any(fault.severity == "error" for fault in ordered)
    return Reading(
        group=group if sound else None,
        schedule=schedule if sound else None,
        as_of=page.as_of if sound else None,
        faults=ordered,
    )


def _bytes(source: Path | bytes) -> bytes:
    if isinstance(source, bytes):
        return source
    with source.open("rb") as stream:
        return stream.read(MOST_BYTES + 1)


def _assign(grids: list[Grid], faults: list[CellFault]) -> dict[Kind, Grid]:
    """Which grid holds which kind of record."""
    kinds = {spelling: sheet.kind for sheet in SHEETS for spelling in sheet.spellings}
    found: dict[Kind, Grid] = {}
    for grid in grids:
        kind = kinds.get(folded(grid.title))
        if kind is None:
            if not is_page(grid.title) and grid.rows:
                faults.append(_unknown_sheet(grid, found))
        elif kind in found:
            faults.append(_twice(grid, found[kind]))
        else:
            found[kind] = grid
    return found


def _rows(sheet: Sheet, grid: Grid | None, faults: list[CellFault]) -> list[Row]:
    if grid is not None:
        return read_lines(sheet, grid, faults)
    if not sheet.vertical:
        return []
    faults.append(
        CellFault(
            sheet="",
            cell="",
            column="",
            wrong=Words(f"La feuille « {sheet.title.fr} » manque.", f"The “{sheet.title.en}” sheet is missing."),
            fix=Words("Ajoutez-la, ou repartez du modèle.", "Add it, or start from the template."),
        )
    )
    values = {column.field: column.cell.placeholder if column.required else column.default for column in sheet.columns}
    return [Row(1, values, dict.fromkeys(values, ""))]


def _group(lines: dict[Kind, list[Line]]) -> Group:
    def records(kind: Kind) -> tuple[Any, ...]:
        return tuple(line.record for line in lines[kind])

    history = History(
        weeks=records(Kind.WEEK_DONE),
        years=records(Kind.YEAR_DONE),
        faces=records(Kind.KNOWN_FACE),
        ledgers=records(Kind.MEMBER_LEDGER),
    )
    return Group(
        settings=lines[Kind.SETTINGS][0].record.settings,
        communes=records(Kind.COMMUNE),
        members=records(Kind.MEMBER),
        sites=records(Kind.SITE),
        qualifications=records(Kind.QUALIFICATION),
        stand_ins=records(Kind.STAND_IN),
        employees=records(Kind.EMPLOYEE),
        absences=records(Kind.ABSENCE),
        wishes=records(Kind.WISH),
        roster_terms=records(Kind.ROSTER_TERM),
        requests=records(Kind.REQUEST),
        on_calls=records(Kind.ON_CALL),
        derogations=records(Kind.DEROGATION),
        travel=records(Kind.TRAVEL),
        history=history,
    )


def _schedule(page: SettingsPage, lines: list[Line]) -> Schedule | None:
    """The schedule over the weeks written in the settings; over the weeks of its own assignments when none are."""
    pieces: tuple[Assignment, ...] = tuple(line.record for line in lines)
    if page.first_week is not None:
        return Schedule(horizon=Horizon(page.first_week, page.weeks or 1), assignments=pieces)
    if not pieces:
        return None
    dated = [line for line in lines if "day" not in line.row.faulty] or lines
    earliest, latest = (pick(dated, key=lambda line: line.record.day) for pick in (min, max))
    first = monday_of(earliest.record.day)
    weeks = (monday_of(latest.record.day) - first) // timedelta(weeks=1) + 1
    if weeks > MOST_WEEKS:
        latest.row.complain("day", *_too_far(earliest.record.day))
    return Schedule(horizon=Horizon(first, min(weeks, MOST_WEEKS)), assignments=pieces)


def _too_far(first: date) -> tuple[Words, Words]:
    return (
        Words(
            f"Ce jour est à plus d'un an du premier jour du planning ({first:%d/%m/%Y}).",
            f"This day is over a year from the first day of the schedule ({first:%d/%m/%Y}).",
        ),
        Words("Vérifiez l'année.", "Check the year."),
    )


def _unknown_sheet(grid: Grid, found: dict[Kind, Grid]) -> CellFault:
    nearest = guess(grid.title, [sheet.title.fr for sheet in SHEETS if sheet.kind not in found])
    return CellFault(
        sheet=grid.title,
        cell="A1",
        column="",
        wrong=Words(
            f"La feuille « {grid.title} » n'est pas connue ; elle est ignorée.",
            f"Unknown sheet “{grid.title}”; it is ignored.",
        ),
        fix=Words(f"Corrigez son nom, ou laissez-la.{nearest.fr}", f"Correct its name, or leave it.{nearest.en}"),
        severity="warning",
    )


def _twice(grid: Grid, other: Grid) -> CellFault:
    return CellFault(
        sheet=grid.title,
        cell="A1",
        column="",
        wrong=Words(
            f"Les feuilles « {other.title} » et « {grid.title} » disent la même chose.",
            f"The sheets “{other.title}” and “{grid.title}” are the same.",
        ),
        fix=Words("Gardez une seule des deux feuilles.", "Keep only one of the two sheets."),
    )
