"""One whole week of a demonstration, lived by three people in their own browsers: asked, planned, proposed, objected
to, planned again, published, followed in a calendar, changed late, refused, counted. The server restarts on the way."""

import re
from collections import Counter
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import icalendar
import pytest
from click.testing import CliRunner
from playwright.sync_api import expect

from gems.access.policy import Role
from gems.domain.life import NoticeBand, RequestState, VersionState, piece_key
from gems.domain.time import day_of, instant_of, local
from gems.domain.words import clock
from gems.planning.views.my_hours import my_hours
from gems.planning.week.changes import Move
from gems.planning.week.proposal import employee_proposal, member_proposal
from tests.web.browsing import Visitor, faults_in, fr, open_site, scrolls_sideways
from tests.web.living import Life
from tests.web.page_server import chromium
from ui.cli.commands import demo
from ui.cli.main import cli
from ui.demonstration import NOW
from ui.wiring import stamp_at

pytestmark = [pytest.mark.browser, pytest.mark.first]

LATER = "2026-11-20T09:00"
"""The Friday before the week: what changes then is told late."""
LABEL, REASON, WISH, DESPITE = "Renfort du goûter", "la salle est prise", "plutôt le jeudi", "accord au téléphone"
TRIES, SOON = 4, 20_000
"""How often a link is asked for, and milliseconds until it should be there."""
LATE = "j'ai un rendez-vous ce soir-là"
POSTS_SECONDS = 4
"""Nobody looks at the posts composed in this week: the first ones found will do."""


def test_one_whole_week(chromium_path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "POSTS_SECONDS", POSTS_SECONDS)
    done = CliRunner().invoke(cli, ["demo", "--group", "small", "--no-serve", "-o", str(tmp_path)], prog_name="gems")
    assert done.exit_code == 0, done.output
    life = Life(tmp_path / demo.DATABASE)
    with chromium(chromium_path) as browser:
        with open_site(life.database, NOW) as site:
            life.arrive(browser, site)
            life.move_to(site, stamp_at(NOW))
            member_asks(life)
            coordinator_builds_moves_and_locks(life)
            objected = they_answer(life)
            coordinator_plans_again(life, objected)
            coordinator_publishes(life)
            feed = employee_follows(life)
            cards = shown_cards(life)
            life.pause()
        with open_site(life.database, LATER) as site:
            life.move_to(site, stamp_at(LATER))
            assert shown_cards(life) == cards, "a restart loses nothing"
            gone, given = coordinator_changes(life)
            employee_refuses(life, given)
            coordinator_publishes_the_change(life, gone, given)
            calendar_follows(life, feed, gone)
            life.leave()


def member_asks(life: Life) -> None:
    member, page = life.member, life.member.go()
    member.press("asks.new")
    page.get_by_label(fr("ask.label")).fill(LABEL)
    member.press("ask.send")
    member.sees("ask.told.sent")
    with life.store.read(1) as work:
        (row,) = (row for row in work.requests.rows() if row.request.label == LABEL)
    assert (row.state, row.seen, row.request.member_id) == (RequestState.SENT, False, life.member_id)


def coordinator_builds_moves_and_locks(life: Life) -> None:
    coordinator, page = life.coordinator, life.coordinator.go()
    assert not faults_in(page)
    page.get_by_role("link", name="1 demande nouvelle").click()
    expect(page.get_by_text(LABEL).first).to_be_visible()
    assert not faults_in(page)
    coordinator.press("inbox.see")
    coordinator.sees("inbox.told.seen")
    coordinator.go("semaine", semaine=life.monday.isoformat())
    coordinator.press("build.again")
    life.wait_for(2, "brouillon")
    moved = life.take(next(life.lawful_moves()))
    locked = next(key for key in sorted(life.keys(2)) if key != moved)
    life.card(locked).click()
    coordinator.press("piece.lock")
    for press, is_locked in ((None, True), ("edit.undo", False), ("edit.redo", True)):
        if press is not None:
            coordinator.press(press)
        expected = re.compile("verrouillé" if is_locked else "^((?!verrouillé).)*$")
        expect(life.card(locked)).to_have_attribute("aria-label", expected)
        assert life.piece(locked).locked is is_locked
    assert not faults_in(page)
    coordinator.press("step.propose")
    coordinator.sees("told.proposed", number=2)


def they_answer(life: Life) -> str:
    """The member says no to one line, the employee yes to all; the key of what was objected to."""
    house, member = life.house, life.member
    about = {"member_id": life.member_id, "monday": life.monday}
    asked = member_proposal(house.office, house.actors[Role.MEMBER], **about)
    assert asked is not None
    place = next(n for n, one in enumerate(asked.pieces) if not life.piece(one.piece).locked)
    page = member.go("proposition")
    object_to(life, member, place, REASON, WISH)
    assert not faults_in(page)
    member.press("answer.rest")
    member.sees("answer.thanks.objected")
    life.employee.go()
    life.employee.press("answer.all")
    life.employee.sees("answer.thanks")
    assert house.newest.head.state is VersionState.PROPOSED
    return asked.pieces[place].piece


def object_to(life: Life, visitor: Visitor, place: int, reason: str, wish: str = "") -> None:
    visitor.page.locator(f".st-key-object-{life.monday}-{place} button").click()
    visitor.page.get_by_label(fr("answer.reason")).fill(reason)
    visitor.page.get_by_label(fr("answer.wish")).fill(wish)
    visitor.press("answer.send")
    visitor.sees("answer.said.reason", said=reason)


def coordinator_plans_again(life: Life, objected: str) -> None:
    coordinator, page = life.coordinator, life.coordinator.go()
    page.get_by_role("link", name="1 refus à traiter").click()
    expect(page.get_by_text(REASON)).to_be_visible()
    coordinator.sees("answers.wish", wish=WISH)
    assert not faults_in(page)
    coordinator.press("step.revise")
    life.wait_for(3, "brouillon")
    coordinator.press("build.again")
    life.wait_for(4, "brouillon")
    before, after = life.keys(2), life.keys(4)
    assert before - after == {objected}, "all that nobody objected to stays"
    served = {piece.mission_id for piece in life.version(2).schedule.assignments if piece_key(piece) != objected}
    added = [piece for piece in life.version(4).schedule.assignments if piece_key(piece) not in before]
    assert not served & {piece.mission_id for piece in added}
    assert len(life.version(4).schedule.locked) == 1
    coordinator.press("step.propose")
    coordinator.sees("told.proposed", number=4)
    with life.store.read(1) as work:
        carried = {answer.piece for answer in work.life.answers(life.monday, 4) if answer.carried}
    assert carried
    assert carried <= before & after
    life.member.go("proposition")
    life.member.sees("answer.carried")


def coordinator_publishes(life: Life) -> None:
    coordinator, page = life.coordinator, life.coordinator.page
    coordinator.press("step.publish")
    page.get_by_role("textbox", name=fr("publish.despite")).fill(DESPITE)
    assert not faults_in(page)
    coordinator.press("publish.now")
    coordinator.sees("told.published", number=4)
    assert life.house.newest.head.state is VersionState.PUBLISHED
    page = coordinator.go("historique")
    expect(page.get_by_text(DESPITE).first).to_be_attached()


def employee_follows(life: Life) -> str:
    """On a phone, and in the calendar; the path of the feed."""
    employee = life.employee
    page = employee.go("", semaine=life.monday.isoformat())
    mine = life.house.newest.schedule.by_employee[life.employee_id]
    for piece in mine:
        expect(page.locator(".gems-days li", has_text=clock(piece.start).fr).first).to_be_visible()
    expect(page.locator(".gems-shift")).to_contain_text(clock(mine[0].start).fr)
    assert not scrolls_sideways(page)
    assert not faults_in(page)
    page.locator("summary", has_text=fr("calendar.title")).click()
    employee.settle()
    link = page.locator("[data-testid=stCode] code")
    for _ in range(TRIES):  # on a busy machine a press may fall into a page that is being drawn again
        employee.press("calendar.make")
        with suppress(AssertionError):
            expect(link).to_be_visible(timeout=SOON)
            break
    path = urlsplit(link.inner_text()).path
    events = feed_of(life, path)
    assert {event.start for event in events.values()} == {local(piece.start) for piece in mine}
    assert {event["sequence"] for event in events.values()} == {0}
    return path


def feed_of(life: Life, path: str) -> dict[str, icalendar.Event]:
    """The events of a calendar feed, by their name; asked without any cookie."""
    with urlopen(f"{life.employee.site}{path}") as answer:
        calendar = icalendar.Calendar.from_ical(answer.read())
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


def shown_cards(life: Life) -> list[str]:
    """The published week on the coordinator's screen."""
    page = life.coordinator.go("semaine", semaine=life.monday.isoformat())
    life.wait_for(4, "publié")
    expect(page.locator(".wg .card:visible").first).to_be_visible()
    return life.coordinator.cards


def coordinator_changes(life: Life) -> tuple[Move, str]:
    """Takes a shift from the employee and gives them another; the move away, and the key of the other."""
    life.coordinator.press("step.revise")
    life.wait_for(5, "brouillon")
    gone = next(life.lawful_moves(of=life.employee_id))
    taken = life.take(gone)
    given = life.take(next(move for move in life.lawful_moves(to=life.employee_id) if move.piece != taken))
    life.coordinator.press("step.propose")
    life.coordinator.sees("told.proposed", number=5)
    return gone, given


def employee_refuses(life: Life, given: str) -> None:
    house, employee = life.house, life.employee
    actor = house.actors[Role.EMPLOYEE]
    asked = employee_proposal(house.office, actor, employee_id=life.employee_id, monday=life.monday)
    assert asked is not None
    page = employee.go()
    object_to(life, employee, [one.piece for one in asked.pieces].index(given), LATE)
    assert not faults_in(page)
    with life.store.read(1) as work:
        (refusal,) = work.life.refusals()
    assert (refusal.employee_id, refusal.piece) == (life.employee_id, given)
    assert refusal.band is band(refusal.day)
    mine = my_hours(house.office, actor, employee_id=life.employee_id)
    assert mine is not None
    used = int(refusal.band is not NoticeBand.EARLY)  # which shift is given hangs on the plan; told in time, it is free
    assert mine.refusals_used == used
    said = str(used) if mine.refusals_right is None else fr("mine.refusals.of", used=used, right=mine.refusals_right)
    expect(page.locator(".gems-facts dd", has_text=said.replace(" ", "\u00a0")).first).to_be_visible()


def band(day: date) -> NoticeBand:
    """By the agreement: seven days are in time, fewer than four an emergency."""
    days = (day - day_of(instant_of(stamp_at(LATER)))).days
    return NoticeBand.EARLY if days >= 7 else NoticeBand.SHORT if days >= 4 else NoticeBand.LATE


def coordinator_publishes_the_change(life: Life, gone: Move, given: str) -> None:
    coordinator, page = life.coordinator, life.coordinator.go("semaine", semaine=life.monday.isoformat())
    coordinator.press("step.revise")
    life.wait_for(6, "brouillon")
    coordinator.press("build.again")
    life.wait_for(7, "brouillon")
    before, after = life.keys(4), life.keys(7)
    assert given not in after, "what was refused is not given back"
    assert gone.piece not in after, "the change that nobody refused stays"
    coordinator.press("step.propose")
    coordinator.sees("told.proposed", number=7)
    pieces = {piece_key(one): one for number in (4, 7) for one in life.version(number).schedule.assignments}
    expected = Counter(band(pieces[key].day) for key in before ^ after)
    coordinator.press("step.publish")
    coordinator.sees("publish.changes", n=expected.total())
    for one, times in expected.items():
        line = page.locator(".gems-entries li", has_text=fr(f"notice.{one}"))
        expect(line).to_contain_text(fr("unit.times", n=times))
    assert not faults_in(page)
    page.get_by_role("textbox", name=fr("publish.despite")).fill(DESPITE)
    coordinator.press("publish.now")
    coordinator.sees("told.published", number=7)
    with life.store.read(1) as work:
        changes = work.life.changes(life.monday)
    assert Counter(change.band for change in changes) == expected
    assert (life.employee_id, gone.piece) in {(change.employee_id, change.piece) for change in changes}
    states = {head.number: head.state for head in life.heads}
    assert (states[4], states[7]) == (VersionState.REPLACED, VersionState.PUBLISHED)


def calendar_follows(life: Life, path: str, gone: Move) -> None:
    """The event of the shift taken away keeps its name, one change later."""
    before = next(one for one in life.version(4).schedule.assignments if piece_key(one) == gone.piece)
    (event,) = (one for one in feed_of(life, path).values() if one.start == local(before.start))
    assert (event["sequence"], event["status"]) == (1, "CANCELLED")
    assert isinstance(event.start, datetime)
    page = life.employee.go("", semaine=life.monday.isoformat())
    expect(page.locator(".gems-days")).to_be_visible()
    assert not faults_in(page)
