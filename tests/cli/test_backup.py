"""`gems backup`, `gems restore`, `gems migrate`: what whoever holds the machine does with a whole database."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from gems.domain.group import Settings
from gems.store.engine import open_engine, writing
from gems.store.migrate import latest_step
from gems.store.store import Store
from tests.cli.conftest import Run
from tests.databases import Copy
from tests.store.everything import fill, told
from ui.cli.exits import Exit

Told = Callable[[str], object]


@pytest.fixture
def url(run: Run, database_kind: str, copied_database: Copy, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The installation's database, full."""
    with copied_database(database_kind, fill) as (url, _):
        monkeypatch.setenv("GEMS_DATABASE_URL", url)
        yield url


def content(url: str) -> object:
    store = Store.open(url)
    said = told(store)
    store.close()
    return said


@pytest.mark.parametrize(
    ("language", "written", "restored"),
    [("fr", "Sauvegarde écrite : gems.zip", "Restauré : "), ("en", "Backup written: gems.zip", "Restored: ")],
)
def test_a_backup_goes_into_another_database(run: Run, url: str, language: str, written: str, restored: str) -> None:
    made = run("--lang", language, "backup", "gems.zip")
    assert (made.exit_code, made.stderr) == (Exit.FINE, "")
    assert made.stdout.startswith(written)
    back = run("--lang", language, "restore", "gems.zip", "--into", "sqlite:///other.sqlite")
    assert (back.exit_code, back.stderr) == (Exit.FINE, "")
    assert back.stdout.startswith(restored)
    assert content("sqlite:///other.sqlite") == content(url)


def test_a_full_database_is_replaced_only_when_asked(run: Run, url: str) -> None:
    run("backup", "gems.zip")
    wanted = content(url)
    store = Store.open(url)
    store.add_group(Settings(name="Les Prés"))
    store.close()
    refused = run("restore", "gems.zip")
    assert refused.exit_code == Exit.WRONG_INPUT
    assert "--replace" in refused.stderr
    assert content(url) != wanted
    assert run("restore", "gems.zip", "--replace").exit_code == Exit.FINE
    assert content(url) == wanted


def test_a_later_backup_takes_the_place_of_an_earlier_one(run: Run, url: str) -> None:
    assert run("backup", "gems.zip").exit_code == Exit.FINE
    assert run("backup", "gems.zip").exit_code == Exit.FINE


def test_another_file_is_not_overwritten(run: Run, url: str) -> None:
    Path("letter.txt").write_text("Madame, Monsieur")
    done = run("backup", "letter.txt")
    assert done.exit_code == Exit.WRONG_INPUT
    assert "choisissez un autre nom" in done.stderr
    assert Path("letter.txt").read_text() == "Madame, Monsieur"


def test_a_disk_that_is_full_is_said_so(run: Run, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("gems.store.backup.os.fsync", full)
    done = run("backup", "gems.zip")
    assert done.exit_code == Exit.WRONG_INPUT
    assert "la place sur le disque" in done.stderr
    assert not list(Path().glob("*.zip*"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("backup",), "Il manque FILE"),
        (("backup", "gems.zip"), "Il n'y a pas de base de données à cet endroit : gems.sqlite"),
        (("backup", "gems.zip", "--database", "gems"), "n'est pas comprise"),
        (("backup", "nowhere/gems.zip"), "Le dossier « nowhere » n'existe pas."),
        (("restore", "gems.zip"), "« gems.zip » n'existe pas."),
        (("restore", "letter.txt"), "« letter.txt » n'est pas une sauvegarde de GEMS"),
        (("migrate",), "Il n'y a pas de base de données à cet endroit : gems.sqlite"),
        (("import", "letter.txt"), "letter.txt"),
        (("import", "nothing.xlsx"), "« nothing.xlsx » n'existe pas."),
    ],
)
def test_what_cannot_be_done_is_said_and_leaves_nothing(
    words: tuple[str, ...], said: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GEMS_DATABASE_URL", raising=False)
    Path("letter.txt").write_text("Madame, Monsieur")
    done = run(*words)
    assert done.exit_code == Exit.WRONG_INPUT, done.output
    assert said in done.stderr
    assert [path.name for path in Path().iterdir()] == ["letter.txt"]


def test_migrate_says_from_where_to_where(
    run: Run, empty_database_url: str, monkeypatch: pytest.MonkeyPatch, database_kind: str
) -> None:
    monkeypatch.setenv("GEMS_DATABASE_URL", empty_database_url)
    open_engine(empty_database_url).dispose()
    assert f"étape {latest_step()}" in run("migrate").stdout
    assert run("migrate").stdout.startswith("La base est déjà à jour")
    engine = open_engine(empty_database_url)
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    newer = run("migrate")
    assert newer.exit_code == Exit.WRONG_INPUT
    assert "plus récente" in newer.stderr
