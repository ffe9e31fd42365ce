"""Who is under 18 on a day, as judges of finished schedules read it."""

from datetime import date

from gems.domain.people import Employee
from gems.rules.roster import Roster


def is_young(roster: Roster, person: Employee, day: date) -> bool:
    """Whether the person is under 18 on this day."""
    age = person.age_on(day)
    return age is not None and age < roster.limits.law.value("young_worker.age", day)


def is_early(roster: Roster, person: Employee, day: date) -> bool:
    """Whether the person is under 16 on this day."""
    age = person.age_on(day)
    return age is not None and age < roster.limits.law.value("young_worker.early_age", day)
