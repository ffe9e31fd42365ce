"""The coordinator's screens beside the week: what they answer, keep, refuse in words, and never lose or overwrite."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from gems.access.policy import Act
from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.domain.life import RequestState, VersionState
from gems.domain.people import AbsenceKind
from gems.domain.roster_terms import RosterTerm, TermCount
from gems.domain.words import Language, euros
from gems.domain.year_words import closing_words, target_words
from gems.planning.asks.inbox import closing_dates, inbox
from gems.planning.asks.writing import change_request
from gems.planning.deeds import deeds
from gems.planning.group_data import add_record, deadlines, save_record, see_group
from gems.planning.office import USE_CASES
from gems.planning.views.people_years import people_years
from gems.workbook import read_workbook, write_workbook
from sample_data import generate
from tests.web.furnished import House
from tests.web.visit import Visit, Visiting, said
from ui.web.record_words import changes, label_of, record_name
from ui.web.screens import PAGES
from ui.web.texts import TEXTS

LANGUAGES: tuple[Language, ...] = ("fr", "en")
LONG = 12
"""Letters from which a text of one language is told from the other's."""


def group_of(house: House) -> Group:
    return see_group(house.office, house.coordinator)


def screens(house: House) -> dict[str, tuple[str, dict[str, str]]]:
    """Every screen of the coordinator but the week, and each thing it may be opened on."""
    group = group_of(house)
    person, member, request = group.employees[0].id, group.members[0].id, group.requests[0].id
    return {
        "today": ("aujourdhui", {}),
        "requests": ("demandes", {}),
        "request": ("demandes", {"ligne": request}),
        "request form": ("demandes", {"adherent": member, "demande": "nouvelle"}),
        "team": ("equipe", {}),
        "person": ("equipe", {"personne": person}),
        "new person": ("equipe", {"personne": "nouveau"}),
        "members": ("adherents", {}),
        "member": ("adherents", {"adherent": member}),
        "new member": ("adherents", {"adherent": "nouveau"}),
        "compose": ("composer", {}),
        "accounts": ("comptes", {}),
        "account": ("comptes", {"compte": "3"}),
        "new account": ("comptes", {"compte": "nouveau"}),
        "settings": ("reglages", {}),
        "prices": ("reglages", {"rubrique": "prices"}),
        "drives": ("reglages", {"rubrique": "drives"}),
        "derogations": ("reglages", {"rubrique": "derogations"}),
        "lists": ("reglages", {"rubrique": "lists"}),
        "line": ("reglages", {"rubrique": "lists", "element": group.communes[0].name}),
        "workbook": ("reglages", {"rubrique": "workbook"}),
        "history": ("historique", {}),
    }


NAMES = (
    "today", "requests", "request", "request form", "team", "person", "new person", "members", "member", "new member",
    "compose", "accounts", "account", "new account", "settings", "lists", "line", "prices", "drives", "derogations",
    "workbook", "history",
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_one_language_at_a_time_and_at_most_one_strong_button(
    name: str, language: Language, house: House, visiting: Visiting
) -> None:
    path, about = screens(house)[name]
    visit = visiting(language, path=path, **about)
    other: Language = "en" if language == "fr" else "fr"
    foreign = [
        words[other]
        for words in TEXTS.values()
        if words.fr != words.en and "{" not in words.fr and len(words[other]) >= LONG and words[other] in visit.words
    ]
    assert not foreign
    assert len(visit.strong) <= 1, visit.strong


def test_every_screen_of_the_coordinator_is_tried_here(house: House) -> None:
    tried = {path for path, _ in screens(house).values()}
    assert set(screens(house)) == set(NAMES)
    assert {spec.path for spec in PAGES[house.coordinator.role]} == tried | {"semaine"}


# --- Today ------------------------------------------------------------------------------------------------


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


# --- Requests ---------------------------------------------------------------------------------------------


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


# --- Team -------------------------------------------------------------------------------------------------


def field_key(visit: Visit, form: str, name: str) -> str:
    """The key of a field of a form, whatever turn it is at."""
    keys = [str(one.key) for kind in FIELDS for one in visit.at.get(kind)]
    return next(key for key in keys if key.startswith(f"form {form} ") and key.endswith(f" {name}"))


FIELDS = ("text_input", "selectbox", "date_input", "multiselect", "checkbox", "number_input")


def fill(visit: Visit, kind: str, form: str, name: str, value: Any) -> None:
    find: Callable[..., Any] = getattr(visit.at, kind)
    find(key=field_key(visit, form, name)).set_value(value)


def test_a_person_is_changed_and_the_history_says_by_whom(house: House, visiting: Visiting) -> None:
    person = group_of(house).employees[0]
    visit = visiting(path="equipe", personne=person.id)
    fill(visit, "text_input", f"employee {person.id}", "max_commute_minutes", "45")
    visit.run()
    assert said("form.unsaved") in visit.words
    visit.press(f"form employee {person.id} save")
    assert said("person.saved") in visit.words
    assert group_of(house).employee[person.id] == replace(person, max_commute_minutes=45)
    assert deeds(house.office, house.coordinator)[0].act == Act.EDIT_GROUP


def test_what_cannot_be_read_or_kept_is_said_and_stays_typed(house: House, visiting: Visiting) -> None:
    person = group_of(house).employees[0]
    form = f"employee {person.id}"
    visit = visiting(path="equipe", personne=person.id)
    fill(visit, "text_input", form, "contract.weekly_minutes", "beaucoup")
    visit.press(f"form {form} save")
    assert said("form.faults") in visit.words
    assert "« beaucoup » n'est pas une durée." in visit.words
    fill(visit, "text_input", form, "contract.weekly_minutes", "60 h")
    visit.press(f"form {form} save")
    assert "60 h" in visit.words
    assert visit.at.text_input(key=field_key(visit, form, "contract.weekly_minutes")).value == "60 h"
    assert group_of(house).employee[person.id] == person


def test_a_change_made_meanwhile_is_shown_and_kept_beside_what_is_typed(house: House, visiting: Visiting) -> None:
    person = group_of(house).employees[0]
    form = f"employee {person.id}"
    visit = visiting(path="equipe", personne=person.id)
    fill(visit, "text_input", form, "name", "Renommée ICI")
    visit.run()
    other = replace(person, max_commute_minutes=33)
    save_record(house.office, house.coordinator, kind=Kind.EMPLOYEE, before=person, after=other)
    visit.press(f"form {form} save")
    assert said("form.overtaken") in visit.words
    assert group_of(house).employee[person.id] == other, "nothing is overwritten"
    visit.press(f"form {form} merge").press(f"form {form} save")
    assert group_of(house).employee[person.id] == replace(other, name="Renommée ICI")


def test_a_form_left_untouched_follows_what_others_save(house: House, visiting: Visiting) -> None:
    person = group_of(house).employees[0]
    visit = visiting(path="equipe", personne=person.id)
    other = replace(person, name="Renommée AILLEURS")
    save_record(house.office, house.coordinator, kind=Kind.EMPLOYEE, before=person, after=other)
    visit.run()
    assert visit.at.text_input(key=field_key(visit, f"employee {person.id}", "name")).value == other.name


def test_an_absence_is_added_by_type_and_taken_out(house: House, visiting: Visiting) -> None:
    person = group_of(house).employees[0]
    visit = visiting(path="equipe", personne=person.id).choose(f"person-part {person.id}", "absences")
    form = f"absence new {person.id}"
    fill(visit, "selectbox", form, "kind", AbsenceKind.TRAINING)
    fill(visit, "date_input", form, "span.first_day", date(2027, 2, 1))
    fill(visit, "date_input", form, "span.last_day", date(2027, 2, 3))
    visit.press(f"form {form} save")
    added = group_of(house).absences[-1]
    assert (added.employee_id, added.kind, added.span.minutes) == (person.id, AbsenceKind.TRAINING, 3 * 24 * 60)
    assert "Formation, du lun. 1 févr. au mer. 3 févr. 2027" in visit.words
    visit.press(f"remove absence {added.id}")
    assert added not in group_of(house).absences


def test_a_roster_term_is_added_changed_and_taken_out(house: House, visiting: Visiting) -> None:
    person = group_of(house).employees[0]
    visit = visiting(path="equipe", personne=person.id).choose(f"person-part {person.id}", "roster")
    assert said("term.none") in visit.words
    visit.press("term-add")
    form = f"term new {person.id}"
    fill(visit, "selectbox", form, "counts", TermCount.DAYS_IN_ROW)
    visit.press(f"form {form} save")
    assert "Cette clause ne limite rien." in visit.words
    fill(visit, "text_input", form, "most", "4")
    fill(visit, "text_input", form, "cents", "12,50 €")
    visit.press(f"form {form} save")
    term = RosterTerm(id="R001", employee_id=person.id, counts=TermCount.DAYS_IN_ROW, most=4, cents=1250)
    assert group_of(house).roster_terms == (term,)
    assert list(visit.at.dataframe[0].value[said("term.term")]) == ["Au plus 4 jours de suite"]
    assert list(visit.at.dataframe[0].value[said("term.cost")]) == [euros(1250).fr]
    opened = visiting(path="equipe", personne=person.id, clause=term.id)
    assert opened.at.text_input(key=field_key(opened, f"term {term.id}", "cents")).value == "12,50"
    fill(opened, "text_input", f"term {term.id}", "cents", "")
    opened.press(f"form term {term.id} save")
    assert group_of(house).roster_terms == (replace(term, cents=None),)
    assert list(opened.at.dataframe[0].value[said("term.cost")]) == [said("term.rule")]
    visiting(path="equipe", personne=person.id, clause=term.id).press("term-remove")
    assert group_of(house).roster_terms == ()


def test_a_term_of_what_follows_forgets_it_when_something_else_is_counted(house: House, visiting: Visiting) -> None:
    person = group_of(house).employees[0]
    visit = visiting(path="equipe", personne=person.id, clause="nouveau")
    form = f"term new {person.id}"
    fill(visit, "selectbox", form, "counts", TermCount.FOLLOWINGS)
    visit.run()
    for name, typed in (("ends_after", "20:00"), ("then_before", "9 h"), ("most", "0")):
        fill(visit, "text_input", form, name, typed)
    visit.press(f"form {form} save")
    [term] = group_of(house).roster_terms
    assert (term.ends_after, term.then_before, term.most, term.least) == (1200, 540, 0, None)
    told = "Aucun enchaînement (fin après 20 h 00 puis début avant 9 h 00)"
    assert list(visit.at.dataframe[0].value[said("term.term")]) == [told]
    opened = visiting(path="equipe", personne=person.id, clause=term.id)
    fill(opened, "selectbox", f"term {term.id}", "counts", TermCount.DAYS_OFF_IN_ROW)
    opened.run()
    fill(opened, "text_input", f"term {term.id}", "most", "5")
    opened.press(f"form term {term.id} save")
    plain = RosterTerm(id=term.id, employee_id=person.id, counts=TermCount.DAYS_OFF_IN_ROW, most=5)
    assert group_of(house).roster_terms == (plain,)


def test_terms_of_everybody_and_of_a_shift_nobody_asks_for_are_told(house: House, visiting: Visiting) -> None:
    person, other = group_of(house).employees[:2]
    for key, who, shift in (("R1", None, None), ("R2", person.id, "Nuit d'antan"), ("R3", other.id, None)):
        term = RosterTerm(id=key, employee_id=who, counts=TermCount.DAYS, shift=shift, most=3)
        add_record(house.office, house.coordinator, kind=Kind.ROSTER_TERM, record=term)
    visit = visiting(path="equipe", personne=person.id).choose(f"person-part {person.id}", "roster")
    assert list(visit.at.dataframe[0].value[said("term.whom")]) == [said("term.everybody"), said("term.person")]
    assert said("term.unknown_shift", shift="Nuit d'antan") in visit.words
    visit = visiting(path="reglages", rubrique="lists").choose("lists-kind", Kind.ROSTER_TERM)
    assert len(visit.at.dataframe[0].value) == 3


def test_the_limits_of_a_contract_are_kept_beside_its_terms(house: House, visiting: Visiting) -> None:
    person = group_of(house).employees[0]
    visit = visiting(path="equipe", personne=person.id).choose(f"person-part {person.id}", "roster")
    fill(visit, "text_input", f"employee roster {person.id}", "contract.most_days_in_row", "4")
    visit.press(f"form employee roster {person.id} save")
    assert group_of(house).employee[person.id].contract.most_days_in_row == 4


def test_somebody_joins_the_team_with_what_is_missing_said_first(house: House, visiting: Visiting) -> None:
    group = group_of(house)
    visit = visiting(path="equipe", personne="nouveau")
    visit.press("form employee new save")
    assert said("form.missing") in visit.words
    model = group.employees[0]
    for kind, name, value in (
        ("text_input", "name", "Nouvelle VENUE"),
        ("selectbox", "home", model.home),
        ("multiselect", "qualifications", [model.qualifications[0].code]),
        ("selectbox", "contract.kind", model.contract.kind),
        ("text_input", "contract.weekly_minutes", "35 h"),
        ("text_input", "contract.annual_minutes", "1607"),
        ("date_input", "contract.first_day", date(2026, 11, 1)),
        ("multiselect", "contract.member_ids", [group.members[0].id]),
    ):
        fill(visit, kind, "employee new", name, value)
    visit.press("form employee new save")
    added = group_of(house).employees[-1]
    assert (added.name, added.contract.weekly_minutes) == ("Nouvelle VENUE", 35 * 60)
    assert added.id not in group.employee
    assert "Nouvelle VENUE" in visit.words


def test_somebody_with_work_is_not_removed_and_the_words_say_what_to_do(house: House, visiting: Visiting) -> None:
    person = group_of(house).employee[house.newest.schedule.assignments[0].employee_id]
    visit = visiting(path="equipe", personne=person.id).press("remove-person")
    assert person in group_of(house).employees
    assert "mettez plutôt une date de fin" in visit.words


def test_the_team_is_searched_and_filtered(house: House, visiting: Visiting) -> None:
    person = group_of(house).employees[0]
    visit = visiting(path="equipe")
    visit.after(visit.at.text_input(key="search team").set_value(person.name.lower()))
    assert list(visit.at.dataframe[0].value[said("team.name")]) == [person.name]
    visit.after(visit.at.text_input(key="search team").set_value("personne de ce nom"))
    assert said("filter.nobody") in visit.words


def test_the_year_of_a_person_is_said_and_drawn(house: House, visiting: Visiting) -> None:
    years = people_years(house.office, house.coordinator)
    person_id, year = next((who, one) for who, one in years.items() if one.outlook.modulated)
    visit = visiting(path="equipe", personne=person_id).choose(f"person-part {person_id}", "counters")
    assert target_words(year.outlook, date(2026, 11, 6)).fr in visit.words
    assert closing_words(year.outlook).fr in visit.words
    assert all(said(name) in visit.words for name in ("year.title", "year.worked", "year.target", "year.bounds"))
    team = visiting(path="equipe").at.dataframe[0].value
    assert set(team[said("team.balance")]) == {round(one.outlook.balance / 60) for one in years.values()}


# --- Members ----------------------------------------------------------------------------------------------


def test_a_member_joins_and_is_given_a_place(house: House, visiting: Visiting) -> None:
    visit = visiting(path="adherents", adherent="nouveau")
    fill(visit, "text_input", "member new", "name", "Mairie de Sainte-Fiction")
    visit.press("form member new save")
    added = group_of(house).members[-1]
    assert visit.strong == [said("site.add")]
    form = f"site new {added.id}"
    fill(visit, "text_input", form, "name", "Mairie")
    fill(visit, "selectbox", form, "commune", group_of(house).communes[0].name)
    visit.press(f"form {form} save")
    site = group_of(house).sites[-1]
    assert (site.member_id, site.name) == (added.id, "Mairie")


# --- Accounts ---------------------------------------------------------------------------------------------


def test_an_account_is_opened_its_password_shown_once_and_closed(house: House, visiting: Visiting) -> None:
    visit = visiting(path="comptes", compte="nouveau")
    visit.at.text_input(key="account login").set_value("bureau@exemple.fr")
    visit.at.selectbox(key="account role").set_value("board")
    visit.run()
    name = next(str(one.key) for one in visit.at.text_input if str(one.key).startswith("account name"))
    visit.at.text_input(key=name).set_value("Bureau")
    visit.press("create-account")
    secret = visit.at.code[0].value
    assert secret
    visit.press("once-done")
    assert not visit.at.code
    assert secret not in visit.words
    assert said("accounts.told.closed") in visit.press("disable").words
    assert visit.strong == [said("accounts.reopen")]


def test_a_refused_account_says_why_and_keeps_what_was_typed(house: House, visiting: Visiting) -> None:
    visit = visiting(path="comptes", compte="nouveau")
    visit.at.text_input(key="account login").set_value(house.people[0].login)
    name = next(str(one.key) for one in visit.at.text_input if str(one.key).startswith("account name"))
    visit.at.text_input(key=name).set_value("Quelqu'un")
    visit.press("create-account")
    assert "est déjà celui d'un compte" in visit.words
    assert visit.at.text_input(key="account login").value == house.people[0].login


def test_a_personal_link_is_a_whole_address_shown_once_and_revoked(house: House, visiting: Visiting) -> None:
    number = next(one.account_id for one in house.actors.values() if one.employee_id)
    visit = visiting(path="comptes", compte=str(number)).press("make sign_in")
    assert "/lien/" in visit.at.code[0].value
    visit.press("once-done")
    revoke = next(str(one.key) for one in visit.at.button if str(one.key).startswith("revoke"))
    assert said("links.told.revoked") in visit.press(revoke).words
    assert said("links.none") in visit.words


# --- Settings ---------------------------------------------------------------------------------------------


def test_the_groups_choices_and_deadlines_are_saved(house: House, visiting: Visiting) -> None:
    visit = visiting(path="reglages")
    fill(visit, "selectbox", "settings", "school_zone", "B")
    visit.press("form settings save")
    assert group_of(house).settings.school_zone == "B"
    before = deadlines(house.office, house.coordinator)
    visit.at.number_input(key=f"deadline requests_days {before}").set_value(20)
    visit.run().press("save-deadlines")
    assert deadlines(house.office, house.coordinator) == replace(before, requests_days=20)


def test_deadlines_out_of_order_are_refused_in_words(house: House, visiting: Visiting) -> None:
    before = deadlines(house.office, house.coordinator)
    visit = visiting(path="reglages")
    visit.at.number_input(key=f"deadline publish_days {before}").set_value(30)
    visit.run().press("save-deadlines")
    assert "Les demandes ferment d'abord" in visit.words
    assert deadlines(house.office, house.coordinator) == before


def test_every_price_is_said_in_euros(house: House, visiting: Visiting) -> None:
    visit = visiting(path="reglages", rubrique="prices")
    assert "Heure essentielle non pourvue" in visit.words
    assert "2,00\u202f€ la minute, 120,00\u202f€ l'heure" in visit.words


def test_a_drive_is_corrected_then_estimated_again(house: House, visiting: Visiting) -> None:
    group = group_of(house)
    entered = {frozenset((one.origin, one.destination)) for one in group.travel}
    towns = sorted({site.commune for site in group.sites})
    pair = next((a, b) for a in towns for b in towns if a < b and frozenset((a, b)) not in entered)
    visit = visiting(path="reglages", rubrique="drives", trajet=" ↔ ".join(pair))
    guessed = group.travel_table.between(*pair)
    form = f"drive {pair[0]} {pair[1]}"
    assert visit.at.text_input(key=field_key(visit, form, "minutes")).value == str(guessed.minutes)
    fill(visit, "text_input", form, "minutes", str(guessed.minutes + 7))
    visit.press(f"form {form} save")
    assert group_of(house).travel_table.between(*pair).minutes == guessed.minutes + 7
    visit.press("drive-back")
    assert group_of(house).travel_table.between(*pair) == guessed


def test_a_town_joins_the_list_and_one_in_use_stays(house: House, visiting: Visiting) -> None:
    visit = visiting(path="reglages", rubrique="lists", element="nouveau")
    for name, value in (("name", "Sainte-Fiction"), ("latitude", "46,1"), ("longitude", "2,0")):
        fill(visit, "text_input", "commune new", name, value)
    visit.press("form commune new save")
    assert group_of(house).communes[-1].name == "Sainte-Fiction"
    used = group_of(house).sites[0].commune
    visit = visiting(path="reglages", rubrique="lists", element=used).press("lists-remove")
    assert any(one.name == used for one in group_of(house).communes)
    assert visit.at.error


def test_a_derogation_is_opened_in_hours_and_closed(house: House, visiting: Visiting) -> None:
    visit = visiting(path="reglages", rubrique="derogations")
    form = "derogation new"
    fill(visit, "selectbox", form, "rule", "daily_span_max")
    visit.run()
    assert "12 h" in visit.words
    assert "13 h" in visit.words
    fill(visit, "text_input", form, "limit", "12 h 30")
    fill(visit, "date_input", form, "first_day", date(2026, 11, 2))
    fill(visit, "date_input", form, "last_day", date(2026, 11, 29))
    fill(visit, "text_input", form, "reason", "continuité du service")
    visit.press(f"form {form} save")
    opened = group_of(house).derogations[-1]
    assert (opened.rule, opened.limit, opened.employee_id) == ("daily_span_max", 12 * 60 + 30, None)
    visit.press(f"end derogation {opened.id}")
    assert group_of(house).derogations[-1].last_day == date(2026, 11, 5)


# --- Workbook ---------------------------------------------------------------------------------------------


def workbook(group: Group) -> bytes:
    stream = BytesIO()
    write_workbook(group, stream)
    return stream.getvalue()


def broken(group: Group) -> bytes:
    book = load_workbook(BytesIO(workbook(group)))
    sheet = book["Salariés"]
    heading = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(2, heading["Heures par semaine"]).value = "beaucoup"
    sheet.cell(3, heading["Commune"]).value = "Nulle-Part"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def drop(visit: Visit, content: bytes, name: str = "groupe.xlsx") -> Visit:
    return visit.after(visit.at.file_uploader[0].upload(name, content))


def test_an_import_shows_what_it_would_change_then_does_it(house: House, visiting: Visiting) -> None:
    group = group_of(house)
    renamed = replace(group.members[0], name="EHPAD Nouveau Nom")
    new = replace(group.members[0], id="M998", name="Mairie de Sainte-Fiction")
    after = replace(group, members=(renamed, *group.members[1:], new))
    visit = drop(visiting(path="reglages", rubrique="workbook"), workbook(after))
    assert said("import.about") in visit.words
    assert f"{group.members[0].name} → EHPAD Nouveau Nom" in visit.words
    assert said("difference.added", name=new.name) in visit.words
    assert group_of(house) == group, "looking keeps nothing"
    assert visit.strong == [said("import.now")]
    visit.press("import-now")
    assert group_of(house).members[0] == renamed
    assert said("import.done", file="groupe.xlsx") in visit.words
    assert said("import.nothing") not in visit.words, "the drop zone is empty again"


def test_an_import_that_says_nothing_new_offers_nothing(house: House, visiting: Visiting) -> None:
    visit = drop(visiting(path="reglages", rubrique="workbook"), workbook(group_of(house)))
    assert said("import.nothing") in visit.words
    assert visit.strong == []


def test_a_preview_that_was_overtaken_imports_nothing(house: House, visiting: Visiting) -> None:
    group = group_of(house)
    after = replace(group, members=(replace(group.members[0], phone="05 55 11 22 33"), *group.members[1:]))
    visit = drop(visiting(path="reglages", rubrique="workbook"), workbook(after))
    new = replace(group.members[0], id="M999", name="Venu entre-temps")
    add_record(house.office, house.coordinator, kind=Kind.MEMBER, record=new)
    visit.press("import-now")
    assert new.id in group_of(house).member, "what came meanwhile was never seen to go"


def test_all_faults_of_a_workbook_at_once_with_an_annotated_copy(house: House, visiting: Visiting) -> None:
    content = broken(group_of(house))
    visit = drop(visiting(path="reglages", rubrique="workbook"), content, "mon groupe.xlsx")
    faults = read_workbook(content).faults
    assert len(faults) >= 2
    for fault in faults:
        assert fault.cell in visit.words
        assert fault.wrong.fr in visit.words
    assert said("faults.many", n=len(faults), file="mon groupe.xlsx") in visit.words
    assert visit.strong == [said("faults.download")]


def test_a_file_that_is_no_workbook_is_refused_in_words(house: House, visiting: Visiting) -> None:
    visit = drop(visiting(path="reglages", rubrique="workbook"), b"not a workbook at all")
    assert said("faults.whole") in visit.words


def test_the_export_is_written_down_in_the_history(house: House, visiting: Visiting) -> None:
    visit = visiting(path="reglages", rubrique="workbook").press("export")
    assert said("workbook.take") in visit.strong
    assert deeds(house.office, house.coordinator)[0].act == Act.EXPORT_GROUP


# --- History ----------------------------------------------------------------------------------------------


def test_the_history_is_filtered_and_paged(house: House, visiting: Visiting) -> None:
    for number in range(60):
        commune = replace(group_of(house).communes[0], name=f"Bourg {number}")
        add_record(house.office, house.coordinator, kind=Kind.COMMUNE, record=commune)
    visit = visiting(path="historique")
    assert "Bourg 59" in visit.words
    assert "Bourg 9<" not in visit.words
    assert "Bourg 9<" in visit.press("older").words
    visit.after(visit.at.text_input(key="history-search").set_value("bourg 17"))
    assert "Bourg 17" in visit.words
    assert "Bourg 59" not in visit.words
    visit.after(visit.at.text_input(key="history-search").set_value("introuvable"))
    assert said("history.none") in visit.words


def test_every_act_that_is_noted_has_words() -> None:
    acts = {str(case.act) for case in USE_CASES.values() if case.writes}
    assert not {act for act in acts if f"act.{act}" not in TEXTS}


# --- How records are said ---------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in (Kind.SETTINGS, Kind.ASSIGNMENT)])
def test_every_record_has_a_name_without_codes(kind: Kind, language: Language) -> None:
    from gems.domain.records import records_of

    group = generate("small")
    names = [record_name(group, kind, record, language) for record in records_of(group, kind)]
    assert all(name and "_" not in name for name in names)


def test_what_differs_is_said_field_by_field() -> None:
    group = generate("small")
    person = group.employees[0]
    after = replace(person, home=group.employees[1].home, contract=replace(person.contract, weekly_minutes=1200))
    found = {one.heading: (one.before, one.after) for one in changes(group, Kind.EMPLOYEE, person, after, "fr")}
    assert found["Heures par semaine"][1] == "20 h"
    assert label_of(group, Kind.EMPLOYEE, person.id, "fr") == person.name
