"""What a member reads and does on screen, without a browser: requests, proposal, who comes, hours."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from streamlit.util import calc_hash

from gems.access.policy import Actor, Role
from gems.domain.life import AnswerKind, RequestRow, RequestState
from gems.domain.requests import FixedSlot, Priority
from gems.domain.words import euros
from gems.planning.asks.closing import Closing
from gems.planning.asks.requests import closing, my_requests
from gems.planning.asks.writing import withdraw_request
from gems.planning.week.proposal import MemberProposal, member_proposal
from tests.web.furnished import House
from tests.web.visit import Visit, Visiting, said
from ui.web.texts import text

NEW = "ask nouvelle "
WEEKLY, DATED = "R001", "R010"
"""Requests of the member of the small sample: one asked every week, one for a day of the week that is planned."""
Open = Callable[..., Visit]


@pytest.fixture
def member(house: House) -> Actor:
    return house.actors[Role.MEMBER]


@pytest.fixture
def open_page(visiting: Visiting, member: Actor) -> Open:
    def opened(path: str = "", **address: str) -> Visit:
        return visiting(actor=member, path=path, **address)

    return opened


def go(visit: Visit, path: str) -> Visit:
    """Another screen in the same tab."""
    visit.at._page_hash = calc_hash(path)  # AppTest itself only finds screens that are files
    return visit.run()


def published(house: House) -> None:
    house.propose()
    house.publish()


def rows(house: House, member: Actor) -> dict[str, RequestRow]:
    with house.office.store.read(member.group_id) as work:
        return {row.request.id: row for row in work.requests.rows(member.member_id)}


def added(before: dict[str, RequestRow], house: House, member: Actor) -> list[RequestRow]:
    return [row for id, row in rows(house, member).items() if id not in before]


def closes(house: House, member: Actor, monday: date) -> Closing:
    return closing(house.office, member, member_id=member.member_id, monday=monday)


def proposal(house: House, member: Actor) -> MemberProposal:
    found = member_proposal(house.office, member, member_id=member.member_id, monday=house.monday)
    assert found is not None
    return found


# --- The list --------------------------------------------------------------------------------------------


def test_the_list_opens_on_the_first_open_week_and_says_until_when(open_page: Open) -> None:
    words = open_page().words
    assert "Semaine 48" in words
    assert said("asks.until", day="dim. 8 nov. 2026") in words
    assert said("asks.state.draft") not in words
    assert said("asks.new") in words


def test_a_draft_schedule_is_nobodys_yet(open_page: Open, house: House, member: Actor) -> None:
    lines = my_requests(house.office, member, member_id=member.member_id, monday=house.monday)
    asked = sum(line.asks_this_week for line in lines)
    assert said("asks.summary.waiting.many", n=asked) in open_page().words


def test_outcomes_and_reasons_are_said_once_published(open_page: Open, house: House, member: Actor) -> None:
    published(house)
    words = open_page().words
    for line in my_requests(house.office, member, member_id=member.member_id, monday=house.monday):
        assert line.outcome_words.fr in words.replace("\u00a0", " ")
        assert all(reason.fr in words for reason in line.reasons)


def test_a_closed_week_says_so_and_offers_no_change_of_it(open_page: Open, house: House, member: Actor) -> None:
    visit = open_page(semaine="2026-11-16")
    assert closes(house, member, date(2026, 11, 16)).words.fr in visit.words
    keys = {button.key for button in visit.at.button}
    assert "asks-repeat" not in keys
    assert f"skip-{WEEKLY}" not in keys


def test_the_arrows_lead_to_other_weeks_and_back(open_page: Open) -> None:
    visit = open_page().press("choose-after")
    assert "Semaine 49" in visit.words
    assert visit.at.query_params["semaine"] == "2026-11-30"
    visit.press("choose-before").press("choose-before")
    assert "Semaine 47" in visit.words
    assert "Semaine 48" in visit.press("week-back").words


def test_the_list_is_searched_and_sorted(open_page: Open) -> None:
    visit = open_page()
    visit.after(visit.at.text_input(key="asks-search").set_value("SOINS DU SOIR"))
    assert "Soins du soir" in visit.words
    assert "Nuit, relais" not in visit.words
    visit.after(visit.at.text_input(key="asks-search").set_value("sauf jours feries"))
    assert "Entretien des chambres" in visit.words, "accents do not matter"
    visit.after(visit.at.text_input(key="asks-search").set_value("rien de tel"))
    assert said("asks.search.none") in visit.words
    visit.after(visit.at.text_input(key="asks-search").set_value(""))
    visit.after(visit.at.selectbox(key="asks-order").set_value("hours"))
    nights, care = visit.words.index("<h3>Nuit, relais"), visit.words.index("<h3>Soins du matin")
    assert care < nights  # three mornings of 7 h 15 are more than two nights of 8 h
    visit.after(visit.at.selectbox(key="asks-order").set_value("label"))
    assert visit.words.index("<h3>Nuit, relais") < visit.words.index("<h3>Soins du matin")


def test_without_any_request_the_first_step_is_said(visiting: Visiting, member: Actor) -> None:
    visit = visiting(actor=replace(member, member_id="M999"))
    assert said("asks.none.title") in visit.words
    assert visit.strong == [said("asks.new")]


# --- A new request ---------------------------------------------------------------------------------------


def test_a_request_is_asked_in_a_minute(open_page: Open, house: House, member: Actor) -> None:
    before, visit = rows(house, member), open_page().press("asks-new")
    visit.after(visit.at.text_input(key=f"{NEW}label").set_value("Renfort repas"))
    assert "Renfort repas" in visit.words
    assert said("ask.said.total", total="4 h") in visit.words.replace("\u00a0", " ")
    visit.press("ask-send")
    [row] = added(before, house, member)
    assert row.state is RequestState.SENT
    assert row.request.label == "Renfort repas"
    assert row.request.demand == FixedSlot(start_clock=480, end_clock=720)
    assert row.request.recurrence.first_day == house.monday
    assert said("ask.told.sent") in visit.words
    assert said("asks.title") in visit.words


def test_the_three_shapes_and_rhythms_are_read_back(open_page: Open, house: House, member: Actor) -> None:
    before, visit = rows(house, member), open_page(demande="nouvelle")
    visit.choose(f"{NEW}shape", "volume").choose(f"{NEW}often", "every_week")
    visit.choose(f"{NEW}priority", Priority.ESSENTIAL)
    words = visit.words.replace("\u00a0", " ")
    assert "7 h par semaine" in words
    assert said("ask.said.since", day="lun. 23 nov. 2026") in words
    assert said("ask.said.priority.essential") in words
    visit.choose(f"{NEW}shape", "window")
    assert "4 h entre 8 h 00 et 12 h 00" in visit.words.replace("\u00a0", " ")
    visit.press("ask-keep")
    [row] = added(before, house, member)
    assert row.state is RequestState.DRAFT
    assert row.request.recurrence.last_day is None
    assert said("ask.told.kept") in visit.words
    assert said("asks.drafts", n=1) in visit.words


def test_without_a_weekday_it_cannot_be_sent_and_says_what_is_missing(open_page: Open) -> None:
    visit = open_page(demande="nouvelle").choose(f"{NEW}often", "every_week")
    visit.after(visit.at.get("pills")[0].set_value([]))
    assert said("ask.missing.weekdays") in visit.words
    assert visit.at.button(key="ask-send").disabled


def test_a_choice_the_browser_does_not_send_is_the_one_before(open_page: Open) -> None:
    visit = open_page(demande="nouvelle")
    visit.choose(f"{NEW}priority", Priority.ESSENTIAL).choose(f"{NEW}priority", None)
    assert said("ask.said.priority.essential") in visit.words


def test_what_cannot_be_sent_is_kept_and_nothing_typed_is_lost(open_page: Open, house: House, member: Actor) -> None:
    before, visit = rows(house, member), open_page(demande="nouvelle")
    late = house.monday - timedelta(days=7)
    visit.after(visit.at.text_input(key=f"{NEW}label").set_value("Trop tard"))
    visit.after(visit.at.date_input(key=f"{NEW}first").set_value(late)).press("ask-send")
    assert closes(house, member, late).words.fr in visit.words
    assert said("ask.told.still_draft") in visit.words
    [row] = added(before, house, member)
    assert row.state is RequestState.DRAFT
    form = f"ask {row.request.id} "
    assert visit.at.text_input(key=f"{form}label").value == "Trop tard"
    assert visit.at.date_input(key=f"{form}first").value == late
    visit.after(visit.at.date_input(key=f"{form}first").set_value(house.monday)).press("ask-send")
    assert rows(house, member)[row.request.id].state is RequestState.SENT
    assert len(added(before, house, member)) == 1


def test_what_is_wrong_is_said_and_the_form_stays(open_page: Open, house: House, member: Actor) -> None:
    before, visit = rows(house, member), open_page(demande="nouvelle").choose(f"{NEW}shape", "window")
    visit.after(visit.at.selectbox(key=f"{NEW}minutes").set_value(8 * 60)).press("ask-send")
    assert visit.at.error
    assert not added(before, house, member)
    assert visit.at.selectbox(key=f"{NEW}minutes").value == 8 * 60


def test_what_is_typed_survives_another_screen_and_another_language(open_page: Open) -> None:
    visit = open_page(demande="nouvelle")
    visit.after(visit.at.text_input(key=f"{NEW}label").set_value("À garder"))
    go(visit, "mes-heures")
    visit.at.query_params["demande"] = "nouvelle"
    go(visit, "")
    assert visit.at.text_input(key=f"{NEW}label").value == "À garder"
    visit.choose("language", "en")
    assert visit.at.text_input(key=f"{NEW}label").value == "À garder"
    assert said("ask.title.new", "en") in visit.words


def test_a_cancelled_form_leaves_nothing(open_page: Open, house: House, member: Actor) -> None:
    before, visit = rows(house, member), open_page(demande="nouvelle").press("ask-cancel")
    assert rows(house, member) == before
    assert said("asks.title") in visit.words


@pytest.mark.parametrize("name", ["R999", "copie-R999", "R011"])
def test_anothers_request_is_as_unknown_as_one_that_does_not_exist(open_page: Open, name: str) -> None:
    visit = open_page(demande=name)
    assert said("ask.nothing") in visit.words
    assert "Journée longue" not in visit.words
    assert said("asks.title") in visit.press("ask-back").words


# --- What is asked already -------------------------------------------------------------------------------


def test_a_request_is_changed_from_its_card(open_page: Open, house: House, member: Actor) -> None:
    visit = open_page().press(f"change-{DATED}")
    assert said("ask.title.change") in visit.words
    visit.after(visit.at.text_input(key=f"ask {DATED} label").set_value("Nuit du mardi")).press("ask-send")
    row = rows(house, member)[DATED]
    assert (row.state, row.request.label) == (RequestState.CHANGED, "Nuit du mardi")
    assert said("ask.told.changed") in visit.words


def test_a_change_that_begins_later_says_from_when(open_page: Open, house: House, member: Actor) -> None:
    visit = open_page().press(f"change-{WEEKLY}")
    visit.after(visit.at.number_input(key=f"ask {WEEKLY} headcount").set_value(2)).press("ask-send")
    assert said("ask.told.changed_from", day="lun. 23 nov. 2026") in visit.words
    assert rows(house, member)[WEEKLY].request.recurrence.last_day == house.monday - timedelta(days=1)


def test_more_people_than_asked_may_come_whose_price_is_the_coordinators(
    open_page: Open, visiting: Visiting, house: House, member: Actor
) -> None:
    visit = visiting(path="demandes", ligne=DATED, demande=DATED)
    visit.after(visit.at.number_input(key=f"ask {DATED} beyond").set_value(2))
    visit.after(visit.at.number_input(key=f"ask {DATED} beyond_cents").set_value(12.5))
    assert text("ask.said.beyond").fill(price=euros(1250)).fr in visit.words
    visit.press("ask-send")
    assert people_asked(rows(house, member)[DATED]) == (1, 3, 1250)

    visit = open_page().press(f"change-{DATED}")
    assert said("ask.beyond") in visit.words
    assert said("ask.beyond_cents") not in visit.words
    visit.after(visit.at.number_input(key=f"ask {DATED} headcount").set_value(2)).press("ask-send")
    assert people_asked(rows(house, member)[DATED]) == (2, 4, 1250), "two more than asked, at the price that was set"


def test_two_people_are_asked_for_together(open_page: Open, house: House, member: Actor) -> None:
    visit = open_page().press(f"change-{DATED}")
    visit.after(visit.at.text_input(key=f"ask {DATED} visit").set_value("Lever"))
    assert text("ask.said.visit").fill(visit="Lever").fr in visit.words
    visit.press("ask-send")
    assert rows(house, member)[DATED].request.visit == "Lever"


def people_asked(line: RequestRow) -> tuple[int, int | None, int]:
    demand = line.request.demand
    assert isinstance(demand, FixedSlot)
    return demand.headcount, demand.most_headcount, demand.beyond_cents


def test_not_this_week_leaves_the_others(open_page: Open, house: House, member: Actor) -> None:
    visit = open_page().press(f"skip-{WEEKLY}")
    when = rows(house, member)[WEEKLY].request.recurrence
    assert when.except_days == {house.monday, house.monday + timedelta(days=3)}
    assert said("asks.others", n=1) in visit.words


def test_a_request_is_withdrawn_after_one_more_question(open_page: Open, house: House, member: Actor) -> None:
    visit = open_page().press(f"withdraw-{DATED}")
    assert rows(house, member)[DATED].state is RequestState.SENT
    visit.press("withdraw-yes")
    assert rows(house, member)[DATED].state is RequestState.WITHDRAWN
    assert said("asks.told.withdrawn", label="Remplacement : nuit") in visit.words
    assert said("asks.withdrawn", n=1) in visit.words
    assert said("asks.state.withdrawn", day="ven. 6 nov.") in visit.words


def test_what_the_group_withdraws_says_so(open_page: Open, house: House, member: Actor) -> None:
    """As an undo does with a request that an answer had made."""
    assert member.member_id is not None
    withdraw_request(house.office, house.coordinator, member_id=member.member_id, request_id=DATED)
    assert said("asks.state.withdrawn.group", day="ven. 6 nov.") in open_page().words


def test_last_week_is_asked_again_in_one_click_and_sent_in_another(
    open_page: Open, house: House, member: Actor
) -> None:
    before, visit = rows(house, member), open_page().press("choose-after").press("asks-repeat")
    [copy] = added(before, house, member)
    assert copy.state is RequestState.DRAFT
    assert copy.request.recurrence.first_day == before[DATED].request.recurrence.first_day + timedelta(days=7)
    visit.press("asks-repeat")
    assert visit.at.error, "nothing is left to ask again, and that is said"
    visit.press(f"send-{copy.request.id}")
    assert rows(house, member)[copy.request.id].state is RequestState.SENT


def test_several_drafts_are_sent_at_once(open_page: Open, house: House, member: Actor) -> None:
    before, visit = rows(house, member), open_page()
    for _ in range(2):
        visit.press(f"copy-{DATED}").press("ask-keep")
    visit.press("send-all")
    assert [row.state for row in added(before, house, member)] == [RequestState.SENT] * 2
    assert said("asks.told.all_sent.many", n=2) in visit.words


# --- The proposal ----------------------------------------------------------------------------------------


def test_without_a_proposal_it_is_said_what_will_be_here(open_page: Open) -> None:
    assert said("answer.none.title") in open_page("proposition").words


def test_a_member_agrees_to_all_in_one_gesture(open_page: Open, house: House, member: Actor) -> None:
    house.propose()
    visit = open_page()
    assert said("asks.waiting", day="lun. 23 nov.") in [str(link.proto.label) for link in visit.at.get("page_link")]
    go(visit, "proposition").press(f"agree-all {house.monday}")
    assert {piece.asking.kind for piece in proposal(house, member).pieces} == {AnswerKind.AGREE}
    assert said("answer.thanks") in visit.words


def test_a_no_says_why_and_what_would_do(open_page: Open, house: House, member: Actor) -> None:
    house.propose()
    first = proposal(house, member).pieces[0]
    visit = open_page("proposition").press(f"object-{house.monday}-0")
    visit.at.text_area(key=f"wish {first.piece}").set_value("le mardi")
    visit.press("objection-send")
    assert visit.at.error, "a no without a reason is not sent"
    assert visit.at.text_area(key=f"wish {first.piece}").value == "le mardi", "what was typed stays"
    visit.at.text_area(key=f"reason {first.piece}").set_value("nous sommes fermés")
    visit.press("objection-send")
    asking = proposal(house, member).pieces[0].asking
    assert (asking.kind, asking.reason, asking.wish) == (AnswerKind.OBJECT, "nous sommes fermés", "le mardi")
    assert said("answer.said.reason", said="nous sommes fermés") in visit.words
    visit.press(f"agree-all {house.monday}")
    kinds = [piece.asking.kind for piece in proposal(house, member).pieces]
    assert kinds == [AnswerKind.OBJECT] + [AnswerKind.AGREE] * (len(kinds) - 1), "the rest is agreed, the no stays"
    visit.press(f"agree-{house.monday}-0")
    assert proposal(house, member).pieces[0].asking.kind is AnswerKind.AGREE


# --- Who comes, and hours --------------------------------------------------------------------------------


def test_who_comes_is_said_once_published_and_nobody_elses(open_page: Open, house: House, member: Actor) -> None:
    assert said("who.none.title") in open_page("qui-vient", semaine=house.monday.isoformat()).words
    published(house)
    group, words = house.group, open_page("qui-vient", semaine=house.monday.isoformat()).words
    at_home = {
        group.employee[piece.employee_id].name
        for piece in house.newest.schedule.assignments
        if group.site[piece.site_id].member_id == member.member_id
    }
    assert at_home
    for person in group.employees:
        assert (person.name in words) is (person.name in at_home)


def test_the_list_is_narrowed_to_one_person(open_page: Open, house: House, member: Actor) -> None:
    published(house)
    visit = open_page("qui-vient", semaine=house.monday.isoformat())
    names = visit.at.selectbox(key="who-only").options
    assert len(names) > 1
    visit.after(visit.at.selectbox(key="who-only").set_value(names[0]))
    table = visit.words[visit.words.index("<table") : visit.words.index("</table>")]
    assert names[0] in table
    assert not any(name in table for name in names[1:])
    visit.after(visit.at.selectbox(key="who-only").set_value(None))
    visit.after(visit.at.selectbox(key="who-order").set_value("person"))
    assert all(name in visit.words for name in names)


def test_hours_are_shown_with_the_same_three_shares_for_everybody(open_page: Open, house: House) -> None:
    visit = open_page("mes-heures")
    assert said("hours.none.title") in visit.words
    published(house)
    words = open_page("mes-heures").words
    for key in ("mine", "average", "least"):
        assert said(f"hours.share.{key}") in words
    assert said("hours.week.short", week=house.monday.isocalendar().week) in words
    others = [member.name for member in house.group.members if member.name not in visit.words]
    assert others
    assert not any(name in words for name in others)


def test_a_member_gives_themselves_a_calendar_link(open_page: Open) -> None:
    visit = open_page("qui-vient").press("calendar-make")
    assert said("calendar.told.made") in visit.words
    address = visit.at.code[0].value
    assert "/agenda/" in address
    assert address.endswith(".ics")
    visit.press("calendar-renew")
    assert visit.at.code[0].value != address
    visit.press("calendar-drop")
    assert said("calendar.told.dropped") in visit.words
    assert not visit.at.code


def test_signed_out_a_button_does_nothing_and_says_so(open_page: Open, house: House, member: Actor) -> None:
    before, visit = rows(house, member), open_page()
    visit.actor = None
    visit.press(f"skip-{WEEKLY}")
    assert rows(house, member) == before
    assert said("frame.out") in visit.words
