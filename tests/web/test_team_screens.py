"""The team: what is saved, refused in words, and never overwritten."""

from dataclasses import replace
from datetime import date

from pandas import DataFrame

from gems.access.policy import Act
from gems.domain.issues import Kind
from gems.domain.people import AbsenceKind
from gems.domain.roster_terms import RosterTerm, TermCount
from gems.domain.words import euros, hours
from gems.domain.year_words import closing_words, target_words
from gems.planning.deeds import deeds
from gems.planning.group_data import add_record, save_record
from gems.planning.views.people_years import people_years
from tests.web.forms import field_key, fill, group_of
from tests.web.furnished import House
from tests.web.visit import Visiting, said
from ui.web.panels.pick_table import Order
from ui.web.week_words import signed_hours


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


def test_a_shift_not_wanted_on_one_day_has_a_price_of_its_own(house: House, visiting: Visiting) -> None:
    person = group_of(house).employees[0]
    visit = visiting(path="equipe", personne=person.id, clause="nouveau")
    form = f"term new {person.id}"
    fill(visit, "selectbox", form, "counts", TermCount.DAYS)
    visit.run()
    fill(visit, "date_input", form, "on_day", date(2026, 12, 24))
    fill(visit, "text_input", form, "most", "0")
    fill(visit, "text_input", form, "cents", "40")
    visit.press(f"form {form} save")
    day = date(2026, 12, 24)
    term = RosterTerm(id="R001", employee_id=person.id, counts=TermCount.DAYS, on_day=day, most=0, cents=4000)
    assert group_of(house).roster_terms == (term,)
    assert list(visit.at.dataframe[0].value[said("term.term")]) == ["Aucun jour le jeu. 24 déc. 2026"]


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
    team = visiting(path="equipe")
    balances = {round(one.outlook.balance / 60) for one in years.values()}
    assert set(team.at.dataframe[0].value[said("team.balance")]) == balances, "numbers, that sort as such"
    assert set(team.shown(said("team.balance"))) == {signed_hours(60 * ahead).fr for ahead in balances}
    assert min(balances) < 0


def test_the_team_is_sorted_by_a_title_and_stays_so(house: House, visiting: Visiting) -> None:
    visit = visiting(path="equipe")
    name, balance = said("team.name"), said("team.balance")

    def sorted_by(order: Order | None) -> DataFrame:
        visit.at.session_state["order personne"] = order
        return visit.run().at.dataframe[0].value

    by_name = list(visit.at.dataframe[0].value[name])
    assert list(sorted_by(Order(name, down=True))[name]) == by_name[::-1]
    ahead = list(sorted_by(Order(balance, down=False))[balance])
    assert ahead == sorted(ahead), "as numbers, not as words"
    assert list(visit.choose("language", "en").at.dataframe[0].value[said("team.name", "en")]) == by_name


def test_members_are_sorted_and_their_hours_said_in_the_language_of_the_page(house: House, visiting: Visiting) -> None:
    shown = visiting(path="adherents")
    names = list(shown.at.dataframe[0].value[said("members.name")])
    assert names.index("École du Lavoir") < names.index("EHPAD Les Violettes"), "as people sort"
    asked = {one.asked_minutes for one in house.group.history.ledgers}
    assert set(shown.shown(said("members.asked"))) == {hours(minutes).fr for minutes in asked}
    assert all(part.endswith("%") and "." not in part for part in shown.shown(said("members.share")))
    assert any("." in part for part in visiting("en", path="adherents").shown(said("members.share", "en")))
