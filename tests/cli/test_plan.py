"""`gems plan`: which weeks, what it keeps, what it says and writes."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from gems.domain.schedule import Origin
from gems.domain.time import ZONE
from gems.planning.ports import PlanOptions
from gems.workbook import read_workbook
from tests.cli.conftest import Run
from tests.cli.tiny import WEEK, Answering, write_tiny
from ui.cli.exits import Exit

KEYS = {
    "status",
    "cost_cents",
    "bound_cents",
    "gap",
    "bill",
    "requested_minutes",
    "served_minutes",
    "unserved",
    "employees",
    "violations",
    "first_plan_seconds",
    "seconds",
    "peak_memory_mb",
    "seed",
    "versions",
    "week",
    "weeks",
    "profile",
    "output",
    "reasons",
    "fairness",
    "full_timers",
}


def test_json_says_everything(facts: dict[str, Any], planned: Path) -> None:
    assert set(facts) == KEYS
    assert facts["status"] == "optimal"
    assert (facts["week"], facts["weeks"], facts["profile"], facts["seed"]) == (WEEK, 1, "balanced", 1)
    assert facts["cost_cents"] == facts["bound_cents"] == sum(facts["bill"].values()) > 0
    assert facts["gap"] == 0.0
    assert facts["violations"] == facts["reasons"] == []
    assert facts["output"] == str(planned)
    assert facts["seconds"] >= facts["first_plan_seconds"] > 0
    assert {"gems", "ortools", "python"} <= set(facts["versions"])


def test_json_hours_add_up(facts: dict[str, Any]) -> None:
    missing = sum(row["minutes"] for row in facts["unserved"])
    assert facts["requested_minutes"] == facts["served_minutes"] + missing == 7 * 300 + 2 * 4 * 240 + 840
    assert all(set(row) == {"mission", "member", "minutes", "reasons"} and row["reasons"] for row in facts["unserved"])
    people = {row["id"]: row for row in facts["employees"]}
    assert set(people) == {"ANA", "BEN", "CLE", "DAN"}
    short = [row for row in people.values() if row["worked_minutes"] < row["contract_minutes"]]
    assert short
    assert all(row["why_short"] for row in short)
    assert all(row["why_short"] is None for row in people.values() if row not in short)
    full = [people[name] for name in ("ANA", "BEN", "DAN")]
    assert facts["full_timers"]["contract_minutes"] == sum(row["contract_minutes"] for row in full) == 3 * 2100
    assert facts["full_timers"]["worked_minutes"] == sum(row["worked_minutes"] for row in full)
    placed = sum(min(row["worked_minutes"], row["contract_minutes"]) for row in full)
    assert facts["full_timers"]["share"] == pytest.approx(placed / 6300)


def test_the_workbook_written_holds_the_plan(facts: dict[str, Any], planned: Path) -> None:
    reading = read_workbook(planned)
    assert reading.faults == ()
    assert reading.schedule is not None
    assert reading.schedule.horizon.label == WEEK
    assert sum(piece.minutes for piece in reading.schedule.assignments) == facts["served_minutes"]
    assert all(piece.origin is Origin.PLANNED and piece.mission_id for piece in reading.schedule.assignments)


def test_a_plan_is_legal(run: Run, planned: Path) -> None:
    done = run("check", planned)
    assert done.exit_code == Exit.FINE, done.output
    assert "Aucune règle enfreinte" in done.stdout


def test_the_words(run: Run, tiny: Path, answering: Answering) -> None:
    done = run("plan", tiny, "--week", WEEK, "-o", "plan.xlsx")
    assert done.exit_code == Exit.FINE
    for sentence in (
        "Essai : 4 personnes, 3 adhérents",
        "Semaine 2026-W48, du lun. 23 nov. au dim. 29 nov. 2026",
        "Bon : le meilleur trouvé dans le temps accordé",
        "On ne sait pas de combien ce planning est loin du meilleur possible",
        "Heures servies : 0 min sur 81 h (0,0 %)",
        "Contrats à temps plein : 0 min placées sur 105 h (0,0 %)",
        "Facture du planning",
        "Heures par personne",
        "À pourvoir",
        "Planning écrit : plan.xlsx",
    ):
        assert sentence in done.stdout.replace("\u202f", " ")
    assert done.stderr == ""
    english = run("--lang", "en", "plan", tiny, "--week", WEEK, "-o", "plan.xlsx").stdout
    assert "Week 2026-W48, Mon 23 Nov to Sun 29 Nov 2026" in english
    assert "Plan written: plan.xlsx" in english


def test_options_reach_the_planner(run: Run, tiny: Path, answering: Answering) -> None:
    asked = ("--time-limit", "2,5", "--workers", "1", "--seed", "7", "--deterministic", "--profile", "least_travel")
    done = run("plan", tiny, "--week", "2026-11-26", "--weeks", "2", *asked, "-o", "plan.xlsx", "--json")
    assert done.exit_code == Exit.FINE
    problem, options = answering.asked[0]
    assert options == PlanOptions(time_limit_seconds=2.5, workers=1, seed=7, deterministic=True)
    assert (problem.horizon.first, problem.horizon.weeks) == (date(2026, 11, 23), 2)
    assert json.loads(done.stdout)["profile"] == problem.prices.profile == "least_travel"


def test_defaults_are_those_of_the_planner_and_of_its_help(run: Run, tiny: Path, answering: Answering) -> None:
    run("plan", tiny, "--week", WEEK, "-o", "plan.xlsx")
    usual = answering.asked[0][1]
    assert usual == PlanOptions()
    shown = " ".join(run("plan", "--help").stdout.split())
    assert f"({usual.time_limit_seconds:g})" in shown
    assert f"Processeurs employés ({usual.workers})" in shown
    assert f"recherche ({usual.seed})" in shown


def test_without_a_week_it_is_the_next_one(run: Run, tiny: Path, answering: Answering) -> None:
    today = datetime.now(ZONE).date()
    run("plan", tiny, "-o", "plan.xlsx")
    first = answering.asked[0][0].horizon.first
    assert first - today in {timedelta(days=days) for days in range(8)}
    assert first > today


def test_without_a_week_it_is_the_workbook_s(run: Run, tmp_path: Path, answering: Answering) -> None:
    path = write_tiny(tmp_path / "two.xlsx", weeks=2, baseline=["ANA mon 7:00-14:00 E locked"])
    run("plan", path, "-o", "plan.xlsx")
    run("plan", path, "-o", "plan.xlsx", "--weeks", "1")
    horizons = [problem.horizon for problem, _ in answering.asked]
    assert [(horizon.label, horizon.weeks) for horizon in horizons] == [(WEEK, 2), (WEEK, 1)]


def test_locked_rows_are_kept_and_serve_their_request(run: Run, tmp_path: Path, answering: Answering) -> None:
    rows = ["ANA mon 7:00-14:00 E locked", "BEN tue 7:00-14:00 E"]
    path = write_tiny(tmp_path / "locked.xlsx", baseline=rows)
    facts = json.loads(run("plan", path, "-o", "plan.xlsx", "--json").stdout)
    assert facts["served_minutes"] == 7 * 60
    schedule = read_workbook(tmp_path / "plan.xlsx").schedule
    assert schedule is not None
    assert [(piece.employee_id, piece.mission_id, piece.locked) for piece in schedule.assignments] == [
        ("ANA", "R1/2026-11-23/1", True)
    ]


def test_rows_of_other_weeks_do_not_count(run: Run, tmp_path: Path, answering: Answering) -> None:
    path = write_tiny(tmp_path / "other.xlsx", baseline=["ANA mon 7:00-14:00 E locked"])
    run("plan", path, "--week", "2026-W49", "-o", "plan.xlsx")
    assert answering.asked[0][0].baseline is None


def test_changes_of_a_published_week_are_said(run: Run, tmp_path: Path, answering: Answering) -> None:
    rows = ["ANA mon 7:00-14:00 E published", "BEN tue 7:00-14:00 E published locked"]
    path = write_tiny(tmp_path / "published.xlsx", baseline=rows)
    done = run("plan", path, "-o", "plan.xlsx")
    assert done.exit_code == Exit.FINE, done.output
    told = done.stdout.partition("Ce qui change depuis le planning publié")[2].partition("\n\n")[0].split("\n")
    assert told == ["", "  Ana Roux, lun. 23 nov., 7 h 00–14 h 00 (EHPAD) : retirée"]


def test_no_plan_possible(run: Run, tiny: Path, answering: Answering) -> None:
    answering.no_plan = True
    done = run("plan", tiny, "--week", WEEK, "-o", "plan.xlsx")
    assert done.exit_code == Exit.NOT_LEGAL
    assert "Pas de planning possible\n  Rien ne tient." in done.stdout
    assert not Path("plan.xlsx").exists()
    facts = json.loads(run("plan", tiny, "--week", WEEK, "-o", "plan.xlsx", "--json").stdout)
    assert set(facts) == KEYS
    assert facts["status"] == "no_plan"
    assert facts["reasons"] == ["Rien ne tient."]
    assert facts["cost_cents"] is facts["bound_cents"] is facts["gap"] is facts["output"] is None


def test_an_earlier_plan_is_replaced(run: Run, tiny: Path, answering: Answering) -> None:
    Path("plan.xlsx").write_bytes(b"ancien")
    assert run("plan", tiny, "-o", "plan.xlsx").exit_code == Exit.FINE
    assert read_workbook(Path("plan.xlsx")).group is not None
