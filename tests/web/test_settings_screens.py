"""Members, accounts, settings and history: what is saved, shown once, refused in words."""

from dataclasses import replace
from datetime import date

from gems.domain.issues import Kind
from gems.planning.group_data import add_record, deadlines
from gems.planning.office import USE_CASES
from tests.web.forms import field_key, fill, group_of
from tests.web.furnished import House
from tests.web.visit import Visiting, said
from ui.web.texts import TEXTS


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
