"""The cards of the grid: work placed, in a person's row or a member's, and work that nobody serves."""

from collections.abc import Iterator
from dataclasses import replace

from gems.domain.duty import Duty, duties_of
from gems.domain.report import Unserved
from gems.domain.schedule import Assignment
from gems.domain.time import clock_of, day_of
from gems.domain.words import clock, hours
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
            ),
        )


def _day_cards(view: WeekView, duty: Duty) -> Iterator[GridCard]:
    for index, piece in enumerate(duty.pieces):
        drive = duty.drives[index - 1] if index else None
        travel = f"{drive.minutes} min · {drive.km} km" if drive and drive.minutes else ""
        yield replace(_card(view, piece), travel=travel)


def _member_card(view: WeekView, piece: Assignment) -> GridCard:
    group = view.week.problem.group
    member, person = group.site[piece.site_id].member_id, group.employee[piece.employee_id]
    communes = {site.commune for site in group.sites if site.member_id == member}
    card = replace(_card(view, piece), row_id=member, title=person.name)
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
        draft=not piece.published,
        stand_in=view.is_stand_in(piece),
        hover=tuple(filter(None, (site.name, view.label(piece), piece.comment))),
        continues=until if view.is_night(piece) else "",
    )
