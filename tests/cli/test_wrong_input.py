"""Exit code 2: what people type, and what their files hold; always all of it, always with what to do."""

import json
import shutil
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Run
from tests.cli.tiny import Answering, write_tiny
from ui.cli.exits import Exit


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("plna",), "La commande « plna » n'existe pas ; au choix : demo, template"),
        (("plan",), "Il manque F.xlsx : le classeur du groupement"),
        (("plan", "rien.xlsx", "-o", "p.xlsx"), "F.xlsx : « rien.xlsx » n'existe pas."),
        (("plan", ".", "-o", "p.xlsx"), "F.xlsx : « . » est un dossier."),
        (("plan", "tiny.xlsx"), "Il manque l'option -o / --output."),
        (("plan", "tiny.xlsx", "-o", "p.ods"), "le nom d'un classeur finit par .xlsx"),
        (("plan", "tiny.xlsx", "-o", "nulle/part.xlsx"), "Le dossier « nulle » n'existe pas."),
        (("plan", "tiny.xlsx", "-o", "tiny.xlsx"), "choisissez un autre nom"),
        (("plan", "tiny.xlsx", "-o", "p.xlsx", "--week", "48"), "--week : « 48 » n'est pas une semaine"),
        (("plan", "tiny.xlsx", "-o", "p.xlsx", "--week", "2026-W54"), "« 2026-W54 » n'est pas une semaine"),
        (("plan", "tiny.xlsx", "-o", "p.xlsx", "--weeks", "0"), "--weeks : « 0 » ne convient pas"),
        (("plan", "tiny.xlsx", "-o", "p.xlsx", "--time-limit", "nan"), "« nan » ne convient pas"),
        (("plan", "tiny.xlsx", "-o", "p.xlsx", "--profile", "cher"), "« cher » n'est pas connu ; au choix :"),
        (("plan", "tiny.xlsx", "-o", "p.xlsx", "--tme", "3"), "L'option --tme n'existe pas."),
        (("plan", "tiny.xlsx", "-o"), "L'option -o demande une valeur."),
        (("plan", "tiny.xlsx", "deux", "-o", "p.xlsx"), "Il y a un mot de trop : deux"),
        (("sample", "gems24", "-o", "s.xlsx"), "au choix : small, gems23, county, large"),
        (("demo", "--group", "gems24"), "au choix : small, gems23, county, large"),
        (("rules", "--agreement", "ccn"), "« ccn » n'est pas connu"),
        (("rules", "--json=1"), "L'option --json ne prend pas de valeur."),
        (("--lang", "de", "rules"), "--lang : « de » n'est pas connu ; au choix : fr, en."),
        (("serve", "--port", "99999"), "--port : « 99999 » ne convient pas"),
    ],
)
def test_mistyped(words: tuple[str, ...], said: str, run: Run, tiny: Path, answering: Answering) -> None:
    done = run(*words)
    assert done.exit_code == Exit.WRONG_INPUT, done.output
    assert said in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.output
    assert not answering.asked
    assert [path.name for path in tiny.parent.iterdir()] == [tiny.name]


def test_mistyped_in_english(run: Run) -> None:
    assert "There is no command “plna”" in run("--lang", "en", "plna").stderr
    assert "There is no option --tme." in run("--lang=EN", "rules", "--tme").stderr
    assert "There is no option --nope." in run("--lang", "en", "--nope").stderr
    assert "--week: “x” is no week" in run("plan", "--week", "x", GEMS_LANG="en").stderr


def spoiled(path: Path) -> Path:
    """The tiny workbook with two mistakes, on two sheets."""
    workbook = openpyxl.load_workbook(path)
    workbook["Salariés"]["B2"].value = None
    workbook["Demandes"]["A3"].value = workbook["Demandes"]["A2"].value
    workbook.save(path)
    return path


@pytest.mark.parametrize("command", ["plan", "check"])
def test_every_fault_is_told_with_a_copy_that_shows_them(command: str, run: Run, tiny: Path) -> None:
    output = ("-o", "plan.xlsx") if command == "plan" else ()
    done = run(command, spoiled(tiny), *output)
    assert done.exit_code == Exit.WRONG_INPUT
    assert "2 points à corriger" in done.stderr
    assert "Salariés, B2" in done.stderr
    assert "Demandes, A3" in done.stderr
    copy = tiny.with_name("tiny-a-corriger.xlsx")
    assert str(copy) in done.stderr
    assert openpyxl.load_workbook(copy)["Salariés"]["B2"].comment is not None
    assert not Path("plan.xlsx").exists()


def test_an_earlier_copy_is_not_lost(run: Run, tiny: Path) -> None:
    earlier = tiny.with_name("tiny-a-corriger.xlsx")
    shutil.copy(spoiled(tiny), earlier)
    before = earlier.read_bytes()
    done = run("plan", earlier, "-o", "plan.xlsx")
    assert earlier.read_bytes() == before
    assert str(tiny.with_name("tiny-a-corriger-2.xlsx")) in done.stderr


def test_faults_as_json(run: Run, tiny: Path) -> None:
    done = run("plan", spoiled(tiny), "-o", "plan.xlsx", "--json")
    assert done.exit_code == Exit.WRONG_INPUT
    facts = json.loads(done.stdout)
    assert facts["status"] == "invalid_input"
    assert [(fault["sheet"], fault["cell"]) for fault in facts["faults"]] == [("Salariés", "B2"), ("Demandes", "A3")]
    assert all(fault["wrong"] and fault["fix"] for fault in facts["faults"])
    assert Path(facts["copy"]).is_file()


def test_a_file_that_is_no_workbook(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.xlsx").write_text("des notes")
    done = run("plan", "notes.xlsx", "-o", "plan.xlsx")
    assert done.exit_code == Exit.WRONG_INPUT
    assert "n'est pas un classeur Excel lisible" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["notes.xlsx"]


def test_nothing_to_check(run: Run, tiny: Path) -> None:
    done = run("check", tiny)
    assert done.exit_code == Exit.WRONG_INPUT
    assert "ne contient pas de planning" in done.stderr


def test_a_template_never_replaces_a_file_unasked(run: Run, tmp_path: Path) -> None:
    mine = tmp_path / "mon-groupe.xlsx"
    assert run("template", "-o", mine).exit_code == Exit.FINE
    assert openpyxl.load_workbook(mine).sheetnames
    mine.write_bytes(b"mes heures")
    done = run("template", "-o", mine)
    assert done.exit_code == Exit.WRONG_INPUT
    assert "existe déjà" in done.stderr
    assert mine.read_bytes() == b"mes heures"
    assert run("template", "--force", "--examples", "-o", mine).exit_code == Exit.FINE


def test_a_plan_that_cannot_be_written_is_told(
    run: Run, tiny: Path, answering: Answering, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ui.cli.planning.write_workbook", full)
    done = run("plan", tiny, "-o", "plan.xlsx")
    assert done.exit_code == Exit.WRONG_INPUT
    assert "n'a pas pu être écrit" in done.stderr


def test_warnings_block_nothing(run: Run, tmp_path: Path, answering: Answering) -> None:
    path = write_tiny(tmp_path / "tiny.xlsx")
    workbook = openpyxl.load_workbook(path)
    workbook.create_sheet("Brouillon")["A1"] = "à moi"
    workbook.save(path)
    done = run("plan", path, "-o", "plan.xlsx")
    assert done.exit_code == Exit.FINE
    assert "1 point à relire" in done.stderr
    assert "Brouillon" in done.stderr
