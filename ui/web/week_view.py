"""From a week's schedule to the pictures of the grid: people × days, and members × days."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from gems.domain.calendar import holiday_name
from gems.domain.duty import Duty, duties_of
from gems.domain.missions import Need
from gems.domain.report import PersonHours, Unserved
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Horizon, clock_of, day_end, day_of, day_start
from gems.domain.words import DAYS, Language, Words, clock, day, hours
from ui.web.components.grid_data import GridCard, GridDay, GridRow, WeekGrid, member_colours
from ui.web.components.grid_words import ENGLISH, FRENCH
from ui.web.shown import ShownWeek
from ui.web.texts import text
from ui.web.week_words import need_clock, short_day, whole_hours

LANE = "unserved"
PIECE, NEED = "piece ", "need "
"""What the id of a card begins with; its place in the schedule, or the need, follows."""
OFFICE = (8 * 60, 18 * 60)
"""A day away is a day on which these hours are touched by an absence."""


@dataclass(frozen=True)
class WeekView:
    """One week of a schedule, in one language. `monday` chooses the week of the horizon."""

    week: ShownWeek
    monday: date
    language: Language

    def say(self, key: str, **values: Words | str | int) -> str:
        """The words of a key, filled."""
        words = text(key)
        return (words.fill(**values) if values else words)[self.language]

    @cached_property
    def schedule(self) -> Schedule:
        """The assignments that begin in this week."""
        week = Horizon(self.monday)
        return Schedule(horizon=week, assignments=tuple(a for a in self.week.schedule.assignments if a.day in week))

    @cached_property
    def unserved(self) -> tuple[Unserved, ...]:
        """What nobody serves this week."""
        return tuple(line for line in self.week.unserved if self.need(line.need_id).monday == self.monday)

    @cached_property
    def ids(self) -> dict[Assignment, str]:
        """The id of each card of the schedule."""
        return {piece: f"{PIECE}{place}" for place, piece in enumerate(self.schedule.assignments)}

    def need(self, need_id: str) -> Need:
        """The need of an unserved line."""
        return self.week.problem.need[need_id]

    def people(self, picked: str = "") -> WeekGrid:
        """A row for each person, the unserved lane above."""
        return WeekGrid(
            days=self._days,
            rows=tuple(self._person_row(line) for line in self.week.hours),
            cards=(*(card for duty in self._duties for card in self._cards_of(duty)), *self._lane_cards()),
            words=FRENCH if self.language == "fr" else ENGLISH,
            lane=self._lane(),
            selected=picked,
        )

    def members(self, picked: str = "") -> WeekGrid:
        """A row for each member: who comes when, and what is missing there."""
        group = self.week.problem.group
        people = [self._member_card(piece) for piece in self.schedule.assignments]
        missing = [
            replace(card, row_id=line.member_id, title=self.say("lane")) for line, card in self._unserved_cards()
        ]
        labels = dict(FRENCH if self.language == "fr" else ENGLISH) | {
            "people": self.say("table.member"),
            "grid": self.say("members.grid"),
            "search_hint": self.say("members.hint"),
            "found_one": self.say("members.one"),
            "found_many": text("members.many")[self.language],
            "no_match": self.say("members.no_match"),
        }
        return WeekGrid(
            days=self._days,
            rows=tuple(self._member_row(member.id) for member in group.members),
            cards=(*people, *missing),
            words=labels,
            selected=picked,
        )

    def asked_and_served(self, member_id: str) -> tuple[int, int]:
        """Minutes a member asked and got this week."""
        needs = [n for n in self.week.problem.needs if n.monday == self.monday and n.request.member_id == member_id]
        asked = sum(need.minutes for need in needs)
        missing = sum(line.minutes for line in self.unserved if line.member_id == member_id)
        return asked, asked - missing

    def balance_words(self, line: PersonHours) -> str:
        """ "contrat rempli", "manque 1 h 30", "45 min en plus"."""
        if line.contract_minutes == 0 and line.worked_minutes == 0:
            return self.say("hours.off")
        balance = line.worked_minutes - line.contract_minutes
        if balance == 0:
            return self.say("hours.full")
        return self.say("hours.short" if balance < 0 else "hours.over", hours=hours(abs(balance)))

    def job_name(self, code: str) -> str:
        """The name of a job in this language."""
        job = self.week.problem.group.qualification.get(code)
        return "" if job is None else (job.name_fr if self.language == "fr" else job.name_en)

    def is_stand_in(self, piece: Assignment) -> bool:
        """Whether this person does another's job there."""
        person = self.week.problem.group.employee[piece.employee_id]
        return all(held.code != piece.qualification for held in person.qualifications)

    def is_night(self, piece: Assignment) -> bool:
        """Whether it runs past midnight."""
        return piece.end > day_end(piece.day)

    def label(self, piece: Assignment) -> str:
        """What the request calls this work."""
        mission = self.week.problem.mission.get(piece.mission_id or "")
        return mission.request.label if mission else ""

    @cached_property
    def _days(self) -> tuple[GridDay, ...]:
        return tuple(map(self._day, Horizon(self.monday).days))

    def _day(self, of: date) -> GridDay:
        label = day(of)[self.language]
        return GridDay(
            date_iso=of.isoformat(),
            label=label,
            short=short_day(of, self.language),
            weekend=of.weekday() >= 5,
            holiday=holiday_name(of),
            spoken=f"{DAYS[self.language][of.weekday()]} {label.split(' ', 1)[1]}",
        )

    @cached_property
    def _duties(self) -> tuple[Duty, ...]:
        group = self.week.problem.group
        return tuple(
            duty
            for person in group.employees
            for duty in duties_of(group, self.schedule.by_employee.get(person.id, ()))
        )

    @cached_property
    def _breakers(self) -> frozenset[str | None]:
        return frozenset(found.employee_id for found in self.week.verdict.violations)

    def _person_row(self, line: PersonHours) -> GridRow:
        person = self.week.problem.group.employee[line.employee_id]
        balance = line.worked_minutes - line.contract_minutes
        broken = person.id in self._breakers
        off = line.contract_minutes == 0 and line.worked_minutes == 0
        worked, contract = whole_hours(line.worked_minutes), whole_hours(line.contract_minutes)
        return GridRow(
            id=person.id,
            name=person.name,
            detail="" if off else self.say("hours.of", worked=worked, contract=contract),
            level="law" if broken else "ok" if balance == 0 else "short" if balance < 0 else "over",
            level_words=self.say("hours.broken") if broken else self.balance_words(line),
            group=person.home,
            percent=round(100 * line.worked_minutes / line.contract_minutes) if line.contract_minutes else None,
            absences=dict(self._absent_days(person.id)),
        )

    def _absent_days(self, employee_id: str) -> Iterator[tuple[str, str]]:
        spans = [row.span for row in self.week.problem.group.absences if row.employee_id == employee_id]
        for of in Horizon(self.monday).days:
            start, end = day_start(of) + OFFICE[0], day_start(of) + OFFICE[1]
            if any(span.start < end and span.end > start for span in spans):
                yield of.isoformat(), self.say("away")

    def _cards_of(self, duty: Duty) -> Iterator[GridCard]:
        for index, piece in enumerate(duty.pieces):
            drive = duty.drives[index - 1] if index else None
            travel = f"{drive.minutes} min · {drive.km} km" if drive and drive.minutes else ""
            yield replace(self._card(piece), travel=travel)

    def _member_card(self, piece: Assignment) -> GridCard:
        group = self.week.problem.group
        member, person = group.site[piece.site_id].member_id, group.employee[piece.employee_id]
        communes = {site.commune for site in group.sites if site.member_id == member}
        card = replace(self._card(piece), row_id=member, title=person.name)
        return card if len(communes) > 1 else replace(card, place="")

    def _card(self, piece: Assignment) -> GridCard:
        group = self.week.problem.group
        site = group.site[piece.site_id]
        colour, pattern = self._colours[site.member_id]
        until = f"→ {short_day(day_of(piece.end), self.language).split()[0]} {clock(piece.end)[self.language]}"
        return GridCard(
            id=self.ids[piece],
            row_id=piece.employee_id,
            day_iso=piece.day.isoformat(),
            start=clock(piece.start)[self.language],
            end=clock(piece.end)[self.language],
            title=group.member[site.member_id].name,
            place=site.commune,
            job=self.job_name(piece.qualification),
            color=colour,
            pattern=pattern,
            sort_minute=clock_of(piece.start),
            locked=piece.locked,
            draft=not piece.published,
            stand_in=self.is_stand_in(piece),
            hover=tuple(filter(None, (site.name, self.label(piece), piece.comment))),
            continues=until if self.is_night(piece) else "",
        )

    @cached_property
    def _colours(self) -> dict[str, tuple[int, int]]:
        return member_colours([member.id for member in self.week.problem.group.members])

    def _lane_cards(self) -> Iterator[GridCard]:
        return (card for _, card in self._unserved_cards())

    def _unserved_cards(self) -> Iterator[tuple[Unserved, GridCard]]:
        group = self.week.problem.group
        for line in self.unserved:
            need = self.need(line.need_id)
            request, first = need.request, need.missions[0]
            fixed = len(need.missions) == 1 and len(first.slots) == 1
            colour, pattern = self._colours[line.member_id]
            loose = self.say("any_day") if len(need.missions) > 1 else need_clock(need)[self.language]
            yield (
                line,
                GridCard(
                    id=f"{NEED}{line.need_id}",
                    row_id=LANE,
                    day_iso=first.day.isoformat(),
                    start=clock(first.slots[0].start)[self.language] if fixed else hours(line.minutes)[self.language],
                    end=clock(first.slots[0].end)[self.language] if fixed else "",
                    loose="" if fixed else loose,
                    title=group.member[line.member_id].name,
                    place=group.site[request.site_id].commune,
                    job=self.job_name(request.qualification),
                    color=colour,
                    pattern=pattern,
                    sort_minute=clock_of(first.slots[0].start) if first.slots else 0,
                    reason=line.reasons[0][self.language] if line.reasons else "",
                    hover=(request.label, *(reason[self.language] for reason in line.reasons[1:])),
                ),
            )

    def _lane(self) -> GridRow:
        missing = sum(line.minutes for line in self.unserved)
        detail = self.say("lane.detail", n=len(self.unserved), hours=hours(missing)) if self.unserved else ""
        return GridRow(
            id=LANE,
            name=self.say("lane"),
            detail=detail,
            level="short" if self.unserved else "ok",
            level_words="" if self.unserved else self.say("served.all"),
        )

    def _member_row(self, member_id: str) -> GridRow:
        asked, served = self.asked_and_served(member_id)
        words = self.say("served.all") if asked else self.say("served.nothing")
        if served < asked:
            words = self.say("served.some", hours=hours(asked - served))
        return GridRow(
            id=member_id,
            name=self.week.problem.group.member[member_id].name,
            detail=self.say("served.of", served=whole_hours(served), asked=whole_hours(asked)) if asked else "",
            level="ok" if served >= asked else "short",
            level_words=words,
            percent=round(100 * served / asked) if asked else None,
        )
