"""One week of a schedule in one language: what the grids, the lists and the details ask of it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from gems.domain.missions import Need
from gems.domain.report import PersonHours, Unserved
from gems.domain.schedule import Assignment, Schedule
from gems.domain.time import Horizon, day_end
from gems.domain.words import Language, Words, hours
from ui.web.components.grid_data import member_colours
from ui.web.shown import ShownWeek
from ui.web.texts import text

LANE = "unserved"
PIECE, NEED = "piece ", "need "
"""What the id of a card begins with; its place in the schedule, or the need, follows."""


@dataclass(frozen=True)
class WeekView:
    """One week of a schedule, in one language. `monday` chooses the week of the horizon."""

    week: ShownWeek
    monday: date
    language: Language
    editable: bool = False
    """Whether hands may change it."""
    reissue: bool = False
    """Whether this week was published before: then work that is not in that version is a change."""

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

    def piece(self, card: str) -> Assignment | None:
        """The work that a card shows; None for a card of the lane, or one gone since."""
        return next((piece for piece, name in self.ids.items() if name == card), None)

    def need(self, need_id: str) -> Need:
        """The need of an unserved line."""
        return self.week.problem.need[need_id]

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
    def breakers(self) -> frozenset[str | None]:
        """Who breaks a rule, anywhere in the horizon."""
        return frozenset(found.employee_id for found in self.week.verdict.violations)

    @cached_property
    def colours(self) -> dict[str, tuple[int, int]]:
        """Colour and pattern of each member, the same in every view."""
        return member_colours([member.id for member in self.week.problem.group.members])
