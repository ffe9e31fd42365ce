"""The calendar feed: who sees which work, and how an event lives from one published version to the next."""

from dataclasses import replace
from datetime import date

import pytest

from gems.domain.duty import duties_of
from gems.domain.time import day_of
from gems.outputs.calendar_feed import Issued, employee_feed, member_feed
from sample_data import generate, planted_weeks
from tests.outputs.given import (
    MONDAY,
    PUBLISHED,
    TUESDAY,
    asking,
    confirmed,
    events,
    instant_of_moment,
    issue,
    only_event,
    piece,
    times,
    unfolded,
)

SOINS = f"SOINS/{MONDAY}/1"
MORNING = piece("ANA", "E", MONDAY, 7, 10, SOINS)
LATER = piece("ANA", "E", MONDAY, 8, 11, SOINS)


def of_ana(*issued: Issued, language="fr", calendar_id="one") -> bytes:
    return employee_feed(asking(), issued, "ANA", language, calendar_id=calendar_id)


def of_ehpad(*issued: Issued, language="fr", calendar_id="two") -> bytes:
    return member_feed(asking(), issued, "EHPAD", language, calendar_id=calendar_id)


# --- What is read ----------------------------------------------------------------------------------------


def test_a_person_reads_where_when_and_what() -> None:
    event = only_event(of_ana(issue(1, MORNING)))
    assert times(event) == (MORNING.start, MORNING.end)
    assert event["summary"] == "EHPAD Les Tilleuls · aide-soignant"
    assert event["location"] == "EHPAD, Guéret"
    assert event["description"] == "Lieu : EHPAD, Guéret\nDemande : Soins du matin"
    assert (event["status"], event["transp"], event["sequence"]) == ("CONFIRMED", "OPAQUE", 0)


def test_a_member_reads_who_comes() -> None:
    event = only_event(of_ehpad(issue(1, MORNING, piece("BEN", "F", MONDAY, 7, 10)), language="en"))
    assert times(event) == (MORNING.start, MORNING.end)
    assert event["summary"] == "Ana Roux · caregiver"
    assert event["description"] == "Place: EHPAD, Guéret\nRequest: Soins du matin"


def test_the_drive_from_the_place_before_is_told_to_the_person_only() -> None:
    arriving = piece("ANA", "E", MONDAY, 14, 17)
    version = issue(1, piece("ANA", "F", MONDAY, 8, 11), arriving, piece("ANA", "E", TUESDAY, 8, 11))
    drive = asking().drive("F", "E")
    told = f"Trajet juste avant : {drive.minutes} min, {drive.km} km, depuis Foyer, Ahun"
    assert [told in event["description"] for event in events(of_ana(version))] == [False, True, False]
    assert not any(
        "Trajet" in event["description"] or "Foyer" in event.to_ical().decode() for event in events(of_ehpad(version))
    )


def test_a_commune_is_not_said_twice() -> None:
    group = asking()
    sites = tuple(replace(site, name=f"{site.name} de {site.commune}") for site in group.sites)
    event = only_event(employee_feed(replace(group, sites=sites), [issue(1, MORNING)], "ANA", "fr", calendar_id="one"))
    assert event["location"] == "EHPAD de Guéret"


def test_a_request_of_another_place_is_not_quoted() -> None:
    lent = piece("ANA", "E", MONDAY, 7, 10, f"LEVERS/{MONDAY}/1")
    assert "levers" not in unfolded(of_ehpad(issue(1, lent)))


def test_a_job_that_the_group_has_dropped_still_reads() -> None:
    event = only_event(of_ana(issue(1, replace(MORNING, qualification="lamplighter"))))
    assert event["summary"] == "EHPAD Les Tilleuls · lamplighter"


def test_nobody_and_nothing() -> None:
    with pytest.raises(KeyError):
        employee_feed(asking(), [], "NOBODY", "fr", calendar_id="one")
    with pytest.raises(KeyError):
        member_feed(asking(), [], "NOBODY", "fr", calendar_id="one")
    for empty in (of_ana(), of_ana(issue(1)), of_ehpad(), of_ehpad(issue(1))):
        assert events(empty) == []
        assert empty.startswith(b"BEGIN:VCALENDAR\r\n")
        assert empty.count(b"BEGIN:VTIMEZONE") == 1


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_feed_of_a_sample_holds_its_own_work_and_no_other(language) -> None:
    group, week = generate("small"), planted_weeks("small")
    issued = [Issued(number=1, at=PUBLISHED, schedule=week)]
    for person in group.employees:
        own = week.by_employee.get(person.id, ())
        read = events(employee_feed(group, issued, person.id, language, calendar_id=person.id))
        assert [times(event) for event in read] == [(work.start, work.end) for work in own]
        drives = sum(drive.minutes > 0 for duty in duties_of(group, own) for drive in duty.drives)
        assert sum("km" in event["description"] for event in read) == drives
    for member in group.members:
        here = [work for work in week.assignments if group.site[work.site_id].member_id == member.id]
        read = events(member_feed(group, issued, member.id, language, calendar_id=member.id))
        assert sorted(times(event) for event in read) == [(work.start, work.end) for work in here]


# --- From version to version -----------------------------------------------------------------------------


def test_a_moved_hour_stays_the_same_event() -> None:
    before, after = only_event(of_ana(issue(1, MORNING))), only_event(of_ana(issue(1, MORNING), issue(2, LATER)))
    assert after["uid"] == before["uid"]
    assert times(after) == (LATER.start, LATER.end)
    assert after["sequence"] == before["sequence"] + 1


def test_work_without_a_mission_is_known_by_place_and_start() -> None:
    first, longer = piece("ANA", "E", MONDAY, 7, 10), piece("ANA", "E", MONDAY, 7, 12)
    before, after = only_event(of_ana(issue(1, first))), only_event(of_ana(issue(1, first), issue(2, longer)))
    assert (after["uid"], after["sequence"]) == (before["uid"], 1)
    moved = events(of_ana(issue(1, first), issue(2, piece("ANA", "E", MONDAY, 8, 10))))
    assert [(event["status"], event["uid"] == before["uid"]) for event in moved] == [
        ("CANCELLED", True),
        ("CONFIRMED", False),
    ]


@pytest.mark.parametrize(
    "changed",
    [
        LATER,
        replace(MORNING, end=MORNING.end + 15),
        replace(MORNING, site_id="G"),
        replace(MORNING, qualification="aes"),
    ],
)
def test_a_change_of_time_place_or_job_counts_once(changed) -> None:
    kept = issue(3, changed)
    event = only_event(of_ana(issue(1, MORNING), issue(2, changed), kept))
    assert event["sequence"] == 1
    stamps = (event["dtstamp"].dt, event["last-modified"].dt)
    assert [instant_of_moment(stamp) for stamp in stamps] == [issue(2).at, issue(2).at]


def test_what_is_gone_stays_as_cancelled_and_may_come_back() -> None:
    versions = [issue(1, MORNING), issue(2), issue(3), issue(4, MORNING)]
    gone = only_event(of_ana(*versions[:3]))
    assert (gone["status"], gone["transp"], gone["sequence"]) == ("CANCELLED", "TRANSPARENT", 1)
    assert gone["summary"] == "Annulé : EHPAD Les Tilleuls · aide-soignant"
    assert times(gone) == (MORNING.start, MORNING.end)
    assert instant_of_moment(gone["dtstamp"].dt) == versions[1].at
    back = only_event(of_ana(*versions))
    assert (back["uid"], back["status"], back["sequence"]) == (gone["uid"], "CONFIRMED", 2)


def test_work_given_to_another_is_cancelled_for_the_first_and_new_for_the_second() -> None:
    versions = [issue(1, MORNING), issue(2, replace(MORNING, employee_id="BEN"))]
    assert only_event(of_ana(*versions))["status"] == "CANCELLED"
    bens = only_event(employee_feed(asking(), versions, "BEN", "fr", calendar_id="three"))
    assert (bens["status"], bens["sequence"]) == ("CONFIRMED", 0)
    assert {event["summary"] for event in events(of_ehpad(*versions))} == {
        "Annulé : Ana Roux · aide-soignant",
        "Ben Faure · aide-soignant",
    }


def test_work_moved_to_another_member_is_cancelled_for_the_first() -> None:
    versions = [issue(1, MORNING), issue(2, replace(MORNING, site_id="F"))]
    assert only_event(of_ehpad(*versions))["status"] == "CANCELLED"
    assert only_event(of_ana(*versions))["status"] == "CONFIRMED"


def test_pieces_of_one_mission_are_told_apart() -> None:
    halves = [piece("ANA", "E", MONDAY, start, start + 2, f"SOINS/{MONDAY}") for start in (8, 14)]
    both = events(of_ana(issue(1, *halves)))
    assert len({event["uid"] for event in both}) == 2
    assert [event["uid"] for event in events(of_ana(issue(1, *reversed(halves))))] == [event["uid"] for event in both]


def test_weeks_live_apart() -> None:
    next_monday = date(2026, 11, 30)
    there = piece("ANA", "E", next_monday, 7, 10, f"SOINS/{next_monday}/1")
    feed = of_ana(issue(2), issue(1, there, first=next_monday), issue(1, MORNING))
    assert [(event["status"], day_of(times(event)[0])) for event in events(feed)] == [
        ("CANCELLED", MONDAY),
        ("CONFIRMED", next_monday),
    ]
    assert len(confirmed(feed)) == 1


def test_published_again_unchanged_is_byte_for_byte_the_same() -> None:
    versions = [issue(1, MORNING), issue(2, LATER)]
    assert of_ana(*versions, issue(3, LATER)) == of_ana(*versions)
    assert of_ehpad(*versions, issue(3, LATER)) == of_ehpad(*versions)


def test_a_name_that_changes_shows_and_is_no_change_of_the_work() -> None:
    group = asking()
    renamed = replace(group, members=tuple(replace(member, name=f"{member.name} !") for member in group.members))
    versions = [issue(1, MORNING), issue(2, MORNING)]
    event = only_event(employee_feed(renamed, versions, "ANA", "fr", calendar_id="one"))
    assert event["summary"] == "EHPAD Les Tilleuls ! · aide-soignant"
    assert event["sequence"] == 0


def test_the_name_of_an_event_tells_nothing_and_joins_nothing() -> None:
    feeds = [
        of_ana(issue(1, MORNING)),
        of_ana(issue(1, MORNING), calendar_id="other"),
        of_ehpad(issue(1, MORNING)),
        of_ehpad(issue(1, MORNING), calendar_id="one"),
    ]
    uids = {str(only_event(feed)["uid"]) for feed in feeds}
    assert len(uids) == len(feeds)
    assert not any(word in uid for uid in uids for word in ("ANA", "SOINS", "EHPAD", str(MORNING.start)))
