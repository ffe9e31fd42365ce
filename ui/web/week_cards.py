"""The cards of the grid: work placed, in a person's row or a member's, and work that nobody serves."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from gems.domain.duty import Duty, duties_of
from gems.domain.report import Unserved
from gems.domain.schedule import Assignment
from gems.domain.time import Span, clock_of, day_end, day_of, day_start
from gems.domain.words import clock, hours
from ui.web.components.day_line_data import DayBar
from ui.web.components.grid_data import GridCard
from ui.web.week_view import LANE, NEED, WeekView
from ui.web.week_words import need_clock, short_day


def person_cards(view: WeekView) -> Iterator[GridCard]:
    """Each person's work, with the drive before it, in the person's row."""
    group = view.week.problem.group
    for person in group.employees:
        for duty in duties_of(group, view.schedule.by_employee.get(person.id, ())):
            yield from _day_cards(view, duty)


def member_cards(view: WeekView) -> Iterator[GridCard]:
    """The same work in the member's row, under the name of who comes."""
    for piece in view.schedule.assignments:
        yield _member_card(view, piece)


def unserved_cards(view: WeekView) -> Iterator[tuple[Unserved, GridCard]]:
    """What nobody serves this week, each with its card in the lane."""
    group = view.week.problem.group
    for line in view.unserved:
        need = view.need(line.need_id)
        request, first = need.request, need.missions[0]
        fixed = len(need.missions) == 1 and len(first.slots) == 1
        colour, pattern = view.colours[line.member_id]
        loose = view.say("any_day") if len(need.missions) > 1 else need_clock(need)[view.language]
        yield (
            line,
            GridCard(
                id=f"{NEED}{line.need_id}",
                row_id=LANE,
                day_iso=first.day.isoformat(),
                start=clock(first.slots[0].start)[view.language] if fixed else hours(line.minutes)[view.language],
                end=clock(first.slots[0].end)[view.language] if fixed else "",
                loose="" if fixed else loose,
                title=group.member[line.member_id].name,
                place=group.site[request.site_id].commune,
                job=view.job_name(request.qualification),
                color=colour,
                pattern=pattern,
                sort_minute=clock_of(first.slots[0].start) if first.slots else 0,
                reason=line.reasons[0][view.language] if line.reasons else "",
                hover=(request.label, *(reason[view.language] for reason in line.reasons[1:])),
                movable=view.editable,
            ),
        )


def day_bars(view: WeekView, of: date) -> Iterator[DayBar]:
    """Each person's work of one day along the hours, what runs into it from the night before, and the lane."""
    midnight, group = day_start(of), view.week.problem.group
    touching = Span(midnight, day_end(of))
    for pieces in view.schedule.by_employee.values():
        for duty in duties_of(group, pieces):
            for index, piece in enumerate(duty.pieces):
                if piece.span.overlap(touching):
                    drive = duty.drives[index - 1].minutes if index else 0
                    card = replace(_card(view, piece), sort_minute=piece.start - midnight)
                    yield DayBar(card=card, end_minute=piece.end - midnight, travel_minutes=drive)
    for line, card in unserved_cards(view):
        slots = view.need(line.need_id).missions[0].slots
        if card.day_iso == of.isoformat() and slots:
            end = max(slot.end for slot in slots) - midnight
            yield DayBar(card=replace(card, sort_minute=slots[0].start - midnight), end_minute=end)


def _day_cards(view: WeekView, duty: Duty) -> Iterator[GridCard]:
    for index, piece in enumerate(duty.pieces):
        drive = duty.drives[index - 1] if index else None
        travel = f"{drive.minutes} min · {drive.km} km" if drive and drive.minutes else ""
        yield replace(_card(view, piece), travel=travel)


def _member_card(view: WeekView, piece: Assignment) -> GridCard:
    group = view.week.problem.group
    member, person = group.site[piece.site_id].member_id, group.employee[piece.employee_id]
    communes = {site.commune for site in group.sites if site.member_id == member}
    card = replace(_card(view, piece), row_id=member, title=person.name, movable=False)
    return card if len(communes) > 1 else replace(card, place="")


def _card(view: WeekView, piece: Assignment) -> GridCard:
    group = view.week.problem.group
    site = group.site[piece.site_id]
    colour, pattern = view.colours[site.member_id]
    until = f"→ {short_day(day_of(piece.end), view.language).split()[0]} {clock(piece.end)[view.language]}"
    return GridCard(
        id=view.ids[piece],
        row_id=piece.employee_id,
        day_iso=piece.day.isoformat(),
        start=clock(piece.start)[view.language],
        end=clock(piece.end)[view.language],
        title=group.member[site.member_id].name,
        place=site.commune,
        job=view.job_name(piece.qualification),
        color=colour,
        pattern=pattern,
        sort_minute=clock_of(piece.start),
        locked=piece.locked,
        draft=not piece.published and not view.reissue,
        changed=not piece.published and view.reissue,
        movable=view.editable,
        stand_in=view.is_stand_in(piece),
        hover=tuple(filter(None, (site.name, view.label(piece), piece.comment))),
        continues=until if view.is_night(piece) else "",
    )
