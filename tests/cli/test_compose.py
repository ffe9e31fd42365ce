"""`gems compose`: posts told, a scenario written, an object for other programs."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from gems.domain.composition import ComposeQuestion, ComposeResult
from gems.domain.report import Status
from gems.domain.requests import FixedSlot, Recurrence, Request, Season
from gems.planning.ports import OnComposed, PlanOptions, ShouldStop
from gems.workbook import write_workbook
from solver.compose.composer import FragmentComposer
from tests.cli.conftest import Run
from tests.rules.group import FIRST, group
from ui import wiring


class Near:
    """The composer itself, in this process, bounded by counted work."""

    asked: list[ComposeQuestion]

    def __init__(self) -> None:
        self.asked = []

    def compose(
        self, question: ComposeQuestion, options: PlanOptions, on_progress: OnComposed, should_stop: ShouldStop
    ) -> ComposeResult:
        self.asked.append(question)
        return FragmentComposer().compose(question, PlanOptions(deterministic=True), on_progress, should_stop)


@pytest.fixture
def near(monkeypatch: pytest.MonkeyPatch) -> Near:
    composer = Near()
    monkeypatch.setattr(wiring, "composer", lambda: composer)
    return composer


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """Seven hours a day at two members of one town: one full-time post, and three hours that remain."""
    path = tmp_path / "year.xlsx"
    write_workbook(
        group(
            employees=(),
            requests=(
                _request("R1", "E", "EHPAD", range(5), 8, 12),
                _request("R2", "E", "EHPAD", range(3), 13, 16),
                _request("R3", "F", "FOYER", (3, 4), 13, 16),
                _request("R4", "F", "FOYER", (5,), 16, 19),
            ),
        ),
        path,
    )
    return path


def _request(code: str, site: str, member: str, days: range | tuple[int, ...], start: int, end: int) -> Request:
    return Request(
        id=code,
        member_id=member,
        site_id=site,
        qualification="caregiver",
        label="soins",
        demand=FixedSlot(start_clock=start * 60, end_clock=end * 60),
        recurrence=Recurrence(weekdays=frozenset(days), first_day=FIRST, season=Season.NOT_PUBLIC_HOLIDAYS),
    )


def test_posts_are_told_and_written(run: Run, year: Path, near: Near) -> None:
    done = run("compose", year, "--from", "2026-W50", "-o", "s.xlsx")
    assert done.exit_code == 0, done.output
    assert "De 4 besoins épars à 1 temps plein permanent." in done.output
    assert "P1" in done.output
    assert "0 personne pourrait tenir un de ces postes ; 1 personne serait à recruter." in done.output
    assert "ne tiendrait plus" in done.output
    book = load_workbook("s.xlsx")
    assert book.sheetnames[:3] == ["Synthèse", "Postes", "Semaines types"]
    assert book["Postes"].max_row == 2
    assert near.asked[0].terms.members_most == 4


def test_as_one_json_object(run: Run, year: Path, near: Near) -> None:
    done = run("compose", year, "--from", "2026-W50", "--members", 1, "--json", "-o", "s.xlsx")
    facts = json.loads(done.stdout)
    assert facts["posts"] == []  # no member alone fills a full time
    assert facts["status"] == Status.OPTIMAL
    assert facts["placed_minutes"] == facts["bound_minutes"] == 0
    assert {one["request"] for one in facts["remainders"]} == {"R1", "R2", "R3", "R4"}


def test_in_english(run: Run, year: Path, near: Near) -> None:
    done = run("--lang", "en", "compose", year, "--from", "2026-W50", "-o", "s.xlsx")
    assert "From 4 scattered needs to 1 full-time permanent post" in done.output
    assert load_workbook("s.xlsx").sheetnames[0] == "Summary"
