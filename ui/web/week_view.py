"""From a built week to the pictures of the grid: people × days, and members × days."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from gems.domain.calendar import holiday_name
from gems.domain.duty import Duty, duties_of
from gems.domain.missions import Need
from gems.domain.report import PersonHours, PlanReport, Unserved
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Horizon, clock_of, day_end, day_start
from gems.domain.words import DAYS, Language, Words, clock, day, hours, moment
from gems.planning.build import Built
from ui.web.components.grid_data import GridCard, GridDay, GridRow, WeekGrid, member_colours
from ui.web.components.grid_words import ENGLISH, FRENCH
from ui.web.texts import text

LANE = "unserved"
OFFICE = (8 * 60, 18 * 60)


@dataclass(frozen=True)
class WeekView:
    """One week of a built schedule, in one language. `monday` chooses the week of the horizon."""

    built: Built
    monday: date
    language: Language
    draft: bool = True

    def __post_init__(self) -> None:
        if self.built.schedule is None:
            raise ValueError("there is no schedule to show")

    def say(self, key: str, **values: Words | str | int) -> str:
        """The words of a key, filled."""
        words = text(key)
        return (words.fill(**values) if values else words)[self.language]

    @property
    def report(self) -> PlanReport:
        """The report of the whole horizon."""
        return self.built.report

    @property
    def schedule(self) -> Schedule:
        """The assignments that begin in this week."""
        whole = self.built.schedule
        assert whole is not None
        week = Horizon(self.monday)
        return Schedule(horizon=week, assignments=tuple(a for a in whole.assignments if a.day in week))

    @property
    def days(self) -> tuple[date, ...]:
        """Monday to Sunday."""
        return Horizon(self.monday).days

    def people(self, picked: str = "") -> WeekGrid:
        """A row for each person, the unserved lane above."""
        group, schedule = self.built.problem.group, self.schedule
        cards: list[GridCard] = []
        for person in group.employees:
            for duty in duties_of(group, schedule.by_employee.get(person.id, ())):
                cards.extend(self._cards_of(duty))
        lane_cards = tuple(self._lane_cards())
        return WeekGrid(
            days=tuple(map(self._day, self.days)),
            rows=tuple(self._person_row(line) for line in self.report.hours),
            cards=(*cards, *lane_cards),
            words=FRENCH if self.language == "fr" else ENGLISH,
            lane=self._lane(lane_cards),
            selected=picked,
        )

    def members(self, picked: str = "") -> WeekGrid:
        """A row for each member: who comes when, and what is missing there."""
        group, schedule = self.built.problem.group, self.schedule
        people = [card for person in group.employees for card in self._person_cards(person.id, schedule)]
        missing = [replace(card, row_id=self._member_of(card.id)) for card in self._lane_cards()]
        labels = dict(FRENCH if self.language == "fr" else ENGLISH)
        labels |= {"people": self.say("table.member"), "grid": self.say("view.members")}
        return WeekGrid(
            days=tuple(map(self._day, self.days)),
            rows=tuple(self._member_row(member.id) for member in group.members),
            cards=(*people, *missing),
            words=labels,
            selected=picked,
        )

    def _day(self, of: date) -> GridDay:
        label = day(of)[self.language]
        return GridDay(
            date_iso=of.isoformat(),
            label=label,
            short=f"{DAYS[self.language][of.weekday()][:3]}. {of.day}" if self.language == "fr" else label[:6],
            weekend=of.weekday() >= 5,
            holiday=holiday_name(of),
            spoken=f"{DAYS[self.language][of.weekday()]} {label.split(' ', 1)[1]}",
        )

    def _person_row(self, line: PersonHours) -> GridRow:
        group = self.built.problem.group
        person = group.employee[line.employee_id]
        balance = line.worked_minutes - line.contract_minutes
        return GridRow(
            id=person.id,
            name=person.name,
            detail=self.say("hours.of", worked=hours(line.worked_minutes), contract=hours(line.contract_minutes)),
            level="ok" if balance == 0 else "short" if balance < 0 else "over",
            level_words=self._hours_words(line, balance),
            group=person.home,
            percent=round(100 * line.worked_minutes / line.contract_minutes) if line.contract_minutes else None,
            absences=dict(self._absent_days(person.id)),
        )

    def _hours_words(self, line: PersonHours, balance: int) -> str:
        if line.contract_minutes == 0 and line.worked_minutes == 0:
            return self.say("hours.off")
        if balance == 0:
            return self.say("hours.full")
        return self.say("hours.short" if balance < 0 else "hours.over", hours=hours(abs(balance)))

    def _absent_days(self, employee_id: str) -> Iterator[tuple[str, str]]:
        spans = [row.span for row in self.built.problem.group.absences if row.employee_id == employee_id]
        for of in self.days:
            start, end = day_start(of) + OFFICE[0], day_start(of) + OFFICE[1]
            if any(span.start < end and span.end > start for span in spans):
                yield of.isoformat(), self.say("away")

    def _cards_of(self, duty: Duty) -> Iterator[GridCard]:
        for index, piece in enumerate(duty.pieces):
            drive = duty.drives[index - 1] if index else None
            travel = f"{drive.minutes} min · {drive.km} km" if drive and drive.minutes else ""
            yield self._card(piece, row_id=piece.employee_id, travel=travel)

    def _person_cards(self, employee_id: str, schedule: Schedule) -> Iterator[GridCard]:
        group = self.built.problem.group
        for piece in schedule.by_employee.get(employee_id, ()):
            member = group.site[piece.site_id].member_id
            yield replace(self._card(piece, row_id=member, travel=""), title=group.employee[employee_id].name)

    def _card(self, piece: Assignment, *, row_id: str, travel: str) -> GridCard:
        group = self.built.problem.group
        site, person = group.site[piece.site_id], group.employee[piece.employee_id]
        colour, pattern = self._colours[site.member_id]
        job = group.qualification.get(piece.qualification)
        held = any(one.code == piece.qualification for one in person.qualifications)
        return GridCard(
            id=f"{piece.employee_id}|{piece.start}|{piece.site_id}",
            row_id=row_id,
            day_iso=piece.day.isoformat(),
            start=clock(piece.start)[self.language],
            end=clock(piece.end)[self.language],
            title=group.member[site.member_id].name,
            place=site.commune,
            job="" if job is None else (job.name_fr if self.language == "fr" else job.name_en),
            color=colour,
            pattern=pattern,
            sort_minute=clock_of(piece.start),
            locked=piece.locked,
            draft=self.draft and not piece.published,
            stand_in=not held,
            travel=travel,
            hover=tuple(filter(None, (site.name, self._label(piece), piece.comment))),
            continues=f"→ {moment(piece.end)[self.language]}" if piece.end > day_end(piece.day) else "",
        )

    def _label(self, piece: Assignment) -> str:
        mission = self.built.problem.mission.get(piece.mission_id or "")
        return mission.request.label if mission else ""

    @property
    def _colours(self) -> dict[str, tuple[int, int]]:
        return member_colours([member.id for member in self.built.problem.group.members])

    def _unserved_here(self) -> Iterator[Unserved]:
        for line in self.report.unserved:
            if self.built.problem.need[line.need_id].monday == self.monday:
                yield line

    def _lane_cards(self) -> Iterator[GridCard]:
        group, problem = self.built.problem.group, self.built.problem
        for line in self._unserved_here():
            need = problem.need[line.need_id]
            request, first = need.request, need.missions[0]
            single = len(need.missions) == 1 and len(first.slots) == 1
            site = group.site[request.site_id]
            colour, pattern = self._colours[line.member_id]
            job = group.qualification.get(request.qualification)
            yield GridCard(
                id=line.need_id,
                row_id=LANE,
                day_iso=first.day.isoformat(),
                start=clock(first.slots[0].start)[self.language] if single else hours(line.minutes)[self.language],
                end=clock(first.slots[0].end)[self.language] if single else self._when(need),
                title=group.member[line.member_id].name,
                place=site.commune,
                job="" if job is None else (job.name_fr if self.language == "fr" else job.name_en),
                color=colour,
                pattern=pattern,
                sort_minute=clock_of(first.slots[0].start) if first.slots else 0,
                reason=line.reasons[0][self.language] if line.reasons else "",
                hover=(request.label, *(reason[self.language] for reason in line.reasons)),
            )

    def _when(self, need: Need) -> str:
        """How loosely the hours were asked: within a window of one day, or over several days."""
        if len(need.missions) > 1:
            return self.say("any_day")
        slots = need.missions[0].slots
        window = (clock(slots[0].start), clock(slots[-1].end))
        return self.say("within", start=window[0], end=window[1])

    def _lane(self, cards: tuple[GridCard, ...]) -> GridRow:
        missing = sum(line.minutes for line in self._unserved_here())
        return GridRow(
            id=LANE,
            name=self.say("lane"),
            detail=self.say("lane.detail", n=len(cards), hours=hours(missing)) if cards else "",
            level="short" if cards else "ok",
            level_words="" if cards else self.say("served.all"),
        )

    def _member_of(self, need_id: str) -> str:
        return self.built.problem.need[need_id].request.member_id

    def _member_row(self, member_id: str) -> GridRow:
        asked, served = self.asked_and_served(member_id)
        return GridRow(
            id=member_id,
            name=self.built.problem.group.member[member_id].name,
            detail=self.say("served.of", served=hours(served), asked=hours(asked)),
            level="ok" if served >= asked else "short",
            level_words=self.say("served.all")
            if served >= asked
            else self.say("served.some", hours=hours(asked - served)),
            percent=round(100 * served / asked) if asked else None,
        )

    def asked_and_served(self, member_id: str) -> tuple[int, int]:
        """Minutes a member asked and got this week."""
        needs = [n for n in self.built.problem.needs if n.monday == self.monday and n.request.member_id == member_id]
        asked = sum(need.minutes for need in needs)
        missing = sum(line.minutes for line in self._unserved_here() if line.member_id == member_id)
        return asked, asked - missing
