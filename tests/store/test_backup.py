"""Backups: all of a database in one file, put back whole or not at all, from either database into either."""

import itertools
import json
import stat
import threading
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from gems.domain.group import Settings
from gems.domain.issues import Kind
from gems.store.backup import NOTHING_THERE, back_up, is_backup
from gems.store.backup_file import HEAD, BadBackup
from gems.store.engine import NoDatabase, open_engine, snapshot
from gems.store.migrate import current_step, latest_step, tables_at
from gems.store.restore import NOT_EMPTY, restore
from gems.store.store import Store
from tests.databases import KINDS, Make
from tests.store.conftest import AddStep
from tests.store.everything import fill, told
from tests.store.put import keep, new_group, read
from tests.workbook.small_group import GROUP

NOW = 1_794_906_000


@pytest.fixture(scope="module")
def full(fresh_database: Make, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Any]]:
    """A backup of a full SQLite database, and what the product read in it."""
    path = tmp_path_factory.mktemp("full") / "gems.backup"
    with fresh_database("sqlite") as url:
        store = Store.open(url, lambda: NOW)
        fill(store)
        back_up(store.engine, path, NOW)
        yield path, told(store)
        store.close()


@pytest.fixture
def target(empty_database_url: str) -> Iterator[Engine]:
    """An empty database."""
    engine = open_engine(empty_database_url)
    yield engine
    engine.dispose()


def test_something_is_in_every_table(full: tuple[Path, Any]) -> None:
    """When this fails: give the new table a row in tests/store/everything.py."""
    with zipfile.ZipFile(full[0]) as archive:
        rows = json.loads(archive.read(HEAD))["rows"]
    assert set(rows) == set(tables_at(latest_step()).tables) - {
        "alembic_version",
        "sessions",
        "attempts",
        "first_start",
    }
    assert all(rows.values()), rows


@pytest.mark.parametrize("source", KINDS)
def test_what_was_backed_up_comes_back_in_either_database(
    source: str, fresh_database: Make, target: Engine, tmp_path: Path
) -> None:
    with fresh_database(source) as url:
        store = Store.open(url, lambda: NOW)
        fill(store)
        made = back_up(store.engine, tmp_path / "gems.backup", NOW)
        wanted = told(store)
        store.close()
    assert restore(target, tmp_path / "gems.backup") == made
    back = Store(target, lambda: NOW)
    assert told(back) == wanted
    back_up(target, tmp_path / "again.backup", NOW)
    first, again = (_unzipped(tmp_path / name) for name in ("gems.backup", "again.backup"))
    assert first == again


def test_life_goes_on_after_a_restore(full: tuple[Path, Any], target: Engine) -> None:
    """New rows take new numbers, and what was issued is still kept by the database."""
    restore(target, full[0])
    back = Store(target)
    known = {number for number, _ in back.groups()}
    assert new_group(back, GROUP) not in known
    with back.write(min(known)) as work:
        deed = work.trail.deeds()[0]
        work.trail.add(deed)
        assert len(work.trail.deeds()) == 2
    with pytest.raises(Exception, match="never changes"), back.writing() as connection:
        connection.execute(text("DELETE FROM assignments"))


def test_a_backup_of_an_earlier_step_is_brought_up_to_date(
    full: tuple[Path, Any], target: Engine, add_step: AddStep
) -> None:
    after = add_step("SELECT 1")
    assert restore(target, full[0]).step != after
    with snapshot(target) as connection:
        assert current_step(connection) == after
        assert set(connection.scalars(text("SELECT dog FROM members"))) == {"Médor"}
        assert set(connection.scalars(text("SELECT name FROM members"))) == {"all the same"}


def test_a_database_of_an_earlier_step_is_backed_up_as_it_is(
    full: tuple[Path, Any], target: Engine, add_step: AddStep, tmp_path: Path
) -> None:
    """Before it is brought up to date is when a backup is wanted most."""
    restore(target, full[0])
    add_step("SELECT 1")
    back_up(target, tmp_path / "before.backup", NOW)
    assert _unzipped(tmp_path / "before.backup") == _unzipped(full[0])


def test_a_backup_is_of_one_moment_while_others_write(store: Store, tmp_path: Path, target: Engine) -> None:
    number = new_group(store, replace(GROUP, wishes=()))
    stop, written = threading.Event(), threading.Semaphore(0)

    def write() -> None:
        for name in map(str, itertools.count()):
            named = tuple(replace(member, name=name) for member in GROUP.members)
            keep(store, number, replace(GROUP, settings=replace(GROUP.settings, name=name), members=named))
            written.release()
            if stop.is_set():
                return

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for turn in range(3):
            assert written.acquire(timeout=60)
            back_up(store.engine, tmp_path / "gems.backup", NOW)
            restore(target, tmp_path / "gems.backup", replace=turn > 0)
            found = read(Store(target), number)
            assert {member.name for member in found.members} == {found.settings.name}
    finally:
        stop.set()
        writer.join()


def test_the_file_is_for_its_owners_eyes_and_takes_its_name_once_whole(
    full: tuple[Path, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_database: Make
) -> None:
    assert stat.S_IMODE(full[0].stat().st_mode) == 0o600
    path = tmp_path / "gems.backup"
    path.write_bytes(full[0].read_bytes())

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("gems.store.backup.os.fsync", fail)
    with fresh_database("sqlite") as url:
        engine = open_engine(url)
        with pytest.raises(OSError, match="disk full"):
            back_up(engine, path, NOW)
        engine.dispose()
    assert path.read_bytes() == full[0].read_bytes()
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_is_backed_up_from_nothing(target: Engine, tmp_path: Path) -> None:
    with pytest.raises(NoDatabase) as refused:
        back_up(target, tmp_path / "gems.backup", NOW)
    assert refused.value.words == NOTHING_THERE
    assert list(tmp_path.iterdir()) == []


# --- A database that holds something -------------------------------------------------------------------------


def test_a_group_is_not_overwritten_unless_asked(store: Store, full: tuple[Path, Any]) -> None:
    number = store.add_group(Settings(name="Les Prés"))
    before = told(store)
    with pytest.raises(NoDatabase) as refused:
        restore(store.engine, full[0])
    assert refused.value.words == NOT_EMPTY
    assert told(store) == before
    assert read(store, number).settings.name == "Les Prés"


def test_replacing_leaves_nothing_of_before(store: Store, full: tuple[Path, Any]) -> None:
    """Also for a server that had read what was there, and goes on."""
    fill(store)
    number = store.groups()[0][0]
    with store.write(number) as work:
        work.records.put(Kind.WISH, ())
    assert read(store, number).wishes == ()
    restore(store.engine, full[0], replace=True)
    assert told(store) == full[1]
    assert read(store, number) == GROUP


def test_replacing_leaves_other_programs_tables_alone(store: Store, full: tuple[Path, Any]) -> None:
    with store.writing() as connection:
        connection.execute(text("CREATE TABLE dogs (name TEXT)"))
        connection.execute(text("INSERT INTO dogs VALUES ('Médor')"))
    restore(store.engine, full[0], replace=True)
    with snapshot(store.engine) as connection:
        assert connection.scalar(text("SELECT name FROM dogs")) == "Médor"


# --- Files that cannot be believed ---------------------------------------------------------------------------

Files = dict[str, bytes]


def _unzipped(path: Path) -> Files:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _head(files: Files, **changes: Any) -> Files:
    return files | {HEAD: json.dumps(json.loads(files[HEAD]) | changes).encode()}


def _row(table: str, column: str, value: Any) -> Callable[[Files], Files]:
    """The first row of a table with another value in a column."""

    def spoil(files: Files) -> Files:
        columns, first, *rest = files[f"{table}.jsonl"].splitlines()
        values = dict(zip(json.loads(columns), json.loads(first), strict=True)) | {column: value}
        return files | {f"{table}.jsonl": b"\n".join([columns, json.dumps([*values.values()]).encode(), *rest, b""])}

    return spoil


def _without(files: Files, name: str) -> Files:
    return {other: content for other, content in files.items() if other != name}


SPOILED: dict[str, Callable[[Files], Files]] = {
    "no head": lambda files: _without(files, HEAD),
    "a head that is no JSON": lambda files: files | {HEAD: b"{"},
    "a head of another shape": lambda files: files | {HEAD: b"[1]"},
    "a head without rows": lambda files: _head(files, rows=None),
    "a table missing": lambda files: _without(files, "members.jsonl"),
    "a table that is not told": lambda files: files | {"dogs.jsonl": b'["name"]\n'},
    "a table we have never heard of": lambda files: _head(
        files | {"dogs.jsonl": b'["name"]\n'}, rows=json.loads(files[HEAD])["rows"] | {"dogs": 0}
    ),
    "fewer rows than told": lambda files: files | {"members.jsonl": files["members.jsonl"].splitlines(True)[0]},
    "more rows than told": lambda files: files | {"wishes.jsonl": files["wishes.jsonl"] + b"[]\n"},
    "a table cut short": lambda files: files | {"members.jsonl": files["members.jsonl"][:-3]},
    "an empty table": lambda files: files | {"members.jsonl": b""},
    "a column we have never heard of": lambda files: (
        files | {"members.jsonl": files["members.jsonl"].replace(b'"phone"', b'"tail"')}
    ),
    "a row too short": lambda files: files | {"members.jsonl": files["members.jsonl"].replace(b', "M01"', b"")},
    "a row that is no list": lambda files: files | {"members.jsonl": files["members.jsonl"].replace(b"[1,", b"{1:")},
    "nested without end": lambda files: files | {"wishes.jsonl": b"[" * 100_000 + b"\n"},
    "text for a number": _row("employees", "max_commute_minutes", "30"),
    "a flag for a number": _row("employees", "max_commute_minutes", True),
    "a number too large": _row("employees", "max_commute_minutes", 2**31),
    "a stamp too large": _row("deeds", "at", 2**63),
    "no number": _row("communes", "latitude", float("nan")),
    "nothing where something must be": _row("employees", "name", None),
    "a day that is none": _row("contracts", "first_day", "2026-02-30"),
    "half a character": _row("members", "name", "\ud800"),
    "a reference to nothing": _row("sites", "member_id", "nobody"),
    "a group that is not there": _row("wishes", "group_id", 77),
    "a kind that does not exist": _row("absences", "kind", "hangover"),
    "a state that does not exist": _row("versions", "state", "perfect"),
    "a report of another shape": _row("versions", "report", "{}"),
    "an edit of another shape": _row("edits", "removed", '[{"start": 1}]'),
}


def test_a_backup_that_cannot_be_believed_changes_nothing(full: tuple[Path, Any], store: Store, tmp_path: Path) -> None:
    number = store.add_group(Settings(name="Les Prés"))
    files = _unzipped(full[0])
    for what, spoil in SPOILED.items():
        path = _zipped(tmp_path / f"{what}.backup", spoil(files))
        with pytest.raises(BadBackup, match=f"{what}.*damaged"):
            restore(store.engine, path, replace=True)
        assert read(store, number).settings.name == "Les Prés"


def test_a_backup_too_large_is_not_unpacked(
    full: tuple[Path, Any], target: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gems.store.backup_file.MOST_BYTES", 1000)
    with pytest.raises(BadBackup, match="too large"):
        restore(target, full[0])


def _zipped(path: Path, files: Files) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def test_characters_no_database_keeps_are_dropped(full: tuple[Path, Any], target: Engine, tmp_path: Path) -> None:
    files = _row("members", "name", "Mai\0rie")(_unzipped(full[0]))
    restore(target, _zipped(tmp_path / "nul.backup", files))
    assert "Mairie" in {member.name for member in read(Store(target), 1).members}


@pytest.mark.parametrize("change", [{"format": 2}, {"step": "9999"}])
def test_a_backup_of_a_newer_product_is_said_so(
    change: dict[str, Any], full: tuple[Path, Any], target: Engine, tmp_path: Path
) -> None:
    path = _zipped(tmp_path / "newer.backup", _head(_unzipped(full[0]), **change))
    with pytest.raises(BadBackup) as refused:
        restore(target, path)
    assert "plus récente" in refused.value.words.fr


def test_a_file_that_is_no_backup_is_said_so(tmp_path: Path, target: Engine, full: tuple[Path, Any]) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Madame, Monsieur")
    cut = tmp_path / "cut.backup"
    cut.write_bytes(full[0].read_bytes()[:-400])
    altered = tmp_path / "altered.backup"
    content = bytearray(full[0].read_bytes())
    content[content.index(b"assignments.jsonl") + 60] ^= 255
    altered.write_bytes(content)
    for path in (letter, cut, altered, tmp_path / "nothing", tmp_path):
        with pytest.raises(BadBackup):
            restore(target, path)
    assert is_backup(full[0])
    assert not is_backup(letter)
