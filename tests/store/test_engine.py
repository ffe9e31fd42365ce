"""Opening a database, and what it promises once open."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from gems.domain.group import Settings
from gems.store import engine as engines
from gems.store.engine import NoDatabase, open_engine
from gems.store.store import Store


@pytest.fixture
def sqlite_store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(f"sqlite:///{tmp_path}/new folder/été 100%.sqlite")
    yield opened
    opened.close()


def test_a_file_is_made_for_the_owners_eyes_only(sqlite_store: Store, tmp_path: Path) -> None:
    sqlite_store.add_group(Settings(name="Les Prés"))
    files = sorted(Path(tmp_path, "new folder").iterdir())
    assert files[0].name == "été 100%.sqlite"
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_sqlite_is_strict(sqlite_store: Store) -> None:
    with sqlite_store.reading() as connection:
        found = {name: connection.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "foreign_keys")}
        assert found == {"journal_mode": "wal", "foreign_keys": 1}
        assert connection.scalar(text("PRAGMA synchronous")) == 2  # FULL: what was kept survives a power cut
        assert connection.scalar(text("PRAGMA busy_timeout")) == engines.WAIT_SECONDS * 1000


@pytest.mark.parametrize(
    "url", ["", "gems", "mysql://localhost/gems", "sqlite://", "sqlite:///:memory:", "postgresql:/", "C:\\gems.sqlite"]
)
def test_an_address_of_nothing_known_is_said_so(url: str) -> None:
    with pytest.raises(NoDatabase) as refused:
        open_engine(url)
    assert refused.value.words == engines.UNREADABLE


def test_a_server_that_does_not_answer_is_said_so() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(NoDatabase) as refused:
        open_engine("postgresql://localhost:1/nobody")
    assert refused.value.words == engines.NO_ANSWER


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "letter.sqlite"
    file.write_text("Madame, Monsieur, " * 400)
    with pytest.raises(NoDatabase) as refused:
        open_engine(f"sqlite:///{file}")
    assert str(file) in refused.value.words.fr
    assert file.read_text().startswith("Madame")


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    Path(tmp_path, "file").touch()
    with pytest.raises(NoDatabase):
        open_engine(f"sqlite:///{tmp_path}/file/gems.sqlite")


def test_nothing_is_made_where_something_must_exist(tmp_path: Path) -> None:
    with pytest.raises(NoDatabase):
        open_engine(f"sqlite:///{tmp_path}/gems.sqlite", must_exist=True)
    assert list(tmp_path.iterdir()) == []


def test_reading_may_not_write(store: Store) -> None:
    """Nothing is lost in silence: writing where one only reads is a fault of ours."""
    number = store.add_group(Settings(name="Les Prés"))
    with pytest.raises(DBAPIError), store.read(number) as work:
        work.records.put_settings(Settings(name="Les Champs"))


def test_reading_sees_one_moment(store: Store) -> None:
    number = store.add_group(Settings(name="Les Prés"))
    with store.read(number) as before:
        with store.write(number) as work:
            work.records.put_settings(Settings(name="Les Champs"))
        assert before.records.group().settings.name == "Les Prés"
