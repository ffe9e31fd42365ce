"""What is written is read back the same: group, schedule, locks, comments, whatever people call things."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from gems.domain.group import Group, Settings
from gems.domain.prices import Prices
from gems.domain.problem import Problem
from gems.domain.schedule import Origin, Schedule
from gems.domain.time import Horizon, instant_at
from gems.domain.words import Language
from gems.workbook import read_workbook, write_workbook
from sample_data import generate, planted_weeks
from tests.workbook.files import edited, workbook_of
from tests.workbook.small_group import GROUP, HORIZON, MONDAY, REPORT, SCHEDULE
from tests.workbook.strategies import groups, schedules

BIG = [HealthCheck.too_slow, HealthCheck.data_too_large]


@given(data=st.data(), language=st.sampled_from(["fr", "en"]))
@settings(max_examples=settings().max_examples // 4, suppress_health_check=BIG)
def test_any_group_and_schedule(data: st.DataObject, language: Language) -> None:
    group = data.draw(groups())
    schedule = data.draw(schedules(group))
    reading = read_workbook(workbook_of(group, schedule, language=language))
    assert reading.faults == ()
    assert reading.group == group
    assert reading.schedule == schedule


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_small_group_with_its_pages(language: Language) -> None:
    reading = read_workbook(workbook_of(GROUP, SCHEDULE, REPORT, language))
    assert reading.faults == ()
    assert reading.group == GROUP
    assert reading.schedule == SCHEDULE


@pytest.mark.parametrize("name", ["small", "gems23"])
def test_sample_groups(name: str) -> None:
    group, schedule = generate(name), planted_weeks(name)
    reading = read_workbook(workbook_of(group, schedule))
    assert reading.faults == ()
    assert reading.group == group
    assert reading.schedule == schedule


def test_without_a_schedule_there_is_none() -> None:
    assert read_workbook(workbook_of(GROUP)).schedule is None


def test_an_empty_schedule_stays_one() -> None:
    empty = Schedule(horizon=Horizon(MONDAY, 4))
    assert read_workbook(workbook_of(GROUP, empty)).schedule == empty


def test_an_empty_group_stays_one() -> None:
    empty = Group(settings=Settings(name="Tout neuf"))
    assert read_workbook(workbook_of(empty)).group == empty


def test_the_moment_of_planning_is_kept() -> None:
    stream = BytesIO()
    as_of = instant_at(MONDAY, 9 * 60 + 7)
    problem = Problem(group=GROUP, horizon=HORIZON, prices=Prices(profile="balanced", cents={}), as_of=as_of)
    write_workbook(GROUP, stream, schedule=SCHEDULE, problem=problem)
    assert read_workbook(stream.getvalue()).as_of == as_of


def test_a_path_serves_as_well(tmp_path: Path) -> None:
    path = tmp_path / "groupe.xlsx"
    write_workbook(GROUP, path, schedule=SCHEDULE)
    assert read_workbook(path).schedule == SCHEDULE


def test_edits_between_export_and_import() -> None:
    """A lock set, a person changed, a comment added, a line typed: the rest keeps its locks, ids and comments."""
    source = workbook_of(GROUP, SCHEDULE, REPORT)
    sheet = load_workbook(BytesIO(source))["Planning"]
    heading = {cell.value: cell.column_letter for cell in sheet[1]}
    last = sheet.max_row + 1
    typed = {"Jour": "25/11/2026", "Début": "8 h", "Fin": "12 h", "Salarié": "S02", "Lieu": "L02", "Métier": "SEC"}
    reading = read_workbook(
        edited(
            source,
            {
                ("Planning", f"{heading['Verrou']}4"): "x",
                ("Planning", f"{heading['Commentaire']}4"): "prévenir l'accueil",
                ("Planning", f"{heading['Salarié']}5"): "S02",
            }
            | {("Planning", f"{heading[name]}{last}"): value for name, value in typed.items()},
        )
    )
    first, second, third, fourth = SCHEDULE.assignments
    assert reading.schedule is not None
    kept = reading.schedule.assignments
    assert kept[:2] == (first, second)
    assert kept[-1] == replace(fourth, employee_id="S02")
    assert kept[2].mission_id == third.mission_id
    assert kept[2].locked
    added = kept[3]
    assert (added.origin, added.mission_id, added.minutes) == (Origin.BY_HAND, None, 240)
