"""Composer: the first step, the posts of a scenario, what remains, what a leaving breaks, and what is taken away."""

import json
import threading
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from gems.domain.composition import ComposeQuestion, ComposeResult
from gems.domain.kept_posts import kept_posts
from gems.domain.report import Status
from gems.planning.compose.scenarios import list_scenarios, see_scenario
from gems.planning.compose.under_way import start_composing
from gems.planning.group_data import see_group
from gems.planning.ports import ComposeProgress, PlanOptions
from gems.planning.views.today import today
from gems.planning.views.waiting import Waiting
from gems.store.jobs import interrupt_others
from gems.store.store import wall_clock
from gems.workbook.scenario import write_scenario
from tests.web.composed import NAME, keep
from tests.web.furnished import House
from tests.web.visit import Visiting, said
from ui.web.composings import Composings
from ui.web.panels.compose_picture import Fragment, fragments
from ui.web.run import INTERRUPTED


class Ended:
    """A process that has answered, well or badly."""

    done, details, started = True, "", 0.0
    history: tuple[ComposeProgress, ...] = ()

    def __init__(self, result: ComposeResult | None = None) -> None:
        self.result, self.failure = result, None if result else "it died"


class Busy(Ended):
    """A process that answers when it is stopped."""

    history = (ComposeProgress(seconds=1.0, posts=3, placed_minutes=288_000, bound_minutes=300_000),)

    def __init__(self) -> None:
        super().__init__()
        self.done, self.stopped = False, threading.Event()

    def poll(self, seconds: float = 0.0) -> list[Any]:
        self.done = self.stopped.wait()
        return []

    def stop(self) -> None:
        self.result, self.failure = NOTHING, None
        self.stopped.set()


NOTHING = ComposeResult(status=Status.OPTIMAL, posts=(), placed_minutes=0, bound_minutes=0, seed=1, seconds=1.0)


@pytest.fixture
def register(monkeypatch: pytest.MonkeyPatch) -> Composings:
    """A register of this test's own."""
    own = Composings()
    for place in ("ui.web.screens.coordinator.compose.composings", "ui.web.panels.compose_asking.composings"):
        monkeypatch.setattr(place, lambda: own)
    return own


def begin(monkeypatch: pytest.MonkeyPatch, job: Ended) -> list[ComposeQuestion]:
    """From now on every composing is this one; what was asked of it."""
    asked: list[ComposeQuestion] = []

    def start(question: ComposeQuestion, options: PlanOptions) -> Ended:
        asked.append(question)
        return job

    monkeypatch.setattr("ui.web.composings.compose_job", start)
    return asked


def join() -> None:
    """Wait until no composing is followed any more."""
    for thread in threading.enumerate():
        if thread.name.startswith("compose "):
            thread.join()


def test_the_first_step_is_offered_and_what_comes_of_it_is_kept_unwatched(
    house: House, visiting: Visiting, register: Composings, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = begin(monkeypatch, Busy())
    visit = visiting(path="composer")
    assert "Aucun scénario pour l'instant" in visit.words
    visit.at.number_input[0].set_value(3)
    visit.after(visit.at.button[-1].click())
    assert (asked[0].terms.members_most, len(asked[0].fortnight.mondays)) == (3, 52)
    assert visit.at.button(key="stop-composing")
    assert [metric.value for metric in visit.at.metric] == ["3", "4\u202f800 h", "5\u202f000 h"]
    other = visiting(path="composer")
    assert other.at.button(key="stop-composing"), "found again from another page"
    other.press("stop-composing")
    join()
    (head,) = list_scenarios(house.office, house.coordinator)
    assert (head.made_by, head.posts) == (house.coordinator.name, 0)


def test_a_composing_that_died_says_so_and_offers_the_first_step_again(
    visiting: Visiting, register: Composings, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(monkeypatch, Ended())
    visit = visiting(path="composer")
    visit.after(visit.at.button[-1].click())
    join()
    visit.run()
    assert "s'est interrompu" in visit.at.warning[0].value
    assert "Aucun scénario" in visit.words


def test_a_composing_that_the_server_left_behind_is_told_to_who_comes_back(
    house: House, visiting: Visiting, register: Composings
) -> None:
    keep(house, see_group(house.office, house.coordinator))
    start_composing(house.office, house.coordinator, job_id="lost", monday=date(2026, 11, 23), server="before")
    with house.office.store.writing() as connection:
        interrupt_others(connection, "now", wall_clock(), INTERRUPTED)
    visit = visiting(path="composer")
    assert "Le serveur s'est arrêté pendant le dernier calcul" in visit.at.warning[0].value
    assert visit.at.expander[0].proto.expanded, "what begins again stands open"
    (line,) = (one for one in today(house.office, house.coordinator) if one.kind is Waiting.COMPOSING_CUT)
    assert line.words.fr.startswith("Composer : le calcul n'est pas allé au bout.")
    assert "Bientôt" in visiting(path="aujourdhui").words, "the line has its icon and its way"


def test_posts_are_shown_with_their_weeks_members_price_and_holder(
    house: House, visiting: Visiting, register: Composings
) -> None:
    group = see_group(house.office, house.coordinator)
    keep(house, group)
    found = visiting(path="composer").words
    one = group.site[group.sites[0].id]
    assert "De 4\u202f000 h demandées en fragments à 2 temps pleins" in found
    assert group.member[one.member_id].name in found
    assert "35 h puis 36 h par semaine · 1607 h dans l'année, congés pris · 120 km · 34\u202f800\u202f€ par an" in found
    assert f"{group.employees[0].name} pourrait tenir ce poste, et passerait à temps plein." in found
    assert "À recruter." in found
    assert "lundi 22 h 00–5 h 00" in found


def test_the_same_hours_are_drawn_by_member_then_by_post(
    house: House, visiting: Visiting, register: Composings
) -> None:
    group = see_group(house.office, house.coordinator)
    one, other = (site.member_id for site in group.sites[:2])
    assert group.requests[0].member_id == one
    found = fragments(group, kept_posts(keep(house, group)))
    assert found[0].member_id == one, "who asks for most comes first"
    assert set(found) == {
        Fragment(one, "P1", 60_000), Fragment(other, "P1", 36_000), Fragment(one, "P2", 60_000),
        Fragment(other, "P2", 36_000), Fragment(one, "", 4_800),
    }  # fmt: skip
    visit = visiting(path="composer")
    told = said("fragments.told", asked="3\u202f280 h", members="2 adhérents", posts="2 temps pleins", left="80 h")
    assert told in visit.words
    assert f"{group.member[one].name} · {said('fragments.left')} · 80 h" in visit.words
    lost = replace(group, requests=())
    assert Fragment("", "", 4_800) in fragments(lost, kept_posts(keep(house, group, id="lost")))


def test_a_night_is_drawn_on_both_of_its_days(house: House, visiting: Visiting, register: Composings) -> None:
    keep(house, see_group(house.office, house.coordinator))
    drawn = visiting(path="composer").words
    assert "--from: 0.9167; --long: 0.0833" in drawn
    assert "--from: 0.0000; --long: 0.2083" in drawn


@pytest.mark.parametrize(
    ("view", "told"),
    [
        ("left", ("6 h par semaine", "mardi", "jeudi", "nouvel adhérent", "Trop loin.")),
        ("leaving", ("2 postes sur 2 ne tiendraient plus : P1, P2. 2\u202f000 h",)),
        ("compare", ("2 postes sont les mêmes dans les deux",)),
    ],
)
def test_the_other_views(
    house: House, visiting: Visiting, register: Composings, view: str, told: tuple[str, ...]
) -> None:
    group = see_group(house.office, house.coordinator)
    keep(house, group)
    keep(house, group, "other", "Autre")
    found = visiting(path="composer").choose("compose-view", view).words
    assert all(one in found for one in told), found


def test_a_scenario_is_renamed_and_thrown_away(house: House, visiting: Visiting, register: Composings) -> None:
    keep(house, see_group(house.office, house.coordinator))
    visit = visiting(path="composer")
    visit.at.text_input(key="scenario-name kept").set_value("Pour le conseil")
    visit.press("scenario-rename")
    assert list_scenarios(house.office, house.coordinator)[0].name == "Pour le conseil"
    visit.press("scenario-drop")
    assert not list_scenarios(house.office, house.coordinator)


def test_the_workbook_of_a_scenario_holds_posts_weeks_and_what_remains(house: House) -> None:
    group = see_group(house.office, house.coordinator)
    contents = keep(house, group)
    scenario, buffer = see_scenario(house.office, house.coordinator, scenario_id="kept"), BytesIO()
    assert (scenario.head.name, json.loads(json.dumps(contents))) == (NAME, scenario.contents)
    write_scenario(group, scenario, buffer, language="en")
    book = load_workbook(buffer)
    rows = {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] for sheet in book}
    assert [row[0] for row in rows["Posts"]] == ["P1", "P2"]
    assert rows["Posts"][0][4:7] == [35, 36, 1600]
    assert rows["Posts"][0][-1] == f"{group.employees[0].name}, raised to full time"
    assert rows["Typical weeks"][1][1:5] == [1, "Monday", "22:00", "05:00"]
    assert rows["What remains"][0][-1] == "Too far."
    assert rows["Hours to sell"][0][2:] == ["Tuesday 9:00–12:00, Thursday 9:00–12:00", 6]
    assert rows["If a member leaves"][0][2] == "P1, P2"
