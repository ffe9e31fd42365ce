"""Backups that cannot be believed: said so, and nothing changes."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from gems.domain.group import Settings
from gems.store.backup import is_backup
from gems.store.backup_file import HEAD, BadBackup
from gems.store.restore import restore
from gems.store.store import Store
from tests.store.put import read
from tests.store.zips import Files, unzipped, zipped


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
    "data written of another shape": _row("edits", "written", '[{"kind": "request", "state": null}]'),
}


def test_a_backup_that_cannot_be_believed_changes_nothing(full: tuple[Path, Any], store: Store, tmp_path: Path) -> None:
    number = store.add_group(Settings(name="Les Prés"))
    files = unzipped(full[0])
    for what, spoil in SPOILED.items():
        path = zipped(tmp_path / f"{what}.backup", spoil(files))
        with pytest.raises(BadBackup, match=f"{what}.*damaged"):
            restore(store.engine, path, replace=True)
        assert read(store, number).settings.name == "Les Prés"


def test_a_backup_too_large_is_not_unpacked(
    full: tuple[Path, Any], target: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gems.store.backup_file.MOST_BYTES", 1000)
    with pytest.raises(BadBackup, match="too large"):
        restore(target, full[0])


def test_characters_no_database_keeps_are_dropped(full: tuple[Path, Any], target: Engine, tmp_path: Path) -> None:
    files = _row("members", "name", "Mai\0rie")(unzipped(full[0]))
    restore(target, zipped(tmp_path / "nul.backup", files))
    assert "Mairie" in {member.name for member in read(Store(target), 1).members}


@pytest.mark.parametrize("change", [{"format": 2}, {"step": "9999"}])
def test_a_backup_of_a_newer_product_is_said_so(
    change: dict[str, Any], full: tuple[Path, Any], target: Engine, tmp_path: Path
) -> None:
    path = zipped(tmp_path / "newer.backup", _head(unzipped(full[0]), **change))
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
