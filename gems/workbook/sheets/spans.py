"""Four columns for one stretch of time: from a day and a clock time to a day and a clock time."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from gems.domain.time import DAY, Span, clock_of, day_of
from gems.domain.words import Words
from gems.workbook.cells.base import Scalar
from gems.workbook.cells.clocks import DatedClock, WallClock
from gems.workbook.cells.days import Day
from gems.workbook.columns import Column
from gems.workbook.sheet import Row

MIDNIGHT, END_OF_DAY = WallClock(0), WallClock(DAY)


def span_columns(first: Scalar, last: Scalar) -> tuple[Column, ...]:
    """The columns, with the days used as examples."""
    return (
        Column(
            field="span.first_day",
            heading=Words("Du", "From"),
            cell=Day(),
            required=True,
            help=Words("Premier jour, compris.", "First day, included."),
            example=first,
            aliases=("premier jour", "début", "date de début", "first day", "start date"),
        ),
        Column(
            field="span.start",
            heading=Words("À partir de", "From time"),
            cell=DatedClock(),
            default=MIDNIGHT,
            help=Words("Heure de début ; vide : dès le matin (0:00).", "Start time; blank: from 0:00."),
            aliases=("heure de début", "start time"),
        ),
        Column(
            field="span.last_day",
            heading=Words("Au", "To"),
            cell=Day(),
            help=Words("Dernier jour, compris ; vide : le même jour.", "Last day, included; blank: the same day."),
            example=last,
            aliases=("dernier jour", "fin", "date de fin", "last day", "end date"),
        ),
        Column(
            field="span.end",
            heading=Words("Jusqu'à", "To time"),
            cell=DatedClock(),
            default=END_OF_DAY,
            help=Words("Heure de fin ; vide : jusqu'au soir (24:00).", "End time; blank: until 24:00."),
            aliases=("heure de fin", "end time"),
        ),
    )


def read_span(row: Row) -> Span:
    """The span of a line; it may be empty or reversed, which the domain reports."""
    last_day = row["span.last_day"] or row["span.first_day"]
    return Span(row["span.start"].on(row["span.first_day"]), row["span.end"].on(last_day))


def span_fields(span: Span) -> Mapping[str, Any]:
    """The four values; midnights are left blank, being what blank means."""
    first_day, last_day, until = day_of(span.start), day_of(span.end), clock_of(span.end)
    if until == 0:
        last_day, until = last_day - timedelta(days=1), DAY
    start = WallClock.of(span.start, first_day, clock_of(span.start))
    end = WallClock.of(span.end, last_day, until)
    return {
        "span.first_day": first_day,
        "span.start": None if start == MIDNIGHT else start,
        "span.last_day": last_day,
        "span.end": None if end == END_OF_DAY else end,
    }
