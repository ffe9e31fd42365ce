"""Why hours remain: what is counted is counted again by asking the checker of each piece."""

from dataclasses import replace
from datetime import date

from gems.domain.composition import ComposeQuestion, Kind, Post
from gems.domain.missions import Need
from gems.domain.post_words import round_hours
from gems.domain.requests import FixedSlot, Recurrence, Request
from gems.domain.schedule import Assignment
from gems.domain.typical import WEEKS
from gems.domain.year import year_mondays
from gems.planning.compose.asking import question_of
from gems.planning.compose.judging import violations
from gems.planning.compose.remaining import NO_OTHER, NOT_HELD, SEASON, most_reached, remainders
from tests.rules.group import group

SITES = {"E": "EHPAD", "F": "FOYER", "G": "FOYER", "M": "MAIRIE"}
MONDAYS = tuple(year_mondays(2027))


def _year() -> ComposeQuestion:
    """Mornings of two jobs at four places, and one day of the summer."""
    asked = [("E", "caregiver", 0), ("F", "aes", 1), ("G", "caregiver", 2), ("M", "aes", 3), ("E", "aes", 4)]
    requests = [_request(f"R{day}", site, job, day) for site, job, day in asked]
    summer = replace(requests[0], id="R9", recurrence=replace(requests[0].recurrence, first_day=date(2027, 8, 2)))
    summer = replace(summer, recurrence=replace(summer.recurrence, last_day=date(2027, 8, 2)))
    return question_of(group(employees=(), requests=(*requests, summer)), MONDAYS, commute_minutes=15)


def _request(code: str, site: str, job: str, day: int) -> Request:
    return Request(
        id=code,
        member_id=SITES[site],
        site_id=site,
        qualification=job,
        label="besoin",
        demand=FixedSlot(start_clock=480, end_clock=720 + 15 * day),
        recurrence=Recurrence(weekdays=frozenset((day,)), first_day=MONDAYS[0]),
    )


def _could(question: ComposeQuestion, job: str, home: str, need: Need) -> bool:
    """Whether the checker lets somebody of this job and home do the first piece that is asked."""
    mission = need.missions[0]
    piece = Assignment(
        start=mission.slots[0].start,
        end=mission.slots[0].end,
        employee_id="P",
        site_id=need.request.site_id,
        qualification=need.request.qualification,
        mission_id=mission.id,
    )
    post = Post(id="P", kind=Kind(job=job, home=home, members=(need.request.member_id,)), pieces=(piece,))
    return not {one.rule for one in violations(question, post, WEEKS)} & {"qualification_match", "commute_max"}


def test_hours_within_reach_are_those_that_the_checker_allows() -> None:
    question = _year()
    fortnight, told = question.fortnight, most_reached(question)
    counted: dict[str, int] = {}
    for job in fortnight.group.qualification:
        for home in {site.commune for site in fortnight.group.sites}:
            able = [need for need in fortnight.needs if _could(question, job, home, need)]
            minutes = sum(fortnight.of_year(need) for need in able)
            for need in able:
                counted[need.request.id] = max(counted.get(need.request.id, 0), minutes)
    assert counted == {name: minutes for name, minutes in told.items() if minutes}
    assert len(set(counted.values())) > 1


def test_all_that_is_asked_is_told_as_remaining_without_posts() -> None:
    question = _year()
    left = {one.request_id: one for one in remainders(question, (), (), frozenset())}
    assert left.pop("R9").why == SEASON
    assert sum(one.minutes for one in left.values()) == question.fortnight.asked_minutes
    least = round_hours(question.terms.least_year)
    assert all(least in one.why.fr and least in one.why.en for one in left.values())


def test_no_other_post_is_said_only_when_proven() -> None:
    question = _year()
    low = replace(question, terms=replace(question.terms, year_minutes=0, reference_minutes=0))
    left = remainders(low, (), (), frozenset({"R1"}))
    assert {one.request_id for one in left if one.why == NO_OTHER} == {"R1"}
    assert {one.request_id for one in left if one.why == NOT_HELD} == {"R0", "R2", "R3", "R4"}
