"""Today and the requests: what waits, what is seen, what became of it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from gems.domain.history import History
from gems.domain.life import RequestState, VersionState
from gems.planning.asks.inbox import closing_dates, inbox
from gems.planning.asks.writing import change_request
from gems.planning.group_data import see_group
from gems.planning.group_import import import_group, preview_import
from sample_data import generate
from tests.web.forms import group_of
from tests.web.furnished import House
from tests.web.visit import Visiting, said


def test_an_empty_group_is_told_how_to_begin_and_opens_a_sample(house: House, visiting: Visiting) -> None:
    """The group of another coordinator, who has nothing yet."""
    number = house.office.store.add_group(generate("small").settings)
    actor = replace(house.coordinator, group_id=number)
    visit = visiting(path="aujourdhui", actor=actor)
    assert said("start.title") in visit.words
    assert visit.strong == [said("start.open")]
    visit.at.selectbox(key="sample").set_value("small")
    visit.press("open-sample")
    assert said("start.opened") in visit.words
    assert see_group(house.office, actor).employees == generate("small").employees


def test_without_requests_each_screen_leads_to_the_first_ones(house: House, visiting: Visiting) -> None:
    sample = generate("small")
    number = house.office.store.add_group(sample.settings)
    actor = replace(house.coordinator, group_id=number)
    inbox_page = visiting(path="demandes", actor=actor)
    assert said("inbox.none") in inbox_page.words
    assert said("inbox.filtered") not in inbox_page.words, "there is nothing to filter"
    assert said("empty.begin") in visiting(path="semaine", actor=actor).words
    some = replace(sample, requests=(), history=History())
    seen = preview_import(house.office, actor, group=some).revision
    import_group(house.office, actor, group=some, schedule=None, seen_revision=seen)
    member = some.members[0]
    writing = visiting(path="demandes", actor=actor, adherent=member.id).press("inbox-write")
    assert said("inbox.for", member=member.name) in writing.words


def test_new_requests_wait_today_and_in_the_inbox_until_they_are_seen(house: House, visiting: Visiting) -> None:
    changed = changed_by_its_member(house)
    inbox_page = visiting(path="demandes")
    assert changed.label in inbox_page.words
    assert said("inbox.see_all", n=1) in inbox_page.strong
    inbox_page.press(f"see {changed.id}")
    assert all(line.seen for line in inbox(house.office, house.coordinator))
    assert said("inbox.told.seen") in inbox_page.words


def changed_by_its_member(house: House) -> Any:
    """A request that its member, not the coordinator, has just changed."""
    member_id = next(one.member_id for one in house.people if one.member_id)
    actor = next(one for one in house.actors.values() if one.member_id == member_id)
    request = next(one for one in group_of(house).requests if one.member_id == member_id)
    later = replace(request, label="Renfort du matin", priority=request.priority)
    change_request(house.office, actor, member_id=member_id, request=later)
    return later


def test_a_request_tells_what_happened_to_it_and_what_it_was_before(house: House, visiting: Visiting) -> None:
    changed = changed_by_its_member(house)
    line = next(one for one in inbox(house.office, house.coordinator) if not one.seen)
    assert line.last_deed is not None
    visit = visiting(path="demandes", ligne=line.request.id)
    assert line.last_deed.words.fr in visit.words
    assert changed.label in visit.words
    assert line.last_deed.who in visit.words


def test_a_request_is_withdrawn_in_the_members_name(house: House, visiting: Visiting) -> None:
    request = next(one for one in group_of(house).requests if one.recurrence.first_day > date(2026, 11, 9))
    visiting(path="demandes", ligne=request.id).press("withdraw")
    line = next(one for one in inbox(house.office, house.coordinator) if one.request.id == request.id)
    assert line.state is RequestState.WITHDRAWN


def test_the_last_day_for_requests_of_a_week_is_moved_and_put_back(house: House, visiting: Visiting) -> None:
    visit = visiting(path="demandes")
    view = visit.at.get("segmented_control")
    key = next(str(one.key) for one in view if str(one.key).startswith("inbox-view"))
    visit.choose(key, "closing")
    usual = closing_dates(house.office, house.coordinator)[3]
    sooner = usual.last_day - timedelta(days=2)
    visit.after(visit.at.date_input(key=f"closing {usual.monday} {usual.last_day}").set_value(sooner))
    assert closing_dates(house.office, house.coordinator)[3].last_day == sooner
    visit.press(f"usual {usual.monday}")
    assert closing_dates(house.office, house.coordinator)[3].last_day == usual.last_day


def test_requests_are_filtered_by_member_named_in_the_address(house: House, visiting: Visiting) -> None:
    group = group_of(house)
    member = group.members[0]
    table = visiting(path="demandes", adherent=member.id).at.dataframe[0].value
    assert set(table[said("inbox.member")]) == {member.name}
    assert len(table) == sum(one.member_id == member.id for one in group.requests)


def test_what_became_of_the_requests_of_a_week_stands_beside_each(house: House, visiting: Visiting) -> None:
    visit = visiting(path="demandes")
    visit.after(visit.at.selectbox(key="filter inbox.week").set_value(house.monday))
    became = visit.at.dataframe[0].value[said("inbox.outcome")]
    assert set(became) == {"en attente"}, "a draft is nobody's yet"
    publish_week(house)
    became = visit.run().at.dataframe[0].value[said("inbox.outcome")]
    assert any(words.startswith("servie ") for words in became)


def publish_week(house: House) -> None:
    """The planned week, as a version that holds."""
    head = house.newest.head
    with house.office.store.write(house.coordinator.group_id) as work:
        work.versions.move(work.versions.move(head, VersionState.PROPOSED), VersionState.PUBLISHED)
