"""A town made once, and a copy of its database for each test."""

import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from gems.store.store import Store
from tests.databases import Clock
from tests.security.town import Groups, Town, settle
from tests.web.components import looked_for_once
from ui import wiring

__all__ = ["looked_for_once"]  # for every test of this folder

NOW = "2026-11-06T09:00"
Model = Callable[[str], tuple[Path, Groups]]
"""From the name of a sample to a database with a town made of it, which nobody may write to."""


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Model:
    """The database of a town by the sample it is made of, made the first time it is asked for."""
    folder, made = tmp_path_factory.mktemp("town"), dict[str, tuple[Path, Groups]]()

    def find(sample: str) -> tuple[Path, Groups]:
        if sample not in made:
            path = folder / f"{sample}.sqlite"
            store = Store.open(f"sqlite:///{path}", still())
            made[sample] = path, settle(store, sample)
            store.close()
        return made[sample]

    return find


def still() -> Clock:
    """The clock of the tests: Friday 6 November 2026 at nine."""
    return Clock.at(NOW)


@pytest.fixture
def town(model: Model, tmp_path: Path) -> Iterator[Town]:
    """The small sample, thrice."""
    with copy_of(model, "small", tmp_path) as made:
        yield made


@contextmanager
def copy_of(model: Model, sample: str, folder: Path) -> Iterator[Town]:
    """A town of one's own."""
    path, groups = model(sample)
    copy = folder / f"{secrets.token_hex(8)}.sqlite"
    shutil.copyfile(path, copy)
    store = Store.open(f"sqlite:///{copy}", still())
    try:
        yield Town(store, groups)
    finally:
        store.close()
        copy.unlink()


@pytest.fixture
def served(town: Town, monkeypatch: pytest.MonkeyPatch) -> Iterator[Town]:
    """The town, as this process serves it."""
    serve(town.store, monkeypatch)
    yield town
    wiring.office().store.close()


def serve(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have this process serve the database of a store, at the time of the tests."""
    monkeypatch.setenv(wiring.DATABASE, str(store.engine.url))
    monkeypatch.setenv(wiring.PRETENDED_NOW, NOW)
    monkeypatch.delenv("GEMS_LANG", raising=False)
