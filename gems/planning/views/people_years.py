"""The year of everybody, for the coordinator: weeks behind, weeks ahead with their bounds and targets, the quota."""

from dataclasses import dataclass, replace
from datetime import date

from gems.access.policy import Act
from gems.domain.group import Group
from gems.domain.people import ContractKind
from gems.domain.time import monday_of
from gems.domain.year import YearOutlook, counting_year, year_outlook
from gems.planning.office import Doing, use_case
from gems.planning.week.past import first_unknown, history_before
from gems.rules.law import law_of
from gems.rules.limits import year_figures


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonYear:
    """One person's counting year, in minutes."""

    employee_id: str
    outlook: YearOutlook
    """From the first week that is not counted yet."""
    done: tuple[tuple[date, int], ...]
    """(Monday, work) of the weeks of this year that are still known, in order."""
    overtime: int
    quota: int | None
    """Overtime allowed in the year; None for a part-timer, or where no text says."""


@use_case(Act.SEE_GROUP)
def year_balances(doing: Doing) -> dict[str, int]:
    """Minutes ahead (positive) or behind, by employee; how busy the weeks ahead are changes nothing to it."""
    group, monday = _counted(doing)
    figures = year_figures(law_of(group.settings.agreement), monday)
    plain = replace(group, requests=())
    outlooks = ((person.id, year_outlook(plain, person, monday, figures)) for person in group.employees)
    return {person_id: outlook.balance for person_id, outlook in outlooks if outlook is not None}


@use_case(Act.SEE_GROUP)
def people_years(doing: Doing) -> dict[str, PersonYear]:
    """The years by employee, seen from this week or the first one not counted yet; people without a counter are left
    out.
    """
    group, monday = _counted(doing)
    law, year = law_of(group.settings.agreement), counting_year(monday)
    figures, quota = year_figures(law, monday), law.figure("overtime_quota", monday)
    counters = {one.employee_id: one for one in group.history.years}
    found = {}
    for person in group.employees:
        outlook = year_outlook(group, person, monday, figures)
        if outlook is None:
            continue
        weeks = (one for one in group.history.weeks if one.employee_id == person.id)
        full = person.contract.kind is ContractKind.FULL_TIME
        found[person.id] = PersonYear(
            employee_id=person.id,
            outlook=outlook,
            done=tuple(sorted((one.monday, one.minutes) for one in weeks if counting_year(one.monday) == year)),
            overtime=counters[person.id].overtime_minutes,
            quota=quota.value if quota is not None and full else None,
        )
    return found


def _counted(doing: Doing) -> tuple[Group, date]:
    """The group with its counters up to a Monday: this week's, or the first one not counted yet."""
    monday = max(monday_of(doing.today), first_unknown(doing.work.group.history) or date.min)
    return doing.work.group.with_history(history_before(doing.work, monday)), monday
