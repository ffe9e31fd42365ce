"""The grids of a week: people × days with the unserved lane above, and members × days."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from gems.domain.calendar import holiday_name
from gems.domain.report import PersonHours
from gems.domain.time import Horizon, day_start
from gems.domain.words import DAYS, day, hours
from ui.web.components.day_line_data import DayLine
from ui.web.components.day_line_words import DAY_ENGLISH, DAY_FRENCH
from ui.web.components.grid_data import GridDay, GridRow, WeekGrid
from ui.web.components.grid_words import ENGLISH, FRENCH
from ui.web.texts import text
from ui.web.week_cards import day_bars, member_cards, person_cards, unserved_cards
from ui.web.week_view import LANE, WeekView
from ui.web.week_words import short_day, whole_hours

OFFICE = (8 * 60, 18 * 60)
"""A day away is a day on which these hours are touched by an absence."""


def people_grid(view: WeekView, picked: str = "") -> WeekGrid:
    """A row for each person, the unserved lane above."""
    return WeekGrid(
        days=_days(view),
        rows=tuple(_person_row(view, line) for line in view.week.hours),
        cards=(*person_cards(view), *(card for _, card in unserved_cards(view))),
        words=FRENCH if view.language == "fr" else ENGLISH,
        lane=_lane(view),
        selected=picked,
        editable=view.editable,
    )


def one_day(view: WeekView, of: date, picked: str = "") -> DayLine:
    """One day along the hours: a row for each person who works, the lane above."""
    bars = tuple(day_bars(view, of))
    busy = {bar.card.row_id for bar in bars}
    return DayLine(
        day=_day(view, of),
        rows=tuple(_person_row(view, line) for line in view.week.hours if line.employee_id in busy),
        bars=bars,
        words=DAY_FRENCH if view.language == "fr" else DAY_ENGLISH,
        lane=_lane(view),
        selected=picked,
    )


def members_grid(view: WeekView, picked: str = "") -> WeekGrid:
    """A row for each member: who comes when, and what is missing there."""
    group = view.week.problem.group
    people = member_cards(view)
    missing = [
        replace(card, row_id=line.member_id, title=view.say("lane"), movable=False)
        for line, card in unserved_cards(view)
    ]
    labels = dict(FRENCH if view.language == "fr" else ENGLISH) | {
        "people": view.say("table.member"),
        "grid": view.say("members.grid"),
        "search_hint": view.say("members.hint"),
        "found_one": view.say("members.one"),
        "found_many": text("members.many")[view.language],
        "no_match": view.say("members.no_match"),
    }
    return WeekGrid(
        days=_days(view),
        rows=tuple(_member_row(view, member.id) for member in group.members),
        cards=(*people, *missing),
        words=labels,
        selected=picked,
    )


def _days(view: WeekView) -> tuple[GridDay, ...]:
    return tuple(_day(view, of) for of in Horizon(view.monday).days)


def _day(view: WeekView, of: date) -> GridDay:
    label = day(of)[view.language]
    return GridDay(
        date_iso=of.isoformat(),
        label=label,
        short=short_day(of, view.language),
        weekend=of.weekday() >= 5,
        holiday=holiday_name(of),
        spoken=f"{DAYS[view.language][of.weekday()]} {label.split(' ', 1)[1]}",
    )


def _person_row(view: WeekView, line: PersonHours) -> GridRow:
    person = view.week.problem.group.employee[line.employee_id]
    balance = line.worked_minutes - line.contract_minutes
    broken = person.id in view.breakers
    off = line.contract_minutes == 0 and line.worked_minutes == 0
    worked, contract = whole_hours(line.worked_minutes), whole_hours(line.contract_minutes)
    return GridRow(
        id=person.id,
        name=person.name,
        detail="" if off else view.say("hours.against", worked=worked, contract=contract),
        level="law" if broken else "ok" if balance == 0 else "short" if balance < 0 else "over",
        level_words=view.say("hours.broken") if broken else view.balance_words(line),
        group=person.home,
        percent=round(100 * line.worked_minutes / line.contract_minutes) if line.contract_minutes else None,
        absences=dict(_absent_days(view, person.id)),
    )


def _absent_days(view: WeekView, employee_id: str) -> Iterator[tuple[str, str]]:
    spans = [row.span for row in view.week.problem.group.absences if row.employee_id == employee_id]
    for of in Horizon(view.monday).days:
        start, end = day_start(of) + OFFICE[0], day_start(of) + OFFICE[1]
        if any(span.start < end and span.end > start for span in spans):
            yield of.isoformat(), view.say("away")


def _lane(view: WeekView) -> GridRow:
    missing = sum(line.minutes for line in view.unserved)
    detail = view.say("lane.detail", n=len(view.unserved), hours=hours(missing)) if view.unserved else ""
    return GridRow(
        id=LANE,
        name=view.say("lane"),
        detail=detail,
        level="short" if view.unserved else "ok",
        level_words="" if view.unserved else view.say("served.all"),
    )


def _member_row(view: WeekView, member_id: str) -> GridRow:
    asked, served = view.asked_and_served(member_id)
    words = view.say("served.all") if asked else view.say("served.nothing")
    if served < asked:
        words = view.say("served.some", hours=hours(asked - served))
    return GridRow(
        id=member_id,
        name=view.week.problem.group.member[member_id].name,
        detail=view.say("served.of", served=whole_hours(served), asked=whole_hours(asked)) if asked else "",
        level="ok" if served >= asked else "short",
        level_words=words,
        percent=round(100 * served / asked) if asked else None,
    )
