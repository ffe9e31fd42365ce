"""`gems replace`: the list, the number taken, the workbook written, and each refusal in words."""

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.tiny import write_tiny
from ui.cli.exits import Exit

ROWS = [
    "ANA mon 7:00-14:00 E mission=R1/2026-11-23/1",
    "ANA tue 7:00-14:00 E mission=R1/2026-11-24/1",
    "BEN mon 8:00-12:00 F mission=R2/2026-11-23/1",
]


def plan(folder: Path) -> Path:
    """ANA at the EHPAD two days, BEN at the foyer one morning."""
    return write_tiny(folder / "plan.xlsx", baseline=ROWS)


def test_the_list_in_a_table_and_as_json(run: Run, tmp_path: Path) -> None:
    path = plan(tmp_path)
    done = run("replace", path, "--person", "aná  ROUX", "--from", "24/11/2026")  # as people type
    assert done.exit_code == Exit.FINE, done.output
    assert "mar. 24 nov., 7 h 00–14 h 00 · EHPAD · aide-soignant" in done.stdout
    assert "Ben Faure" in done.stdout
    assert "Écartées : 1 personne" in done.stdout
    told = run("replace", path, "--person", "ANA", "--from", "2026-11-24", "--as-of", "2026-11-14", "--json")
    facts = json.loads(told.stdout)
    (hole,) = facts["holes"]
    assert [entry["number"] for entry in hole["entries"]] == list(range(1, len(hole["entries"]) + 1))
    assert {entry["band"] for entry in hole["entries"]} == {"early"}
    assert {one["employee"]: one["rule"] for one in hole["left_out"]} == {
        "ANA": "absence",
        "CLE": "qualification_match",
    }
    assert (facts["person"], facts["taken"], facts["written"]) == ("ANA", [], None)


def test_the_number_taken_is_written_and_legal(run: Run, tmp_path: Path) -> None:
    path, out = plan(tmp_path), tmp_path / "new.xlsx"
    words = ("--person", "ANA", "--from", "2026-11-23", "--to", "2026-11-24")
    entries = [
        entry
        for hole in json.loads(run("replace", path, *words, "--json").stdout)["holes"]
        for entry in hole["entries"]
    ]
    chosen = next(entry for entry in entries if entry["employee"] == "DAN")
    done = run("replace", path, *words, "--take", chosen["number"], "-o", out)
    assert done.exit_code == Exit.FINE, done.output
    assert "→ Dan Morel" in done.stdout
    assert done.stdout.count("Reste à pourvoir") == 1
    before = json.loads(run("check", path, "--json").stdout)
    facts = json.loads(run("check", out, "--json").stdout)
    assert facts["status"] == "legal"
    assert facts["assignments"] == before["assignments"] - 1
    best = tmp_path / "best.xlsx"
    assert run("replace", path, *words, "-o", best).exit_code == Exit.FINE
    assert json.loads(run("check", best, "--json").stdout)["assignments"] == before["assignments"]


def test_an_unserved_request_is_given_too(run: Run, tmp_path: Path) -> None:
    path, out = plan(tmp_path), tmp_path / "new.xlsx"
    done = run("replace", path, "--request", "R2", "-o", out, "--json")
    facts = json.loads(done.stdout)
    assert len(facts["holes"]) == 7
    assert facts["taken"]
    assert json.loads(run("check", out, "--json").stdout)["status"] == "legal"


def test_nobody_at_all_ends_with_one(run: Run, tmp_path: Path) -> None:
    rows = ["CLE mon 8:00-12:00 E job=secretary mission=R3/2026-11-23"]
    path = write_tiny(tmp_path / "plan.xlsx", baseline=rows)
    done = run("replace", path, "--person", "CLE", "--from", "2026-11-23")
    assert done.exit_code == Exit.NOT_LEGAL
    assert "Personne, même en échangeant" in done.stdout


def test_nothing_lost_is_said(run: Run, tmp_path: Path) -> None:
    done = run("--lang", "en", "replace", plan(tmp_path), "--person", "DAN", "--from", "2026-11-23")
    assert done.exit_code == Exit.FINE
    assert "Nothing is to be given to anybody else." in done.stdout


def test_what_cannot_be_used_is_said(run: Run, tmp_path: Path) -> None:
    path = plan(tmp_path)
    empty = write_tiny(tmp_path / "empty.xlsx")
    ana = ("--person", "ANA", "--from", "2026-11-24")
    for words, said in (
        ((path,), "Dites qui remplacer"),
        ((path, "--person", "ANA"), "Dites qui remplacer"),
        ((path, *ana, "--request", "R1"), "Dites qui remplacer"),
        ((path, "--person", "Personne", "--from", "2026-11-24"), "n'est pas dans le groupement"),
        ((path, *ana, "--to", "2026-11-20"), "Le dernier jour vient avant le premier."),
        ((path, "--person", "ANA", "--from", "demain"), "n'est pas un jour"),
        ((path, "--request", "R9"), "n'existe pas"),
        ((path, *ana, "--take", "99", "-o", tmp_path / "o.xlsx"), "Il n'y a pas de solution n° 99"),
        ((empty, *ana), "ne contient pas de planning"),
    ):
        done = run("replace", *words)
        assert done.exit_code == Exit.WRONG_INPUT, words
        assert said in " ".join(done.output.split()), words


def test_a_number_that_another_makes_impossible_is_said(run: Run, tmp_path: Path) -> None:
    words = ("--person", "ANA", "--from", "2026-11-24", "--take", "1", "--take", "2", "-o", tmp_path / "o.xlsx")
    done = run("replace", plan(tmp_path), *words)
    assert done.exit_code == Exit.WRONG_INPUT
    assert "La solution n° 2 n'est plus possible" in done.output
    assert not (tmp_path / "o.xlsx").exists()
