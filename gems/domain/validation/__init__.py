"""Everything that is wrong with the data entered, at once and in words; no exception for ordinary faults.

Checked here: that records are complete, refer to something, and hold figures that make sense. Not here: whether a
schedule is lawful (`gems.rules`), or whether demand can be served (the planner says).
"""

from collections.abc import Collection, Iterator

from gems.domain.group import Group
from gems.domain.issues import Issue, Kind
from gems.domain.schedule import Schedule
from gems.domain.validation.assignments import of_schedule
from gems.domain.validation.availability import of_absences, of_derogations, of_on_calls, of_wishes
from gems.domain.validation.past import of_history
from gems.domain.validation.people import of_employees, of_qualifications
from gems.domain.validation.places import of_places, of_settings, of_travel
from gems.domain.validation.requests import of_requests
from gems.domain.validation.roster_terms import of_roster_terms
from gems.domain.validation.spots import Known


def faults(
    group: Group,
    schedule: Schedule | None = None,
    *,
    agreements: Collection[str] | None = None,
    profiles: Collection[str] | None = None,
    rules: Collection[str] | None = None,
) -> tuple[Issue, ...]:
    """All faults of a group and of a schedule, kind by kind in entry order.

    `agreements`, `profiles` and `rules` (those that allow derogations) are the names known elsewhere; None: not
    checked.
    """
    return tuple(_faults(group, schedule, agreements, profiles, rules))


def _faults(
    group: Group,
    schedule: Schedule | None,
    agreements: Collection[str] | None,
    profiles: Collection[str] | None,
    rules: Collection[str] | None,
) -> Iterator[Issue]:
    communes = Known(Kind.COMMUNE, [commune.name for commune in group.communes])
    members = Known(Kind.MEMBER, [member.id for member in group.members])
    sites = Known(Kind.SITE, [site.id for site in group.sites])
    qualifications = Known(Kind.QUALIFICATION, [job.code for job in group.qualifications])
    employees = Known(Kind.EMPLOYEE, [person.id for person in group.employees])
    yield from of_settings(group.settings, agreements, profiles)
    yield from of_places(group, communes, members)
    yield from of_qualifications(group, qualifications)
    yield from of_employees(group, communes, members, qualifications)
    yield from of_absences(group, employees)
    yield from of_wishes(group, employees)
    yield from of_roster_terms(group, employees)
    yield from of_requests(group, members, sites, qualifications, employees)
    yield from of_on_calls(group, employees)
    yield from of_derogations(group, employees, rules)
    yield from of_travel(group, communes)
    yield from of_history(group.history, employees, members)
    if schedule is not None:
        yield from of_schedule(group, schedule, sites, qualifications, employees)
