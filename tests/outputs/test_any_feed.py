"""The calendar feed over any series of published versions: nothing lost, nothing counted twice, nothing told."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gems.domain.schedule import Assignment, Schedule
from gems.outputs.calendar_feed import Issued, employee_feed, member_feed
from sample_data import generate, planted_weeks
from tests.outputs.given import MONDAY, confirmed, events, issue, piece, times, unfolded
from tests.outputs.marked_group import EMPLOYEES, GROUP, SITES, marked, told

MONDAYS = (MONDAY, MONDAY + timedelta(days=7))
JOBS = ("caregiver", "aes")


UNDATED = "a mission of no request, in any week"


@st.composite
def works(draw: st.DrawFn, monday: date) -> Assignment:
    """Any piece of a week, often the same mission twice, at times at another place than asked."""
    day = monday + timedelta(days=draw(st.integers(0, 6)))
    start = draw(st.integers(0, 23))
    drawn = piece(
        marked("employee", draw(st.sampled_from(EMPLOYEES))),
        marked("site", draw(st.sampled_from(SITES))),
        day,
        start,
        start + draw(st.integers(1, 10)),
        job=draw(st.sampled_from(JOBS)),
    )
    asked = [f"{request.id}/{day}/{draw(st.integers(1, 2))}" for request in GROUP.requests]
    mission_id = draw(st.sampled_from([None, UNDATED, *asked]))
    return replace(drawn, mission_id=mission_id, comment=marked("comment", "any"))


@st.composite
def series(draw: st.DrawFn) -> list[Issued]:
    """Versions of two weeks in the order of publishing; each keeps some of the work of the one before."""
    found = []
    for monday in MONDAYS:
        pool = draw(st.lists(works(monday), min_size=1, max_size=8))
        for number in range(1, draw(st.integers(0, 4)) + 1):
            kept = draw(
                st.lists(st.sampled_from(pool), unique_by=lambda work: (work.employee_id, work.start), max_size=8)
            )
            found.append(issue(number, *kept, first=monday))
    return sorted(found, key=lambda version: version.at)


READERS = [(employee_feed, one.id) for one in GROUP.employees] + [(member_feed, one.id) for one in GROUP.members]
readers = st.sampled_from(READERS)
languages = st.sampled_from(["fr", "en"])


def is_own(work: Assignment, who: str) -> bool:
    return who in (work.employee_id, GROUP.site[work.site_id].member_id)


def latest(issued: list[Issued]) -> list[Schedule]:
    """The schedule that holds, week by week."""
    last = {version.schedule.horizon.first: version for version in sorted(issued, key=lambda version: version.number)}
    return [version.schedule for version in last.values()]


def said(event: icalendar.Event) -> list[bytes]:
    """All that an event says but when it was said."""
    lines = event.to_ical().split(b"\r\n")
    return [line for line in lines if not line.startswith((b"SEQUENCE", b"DTSTAMP", b"LAST-MODIFIED"))]


# --- Versions --------------------------------------------------------------------------------------------


@given(series(), readers, languages)
def test_the_latest_version_holds_and_nothing_else(issued, reader, language) -> None:
    feed, who = reader
    read = confirmed(feed(GROUP, issued, who, language, calendar_id="one"))
    own = [work for schedule in latest(issued) for work in schedule.assignments if is_own(work, who)]
    assert Counter(map(times, read)) == Counter((work.start, work.end) for work in own)


@given(series(), readers, languages)
def test_each_event_lives_one_step_at_a_time(issued, reader, language) -> None:
    feed, who = reader
    lives = [
        {str(event["uid"]): event for event in events(feed(GROUP, issued[:count], who, language, calendar_id="one"))}
        for count in range(len(issued) + 1)
    ]
    for before, after in pairwise(lives):
        assert before.keys() <= after.keys(), "an event once told is never forgotten"
        for uid, event in after.items():
            if uid not in before:
                assert event["sequence"] == 0
            elif said(event) == said(before[uid]):
                assert event.to_ical() == before[uid].to_ical()
            else:
                assert event["sequence"] == before[uid]["sequence"] + 1
                assert event["dtstamp"].dt > before[uid]["dtstamp"].dt


@given(series(), readers, languages)
def test_no_two_events_share_a_name(issued, reader, language) -> None:
    feed, who = reader
    uids = [str(event["uid"]) for event in events(feed(GROUP, issued, who, language, calendar_id="one"))]
    assert len(uids) == len(set(uids))


@given(series(), readers, languages, st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(issued, reader, language, rng) -> None:
    feed, who = reader
    in_order = feed(GROUP, issued, who, language, calendar_id="one")
    shuffled = rng.sample(issued, len(issued))
    assert feed(GROUP, shuffled, who, language, calendar_id="one") == in_order


@given(series(), readers, languages)
def test_published_again_unchanged_gives_the_same_bytes(issued, reader, language) -> None:
    feed, who = reader
    again = [
        Issued(number=max(version.number for version in issued) + 1, at=issued[-1].at + 60, schedule=schedule)
        for schedule in latest(issued)
    ]
    first = feed(GROUP, issued, who, language, calendar_id="one")
    assert feed(GROUP, issued + again, who, language, calendar_id="one") == first


# --- Privacy ---------------------------------------------------------------------------------------------


@given(series(), st.sampled_from(GROUP.employees), languages)
def test_a_person_is_told_of_own_work_only(issued, person, language) -> None:
    own = [work for version in issued for work in version.schedule.assignments if work.employee_id == person.id]
    sites = [GROUP.site[work.site_id] for work in own]
    allowed = {name for site in sites for name in (site.name, site.commune, GROUP.member[site.member_id].name)}
    allowed |= {request.label for request in GROUP.requests if any(request.site_id == site.id for site in sites)}
    assert told(employee_feed(GROUP, issued, person.id, language, calendar_id="one")) <= allowed


@given(series(), st.sampled_from(GROUP.members), languages)
def test_a_member_is_told_of_own_sites_only(issued, member, language) -> None:
    here = [work for version in issued for work in version.schedule.assignments if is_own(work, member.id)]
    sites = [GROUP.site[work.site_id] for work in here]
    allowed = {member.name} | {name for site in sites for name in (site.name, site.commune)}
    allowed |= {GROUP.employee[work.employee_id].name for work in here}
    allowed |= {request.label for request in GROUP.requests if any(request.site_id == site.id for site in sites)}
    assert told(member_feed(GROUP, issued, member.id, language, calendar_id="one")) <= allowed


@given(series(), readers, languages)
def test_what_others_do_changes_not_a_byte(issued, reader, language) -> None:
    feed, who = reader
    alone = [
        replace(
            version,
            schedule=replace(
                version.schedule, assignments=tuple(work for work in version.schedule.assignments if is_own(work, who))
            ),
        )
        for version in issued
    ]
    assert feed(GROUP, alone, who, language, calendar_id="one") == feed(GROUP, issued, who, language, calendar_id="one")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_feeds_of_a_sample_name_no_colleague_and_no_other_member(language) -> None:
    group = generate("small")
    issued = [issue(1, *planted_weeks("small").assignments)]
    work = issued[0].schedule.assignments
    for person in group.employees:
        text = unfolded(employee_feed(group, issued, person.id, language, calendar_id="one"))
        assert not [other.name for other in group.employees if other.name in text]
        worked_at = {group.site[one.site_id].member_id for one in work if one.employee_id == person.id}
        assert not [member.name for member in group.members if member.id not in worked_at and member.name in text]
    for member in group.members:
        text = unfolded(member_feed(group, issued, member.id, language, calendar_id="one"))
        assert not [other.name for other in group.members if other != member and other.name in text]
        coming = {one.employee_id for one in work if group.site[one.site_id].member_id == member.id}
        assert {one.id for one in group.employees if one.name in text} == coming
