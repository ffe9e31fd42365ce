"""Every screen of the coordinator beside the week: one language at a time, one strong button; how records are said."""

from dataclasses import replace

import pytest

from gems.domain.issues import Kind
from gems.domain.words import Language
from sample_data import generate
from tests.web.forms import group_of
from tests.web.furnished import House
from tests.web.visit import Visiting
from ui.web.record_words import changes, label_of, record_name
from ui.web.screens import PAGES
from ui.web.texts import TEXTS

LANGUAGES: tuple[Language, ...] = ("fr", "en")
LONG = 12
"""Letters from which a text of one language is told from the other's."""


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
