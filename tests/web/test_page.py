"""Every state of the week and every screen in both languages, without a browser: what is said, offered and kept."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import pytest

from gems.access.policy import Role
from gems.domain.issues import Kind
from gems.domain.life import VersionState, piece_key
from gems.domain.report import PlanReport, Status
from gems.domain.roster_terms import RosterTerm, TermCount
from gems.domain.schedule import Assignment
from gems.domain.time import clock_of
from gems.domain.words import Language, euros
from gems.planning.group_data import add_record
from gems.planning.office import Declined
from gems.planning.week.changes import Move, Remove
from gems.planning.week.edit import OVERTAKEN, edit_week, try_edit
from gems.planning.week.propose import proposal_progress
from gems.planning.week.sight import week_sight, why_unserved
from gems.workbook import read_workbook
from tests.web.furnished import REASON, House, spoiled
from tests.web.visit import Visit, Visiting, said
from ui.web.here import Here
from ui.web.panels.export import workbook_bytes
from ui.web.panels.result import VIEWS
from ui.web.screens import PAGES
from ui.web.state import Desk, WeekPage
from ui.web.texts import TEXTS

LANGUAGES: tuple[Language, ...] = ("fr", "en")
LONG = 12
"""Letters from which a text of one language is told from the other's."""
FULL_WEEK, EMPTY_WEEK = {"semaine": "2026-11-23"}, {"semaine": "2026-11-30"}


def as_built(house: House) -> None:
    """As the demonstration leaves it."""


def broken(house: House) -> None:
    house.redraft(spoiled())


def proposed(house: House) -> None:
    house.propose()


def objected(house: House) -> None:
    house.propose()
    house.object()


def revised(house: House) -> None:
    objected(house)
    house.revise()


def agreed(house: House) -> None:
    house.propose()
    house.agree()


def published(house: House) -> None:
    house.propose()
    house.publish()


def changed(house: House) -> None:
    """A draft on a published week, with one piece taken out."""
    published(house)
    head = house.revise()
    change = Remove(piece=piece_key(house.newest.schedule.assignments[0]))
    edit_week(house.office, house.coordinator, monday=house.monday, number=head.number, edit=head.edit, change=change)


STATES: dict[Callable[[House], None], str | None] = {
    as_built: "step.propose",
    broken: "build.again",
    proposed: None,
    objected: "step.revise",
    revised: "step.propose",
    agreed: "step.publish",
    published: None,
    changed: "step.propose",
}
"""Each with its one strong button; None where others have to act first."""


def one_language(visit: Visit, language: Language) -> None:
    other: Language = "en" if language == "fr" else "fr"
    words = visit.words
    foreign = [
        text[other]
        for text in TEXTS.values()
        if text.fr != text.en and "{" not in text.fr and len(text[other]) >= LONG and text[other] in words
    ]
    assert not foreign


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("befalls", STATES, ids=lambda one: one.__name__)
def test_one_language_at_a_time_and_one_strong_button(
    befalls: Callable[[House], None], language: Language, house: House, visiting: Visiting
) -> None:
    befalls(house)
    visit = visiting(language, **FULL_WEEK)
    one_language(visit, language)
    strong = STATES[befalls]
    assert visit.strong == ([] if strong is None else [said(strong, language)])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("role", "path"), [(role, one.path) for role, pages in PAGES.items() for one in pages])
def test_every_screen_speaks_one_language(
    role: Role, path: str, language: Language, house: House, visiting: Visiting
) -> None:
    proposed(house)
    arrival = PAGES[role][0].path  # has no path of its own
    visit = visiting(language, actor=house.actors[role], path="" if path == arrival else path)
    one_language(visit, language)
    assert len(visit.strong) <= 1, visit.strong


def test_nobody_is_shown_the_way_in_and_nothing_else(visiting: Visiting) -> None:
    visit = visiting(actor=None)
    assert said("frame.out") in visit.words
    assert "/connexion" in visit.words
    assert not visit.at.button


def test_what_was_drawn_for_somebody_is_not_done_once_they_have_left(house: House, visiting: Visiting) -> None:
    visit, head = visiting(), house.newest.head
    visit.actor = None
    visit.press("step-propose")
    assert said("frame.out") in visit.words
    assert house.newest.head == head


def test_an_empty_week_says_what_will_be_here(visiting: Visiting) -> None:
    visit = visiting(**EMPTY_WEEK)
    assert said("empty.title") in visit.words
    assert visit.strong == [said("step.build")]
    visit.press("week-before")
    assert "Semaine 48" in visit.words
    assert visit.at.query_params["semaine"] in ("2026-11-23", ["2026-11-23"])
    assert "Semaine 50" in visit.press("week-after").press("week-after").words


def test_the_page_opens_on_the_week_that_waits(house: House, visiting: Visiting) -> None:
    assert visiting().desk.monday == house.monday
    published(house)
    assert visiting().desk.monday != house.monday


def test_the_language_is_changed_in_place(visiting: Visiting) -> None:
    visit = visiting(**EMPTY_WEEK).choose("language", "en")
    assert said("empty.title", "en") in visit.words
    assert visit.at.query_params["lang"] in ("en", ["en"])


def test_broken_rules_are_announced(house: House, visiting: Visiting) -> None:
    before = week_sight(house.office, house.coordinator, monday=house.monday).verdict.violations
    broken(house)
    visit = visiting()
    number = len(week_sight(house.office, house.coordinator, monday=house.monday).verdict.violations)
    assert number > len(before)
    law = next(metric for metric in visit.at.metric if metric.label == said("kpi.law"))
    assert (law.value, law.delta) == (str(number), f"+{number - len(before)}")
    assert said("rules.see") in visit.words
    assert said("kpi.before") in visit.words


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_view_of_a_version(view: str, language: Language, house: House, visiting: Visiting) -> None:
    (objected if view == "answers" else broken)(house)
    sight = week_sight(house.office, house.coordinator, monday=house.monday)
    visit = visiting(language).view(view)
    words, group = visit.words, sight.problem.group
    if view == "rules":
        assert all(found.words[language] in words for found in sight.verdict.violations)
    elif view == "hours":
        assert all(person.name in words for person in group.employees)
    elif view == "unserved":
        assert all(group.member[line.member_id].name in words for line in sight.unserved)
    elif view == "bill":
        assert all(line.title[language] in words for line in sight.bill if line.cents)
    elif view == "compare":
        assert said("compare.with", language) in words
        assert said("kpi.cost", language) in words
    elif view == "answers":
        assert REASON in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bill_tells_each_roster_term_missed(language: Language, house: House, visiting: Visiting) -> None:
    wish = RosterTerm(id="R1", counts=TermCount.DAYS, most=0, cents=1250)
    add_record(house.office, house.coordinator, kind=Kind.ROSTER_TERM, record=wish)
    sight = week_sight(house.office, house.coordinator, monday=house.monday)
    missed = [charge for charge in sight.verdict.charges if charge.rule == "roster_term_missed"]
    visit = visiting(language).view("bill")
    assert len(missed) > 1
    for charge in missed:
        assert charge.words is not None
        assert charge.words[language] in visit.words
        assert euros(charge.cents)[language] in visit.words
    first, second = missed[:2]
    assert first.words is not None
    assert second.words is not None
    about_one = visit.view("people").pick(str(first.employee_id)).words
    assert first.words[language] in about_one
    assert second.words[language] not in about_one


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_proven_is_not_said_once_the_data_cost_something_else(
    language: Language, house: House, visiting: Visiting
) -> None:
    before = week_sight(house.office, house.coordinator, monday=house.monday)
    planned = sum(line.cents for line in before.bill)
    with house.office.store.write(house.coordinator.group_id) as work:
        report = PlanReport(
            status=Status.OPTIMAL, cost_cents=planned, bound_cents=planned, requested_minutes=0, served_minutes=0,
            bill=before.bill, unserved=(), hours=(), profile="balanced", seed=1, seconds=1.0, first_plan_seconds=1.0,
            peak_memory_mb=1,
        )  # fmt: skip
        work.versions.add(
            before.schedule, by="Léa", profile="balanced", prices=dict(before.problem.prices.cents), report=report
        )
    seen = week_sight(house.office, house.coordinator, monday=house.monday)
    assert seen.version is not None
    assert seen.version.report == report
    assert said("proof.optimal", language, cost=euros(planned)) in visiting(language).words
    wish = RosterTerm(id="R1", counts=TermCount.DAYS, most=0, cents=1250)
    add_record(house.office, house.coordinator, kind=Kind.ROSTER_TERM, record=wish)
    after = sum(line.cents for line in week_sight(house.office, house.coordinator, monday=house.monday).bill)
    words = visiting(language).words
    assert said("proof.since", language, cost=euros(after), then=euros(planned)) in words
    assert said("proof.optimal", language, cost=euros(after)) not in words


def test_the_address_may_name_the_view_to_open_on(house: House, visiting: Visiting) -> None:
    objected(house)
    visit = visiting(vue="answers")
    assert REASON in visit.words
    assert not visit.at.warning
    assert REASON not in visit.view("people").run().words
    assert REASON not in visiting(vue="nowhere").words


def test_details_of_each_thing_that_can_be_picked(house: House, visiting: Visiting) -> None:
    broken(house)
    sight = week_sight(house.office, house.coordinator, monday=house.monday)
    visit, group = visiting(), sight.problem.group
    first = sight.schedule.assignments[0]
    for picked, expected in (
        ("piece 0", group.employee[first.employee_id].name),
        ("unserved", said("lane")),
        (group.employees[0].id, said("details.jobs")),
    ):
        assert expected in visit.pick(picked).words, picked
        assert said("details.close") in visit.words
    assert said("details.close") not in visit.press("close-details").words
    assert said("details.people") in visit.view("members").pick(group.members[0].id).words


def test_why_nobody_serves_is_asked_when_hands_have_changed_the_week(house: House, visiting: Visiting) -> None:
    version = house.newest
    house.redraft(replace(version.schedule, assignments=version.schedule.assignments[1:]))
    sight = week_sight(house.office, house.coordinator, monday=house.monday)
    line = next(one for one in sight.unserved if not one.reasons)
    number = house.newest.head.number
    why = why_unserved(house.office, house.coordinator, monday=house.monday, number=number, need_id=line.need_id)
    visit = visiting().pick(f"need {line.need_id}")
    assert why
    assert why[0].fr not in visit.words
    assert why[0].fr in visit.press("ask-why").words


def test_a_change_by_hand_is_kept_undone_and_done_again(house: House, visiting: Visiting) -> None:
    visit, pieces = visiting().pick("piece 0").press("piece-lock"), house.newest.schedule.assignments
    assert len(house.newest.schedule.locked) == 1
    visit.press("edit-undo")
    assert not house.newest.schedule.locked
    visit.press("edit-redo")
    assert house.newest.schedule.locked
    visit.pick("piece 0").press("piece-lock").pick("piece 0").press("piece-remove")
    assert len(house.newest.schedule.assignments) == len(pieces) - 1


@pytest.mark.parametrize("anyway", [False, True])
def test_a_change_that_breaks_a_rule_is_asked_first(anyway: bool, house: House, visiting: Visiting) -> None:
    piece, person = breaking(house)
    before = house.newest
    visit = visiting().pick(f"piece {before.schedule.assignments.index(piece)}")
    visit.at.selectbox(key=f"who {piece_key(piece)}").set_value(person)
    visit.press(f"FormSubmitter:piece-move-{said('piece.move')}")
    assert said("edit.breaks", change="") in visit.words
    assert visit.strong == [said("edit.leave")]
    assert house.newest == before
    visit.press("edit-anyway" if anyway else "edit-leave")
    assert said("edit.breaks", change="") not in visit.words
    moved = [one for one in house.newest.schedule.assignments if one.employee_id == person and one.start == piece.start]
    assert len(moved) == anyway


def breaking(house: House) -> tuple[Assignment, str]:
    """A piece, and somebody whom it cannot be given without breaking a rule."""
    head, pieces = house.newest.head, house.newest.schedule.assignments
    piece = pieces[0]
    for person in house.group.employees:
        change = Move(piece=piece_key(piece), employee_id=person.id, day=piece.day, start_clock=clock_of(piece.start))
        with suppress(Declined):
            about = {"monday": house.monday, "number": head.number, "change": change}
            if try_edit(house.office, house.coordinator, **about).new_violations:
                return piece, person.id
    raise AssertionError("nobody")


def test_proposing_tells_where_the_answers_are_followed(house: House, visiting: Visiting) -> None:
    visit = visiting().press("step-propose")
    assert said("told.proposed", number=1) in visit.words
    assert house.newest.head.state is VersionState.PROPOSED
    assert said("told.proposed", number=1) not in visit.run().words, "said once"


def test_publishing_says_first_who_is_told_and_asks_why_without_their_answers(house: House, visiting: Visiting) -> None:
    proposed(house)
    visit = visiting(**FULL_WEEK).press("step-publish")
    assert house.newest.head.state is VersionState.PROPOSED
    progress = proposal_progress(house.office, house.coordinator, monday=house.monday, number=1)
    assert said("publish.unanswered", n=len(progress.waiting)) in visit.words
    assert all(one.name in visit.words for one in progress.waiting)
    assert said("publish.despite") in visit.words


def test_the_workbook_taken_away_holds_the_same_schedule(house: House) -> None:
    sight = week_sight(house.office, house.coordinator, monday=house.monday)
    for language in LANGUAGES:
        page = WeekPage(Here(house.office, house.coordinator, language), Desk(monday=house.monday, seconds=60), sight)
        assert page.week is not None
        reading = read_workbook(workbook_bytes(page, page.week))
        assert reading.schedule == sight.schedule
        assert reading.group == sight.problem.group


def test_two_coordinators_share_the_week_and_nothing_else(house: House, visiting: Visiting) -> None:
    one, other = visiting(), visiting("en")
    one.pick("piece 0").press("piece-lock")
    assert other.run().desk is not one.desk
    assert said("details.close", "en") not in other.words
    assert other.pick("piece 0").at.button(key="piece-lock").label == said("piece.unlock", "en")


def test_what_somebody_saved_meanwhile_is_never_written_over(house: House, visiting: Visiting) -> None:
    late, quick = visiting().pick("piece 0"), visiting().pick("piece 1")
    quick.press("piece-remove")
    kept = house.newest
    late.press("piece-remove")
    assert house.newest == kept
    assert OVERTAKEN.fr.partition(".")[0] in late.words
    assert house.coordinator.name in late.words
    assert late.desk.picked == "piece 0", "it can be done again"
