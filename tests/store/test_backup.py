"""Backups: all of a database in one file, put back whole or not at all, from either database into either."""

import itertools
import json
import stat
import threading
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from gems.domain.group import Settings
from gems.domain.issues import Kind
from gems.store.backup import NOTHING_THERE, back_up
from gems.store.backup_file import HEAD
from gems.store.engine import NoDatabase, open_engine, snapshot
from gems.store.migrate import current_step, latest_step, tables_at
from gems.store.restore import NOT_EMPTY, restore
from gems.store.store import Store
from tests.databases import KINDS, Copy, Make
from tests.store.conftest import NOW, AddStep
from tests.store.everything import fill, told
from tests.store.put import keep, new_group, read
from tests.store.zips import unzipped
from tests.workbook.small_group import GROUP


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
    source: str, copied_database: Copy, target: Engine, tmp_path: Path
) -> None:
    with copied_database(source, fill) as (url, _):
        store = Store.open(url, lambda: NOW)
        made = back_up(store.engine, tmp_path / "gems.backup", NOW)
        wanted = told(store)
        store.close()
    assert restore(target, tmp_path / "gems.backup") == made
    back = Store(target, lambda: NOW)
    assert told(back) == wanted
    back_up(target, tmp_path / "again.backup", NOW)
    first, again = (unzipped(tmp_path / name) for name in ("gems.backup", "again.backup"))
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
    assert unzipped(tmp_path / "before.backup") == unzipped(full[0])


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
