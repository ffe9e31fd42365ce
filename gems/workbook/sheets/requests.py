"""Demandes: what members ask, as a fixed slot, a window or a weekly volume."""

from collections.abc import Mapping
from typing import Any

from gems.domain.issues import Kind
from gems.domain.requests import Demand, FixedSlot, Recurrence, Request, Volume, Window
from gems.domain.words import Words
from gems.workbook.sheet import Row, Sheet, entered
from gems.workbook.sheets.clock_windows import next_day
from gems.workbook.sheets.request_columns import COLUMNS, FIXED, VOLUME, WINDOW

_OWN = tuple(column.field for column in COLUMNS if "." not in column.field and column.field != "demand")
_RECURRENCE = ("weekdays", "first_day", "last_day", "every_weeks", "season", "except_days")
_DEMANDS: Mapping[str, type[Demand]] = {FIXED: FixedSlot, WINDOW: Window, VOLUME: Volume}
_PEOPLE = ("headcount", "most_headcount", "beyond_cents")
_USES = {
    FIXED: _PEOPLE,
    WINDOW: ("minutes", *_PEOPLE),
    VOLUME: ("weekly_minutes", "shortest", "longest", "most_days"),
}
_NEEDED = {FIXED: (), WINDOW: ("minutes",), VOLUME: ("weekly_minutes", "shortest", "longest")}
_BLANK_MEANS = {"headcount": 1, "most_headcount": None, "beyond_cents": 0, "most_days": 7}
_SAID = {
    FIXED: Words("une demande fixe", "a fixed request"),
    WINDOW: Words("une demande en plage", "a window request"),
    VOLUME: Words("une demande en volume", "a volume request"),
}


def _build(row: Row) -> Request:
    recurrence = Recurrence(**{name: row[f"recurrence.{name}"] for name in _RECURRENCE})
    return Request(**{name: row[name] for name in _OWN}, demand=_demand(row), recurrence=recurrence)


def _demand(row: Row) -> Demand:
    genre = row["demand"]
    if "demand" in row.faulty:
        return FixedSlot(start_clock=0, end_clock=60)
    start, end = row["demand.start_clock"], row["demand.end_clock"]
    values: dict[str, Any] = {"start_clock": start, "end_clock": next_day(start, end)}
    for name in _USES[genre]:
        value = row[f"demand.{name}"]
        if value is None and name in _NEEDED[genre]:
            _missing(row, f"demand.{name}", genre)
        values[name] = _BLANK_MEANS.get(name, 60) if value is None else value
    _warn_of_unused(row, genre)
    return _DEMANDS[genre](**values)


def _missing(row: Row, field: str, genre: str) -> None:
    heading = SHEET.column[field].heading
    row.complain(
        field,
        Words(
            f"La cellule est vide, or {_SAID[genre].fr} a besoin de « {heading.fr} ».",
            f"The cell is blank, yet {_SAID[genre].en} needs “{heading.en}”.",
        ),
        SHEET.column[field].cell.hint,
    )


def _warn_of_unused(row: Row, genre: str) -> None:
    used = _USES[genre]
    for field in sorted({name for names in _USES.values() for name in names} - set(used)):
        if row[f"demand.{field}"] is None or f"demand.{field}" in row.faulty:
            continue
        row.complain(
            f"demand.{field}",
            Words(f"Cette cellule ne sert pas à {_SAID[genre].fr}.", f"This cell is not used by {_SAID[genre].en}."),
            Words("Videz-la, ou changez le genre de la demande.", "Clear it, or change the kind of the request."),
            "warning",
        )


def _fields(request: Request) -> Mapping[str, Any]:
    values = {name: getattr(request, name) for name in _OWN}
    values |= {f"recurrence.{name}": getattr(request.recurrence, name) for name in _RECURRENCE}
    genre = next(name for name, demand in _DEMANDS.items() if isinstance(request.demand, demand))
    values["demand"] = genre
    for name in ("start_clock", "end_clock", *_USES[genre]):
        values[f"demand.{name}"] = getattr(request.demand, name)
    if values.get("demand.most_headcount") is None:
        values["demand.beyond_cents"] = None
    return values


SHEET = Sheet(
    kind=Kind.REQUEST,
    title=Words("Demandes", "Requests"),
    about=Words(
        "Ce que demandent les adhérents. Genre « fixe » : un horaire et des personnes. « plage » : une durée à placer "
        "entre deux heures. « volume » : des heures par semaine, en morceaux du plus court au plus long.",
        "What members ask. “fixed”: a slot and a headcount. “window”: a length to place between two times. “volume”: "
        "hours a week, in pieces from the shortest to the longest.",
    ),
    columns=COLUMNS,
    records=entered("requests"),
    build=_build,
    fields=_fields,
    aliases=("besoins", "needs"),
    label="label",
)
