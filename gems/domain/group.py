"""Everything a group has entered: what a workbook or a store holds, before any week is planned."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from gems.domain.history import History
from gems.domain.members import Member, Site
from gems.domain.people import Absence, Derogation, Employee, OnCall, Qualification, StandIn, Wish
from gems.domain.places import Commune, Leg, TravelEntry, TravelTable
from gems.domain.requests import Request
from gems.domain.roster_terms import RosterTerm

if TYPE_CHECKING:
    from gems.domain.seasons import Seasons

FIRST_FORTNIGHT = date(2026, 1, 5)
EMPTY_HISTORY = History()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The group's own choices."""

    name: str
    agreement: str = "bad_2941"
    """File name of the collective agreement chosen by the group (L1253-10)."""
    profile: str = "balanced"
    """Named price profile."""
    grid_minutes: int = 30
    """Step of the start times tried for windows and volumes."""
    school_zone: str = "A"
    fortnight_start: date = FIRST_FORTNIGHT
    """A Monday on which a fortnight (quatorzaine) begins; the others follow every two weeks."""


@dataclass(frozen=True, kw_only=True)
class Group:
    """All data of a group, in the order entered. Ids are unique within a kind (`gems.domain.validation` says so)."""

    settings: Settings
    communes: tuple[Commune, ...] = ()
    members: tuple[Member, ...] = ()
    sites: tuple[Site, ...] = ()
    qualifications: tuple[Qualification, ...] = ()
    stand_ins: tuple[StandIn, ...] = ()
    employees: tuple[Employee, ...] = ()
    absences: tuple[Absence, ...] = ()
    wishes: tuple[Wish, ...] = ()
    requests: tuple[Request, ...] = ()
    on_calls: tuple[OnCall, ...] = ()
    derogations: tuple[Derogation, ...] = ()
    travel: tuple[TravelEntry, ...] = ()
    roster_terms: tuple[RosterTerm, ...] = ()
    history: History = EMPTY_HISTORY

    def with_history(self, history: History) -> "Group":
        """The same group with another past. What was worked out from everything else is shared, not done again."""
        found = replace(self, history=history)
        for name in ("member", "site", "employee", "request", "absences_of", "seasons", "travel_table"):
            found.__dict__[name] = getattr(self, name)
        return found

    @cached_property
    def member(self) -> dict[str, Member]:
        """Members by id."""
        return {member.id: member for member in self.members}

    @cached_property
    def site(self) -> dict[str, Site]:
        """Sites by id."""
        return {site.id: site for site in self.sites}

    @cached_property
    def employee(self) -> dict[str, Employee]:
        """Employees by id."""
        return {employee.id: employee for employee in self.employees}

    @cached_property
    def qualification(self) -> dict[str, Qualification]:
        """Qualifications by code."""
        return {qualification.code: qualification for qualification in self.qualifications}

    @cached_property
    def request(self) -> dict[str, Request]:
        """Requests by id."""
        return {request.id: request for request in self.requests}

    @cached_property
    def absences_of(self) -> dict[str, tuple[Absence, ...]]:
        """Absences by employee; people without any are left out."""
        found: dict[str, tuple[Absence, ...]] = {}
        for absence in self.absences:
            found[absence.employee_id] = (*found.get(absence.employee_id, ()), absence)
        return found

    @cached_property
    def seasons(self) -> dict[int, "Seasons"]:
        """Busy and quiet weeks by counting year, as far as anybody asked (`gems.domain.year.seasons`)."""
        return {}

    @cached_property
    def travel_table(self) -> TravelTable:
        """Drives between communes."""
        entries = {(entry.origin, entry.destination): Leg(entry.minutes, entry.km) for entry in self.travel}
        return TravelTable({commune.name: commune for commune in self.communes}, entries)

    def drive(self, origin_site: str, destination_site: str) -> Leg:
        """The drive between two sites by id; nothing within one site."""
        if origin_site == destination_site:
            return Leg(0, 0)
        return self.travel_table.between(self.site[origin_site].commune, self.site[destination_site].commune)

    def commute(self, employee_id: str, site_id: str) -> Leg:
        """The drive from a person's home commune to a site, one way."""
        home, commune = self.employee[employee_id].home, self.site[site_id].commune
        return Leg(5, 2) if home == commune else self.travel_table.between(home, commune)

    def stand_in(self, held: str, needed: str) -> StandIn | None:
        """The row of the stand-in table, None when there is none (then it is not allowed)."""
        return self._stand_ins.get((held, needed))

    @cached_property
    def _stand_ins(self) -> dict[tuple[str, str], StandIn]:
        return {(row.held, row.needed): row for row in self.stand_ins}
