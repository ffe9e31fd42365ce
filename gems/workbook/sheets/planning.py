"""Planning: one line per assignment, with its lock, origin and comment."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from gems.domain.issues import Kind
from gems.domain.schedule import Assignment, Origin
from gems.domain.time import DAY, clock_of, day_of
from gems.domain.words import Words
from gems.workbook.cells.choices import Choice, YesNo
from gems.workbook.cells.clocks import DatedClock, WallClock
from gems.workbook.cells.days import Day
from gems.workbook.cells.texts import Identifier, Text
from gems.workbook.columns import Column
from gems.workbook.sheet import Content, Row, Sheet
from gems.workbook.sheets.clock_windows import next_day
from gems.workbook.sheets.references import EMPLOYEE, QUALIFICATION, SITE

ORIGIN = Choice(
    {Origin.BY_HAND: Words("à la main", "by hand"), Origin.PLANNED: Words("calculée", "planned")},
    Words("une origine", "an origin"),
    {"planifiée": Origin.PLANNED, "main": Origin.BY_HAND, "manuelle": Origin.BY_HAND},
)
COLUMNS = (
    Column(
        field="day",
        heading=Words("Jour", "Day"),
        cell=Day(),
        required=True,
        help=Words("Le jour où le travail commence.", "The day the work begins."),
        example=date(2026, 11, 23),
        aliases=("date",),
    ),
    Column(
        field="start",
        heading=Words("Début", "Start"),
        cell=DatedClock(),
        required=True,
        help=Words("L'heure de début.", "The start time."),
        example="7:00",
        aliases=("heure de début", "start time"),
    ),
    Column(
        field="end",
        heading=Words("Fin", "End"),
        cell=DatedClock(),
        required=True,
        help=Words(
            "L'heure de fin ; avant le début, c'est le lendemain (21:00 à 7:00, ou 31:00).",
            "The end time; before the start, it is on the next day (21:00 to 7:00, or 31:00).",
        ),
        example="14:00",
        aliases=("heure de fin", "end time"),
    ),
    Column(
        field="employee_id",
        heading=Words("Salarié", "Employee"),
        cell=EMPLOYEE,
        required=True,
        help=Words("L'identifiant ou le nom de la personne.", "The person's identifier or name."),
        example="S01",
        aliases=("personne", "person"),
    ),
    Column(
        field="employee_name",
        heading=Words("Nom du salarié", "Employee name"),
        cell=Text(),
        help=Words("Pour lire plus facilement ; n'est pas relu.", "To read more easily; not read back."),
        shown_only=True,
    ),
    Column(
        field="site_id",
        heading=Words("Lieu", "Site"),
        cell=SITE,
        required=True,
        help=Words("L'identifiant ou le nom du lieu.", "The site's identifier or name."),
        example="L01",
    ),
    Column(
        field="site_name",
        heading=Words("Nom du lieu", "Site name"),
        cell=Text(),
        help=Words("Pour lire plus facilement ; n'est pas relu.", "To read more easily; not read back."),
        shown_only=True,
    ),
    Column(
        field="qualification",
        heading=Words("Métier", "Job"),
        cell=QUALIFICATION,
        required=True,
        help=Words("Le métier exercé là.", "The job done there."),
        example="AS",
        aliases=("qualification",),
    ),
    Column(
        field="locked",
        heading=Words("Verrou", "Locked"),
        cell=YesNo(),
        default=False,
        help=Words("Oui : le calcul n'y touchera pas.", "Yes: planning will not touch it."),
        example="oui",
        aliases=("verrouillé", "bloqué"),
    ),
    Column(
        field="published",
        heading=Words("Publié", "Published"),
        cell=YesNo(),
        default=False,
        help=Words(
            "Oui : annoncé à la personne ; le changer a un prix.", "Yes: told to the person; changing it is priced."
        ),
        example="non",
    ),
    Column(
        field="origin",
        heading=Words("Origine", "Origin"),
        cell=ORIGIN,
        default=Origin.BY_HAND,
        help=Words("Calculée ou à la main ; vide : à la main.", "Planned or by hand; blank: by hand."),
        example="à la main",
    ),
    Column(
        field="comment",
        heading=Words("Commentaire", "Comment"),
        cell=Text(),
        default="",
        help=Words("Un mot pour la personne ou l'adhérent.", "A word for the person or the member."),
        example="prendre les clés",
        aliases=("remarque", "note"),
    ),
    Column(
        field="mission_id",
        heading=Words("Mission", "Mission"),
        cell=Identifier(),
        help=Words(
            "La demande servie ce jour-là ; laissez vide pour un planning fait à la main.",
            "The request served that day; leave blank for a schedule made by hand.",
        ),
        example="D01/2026-11-23/1",
        aliases=("id mission", "mission id"),
    ),
)
_OWN = ("employee_id", "site_id", "qualification", "mission_id", "origin", "locked", "published", "comment")


def _records(content: Content) -> tuple[tuple[Assignment, str, str], ...]:
    if content.schedule is None:
        return ()
    people, sites = content.group.employee, content.group.site
    return tuple(
        (
            piece,
            people[piece.employee_id].name if piece.employee_id in people else "",
            sites[piece.site_id].name if piece.site_id in sites else "",
        )
        for piece in content.schedule.assignments
    )


def _build(row: Row) -> Assignment:
    day, start, end = row["day"], row["start"], row["end"]
    if end.on(day) <= start.on(day):
        # Instants are compared, not clocks: when they go back, 2:45 to 2:15 may be half an hour.
        end = WallClock(next_day(start.minutes, end.minutes), end.second)
    values = {name: row[name] for name in _OWN}
    return Assignment(start=start.on(day), end=end.on(day), **values)


def _fields(record: tuple[Assignment, str, str]) -> Mapping[str, Any]:
    piece, employee_name, site_name = record
    values = {name: getattr(piece, name) for name in _OWN}
    start = WallClock.of(piece.start, piece.day, clock_of(piece.start))
    return values | {
        "day": piece.day,
        "start": start,
        "end": _end(piece, start),
        "employee_name": employee_name,
        "site_name": site_name,
    }


def _end(piece: Assignment, start: WallClock) -> WallClock:
    """The end as people write it: 24:00, 7:00 the next morning, but 33:00 where 9:00 would read as the same day."""
    total = clock_of(piece.end) + (day_of(piece.end) - piece.day).days * DAY
    end = WallClock.of(piece.end, piece.day, total)
    if 0 < total - DAY < start.minutes:
        return WallClock(total - DAY, end.second)
    return end


SHEET = Sheet(
    kind=Kind.ASSIGNMENT,
    title=Words("Planning", "Schedule"),
    about=Words(
        "Une ligne par affectation. Ce qui est verrouillé est gardé ; les lignes ajoutées à la main sont comprises.",
        "One line per assignment. What is locked is kept; lines added by hand are understood.",
    ),
    columns=COLUMNS,
    records=_records,
    build=_build,
    fields=_fields,
    aliases=("affectations", "assignments"),
    key="mission_id",
)
