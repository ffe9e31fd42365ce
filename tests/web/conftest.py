"""A furnished database of the small sample, made once by the real planner and copied for each test; visits to it."""

import fcntl
import os
import pickle
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from gems.access.policy import Actor
from gems.domain.words import Language
from gems.planning.build import Built, build, prepare
from gems.planning.ports import PlanOptions
from gems.store.store import Store
from sample_data import generate, planted_weeks
from solver.plan_process import ProcessPlanner
from tests.web.components import looked_for_once
from tests.web.furnished import House
from tests.web.visit import Seat, Visit, Visiting
from ui import wiring
from ui.demonstration import BEFORE, NOW, cast, furnish

__all__ = ["looked_for_once"]  # for every test of this folder

SECONDS = 120
BUILT = "built"


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of the demonstration, to be copied, and beside it what was built: one worker makes it for all."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "demonstration"
    folder.mkdir(exist_ok=True)
    file = folder / "gems.sqlite"
    with Path(folder, "making").open("w") as making:
        fcntl.flock(making, fcntl.LOCK_EX)
        if not Path(folder, BUILT).exists():
            problem = prepare(generate("small"), planted_weeks("small").horizon)
            found = build(problem, ProcessPlanner(), PlanOptions(time_limit_seconds=SECONDS))
            store = Store.open(f"sqlite:///{file}", lambda: wiring.stamp_at(BEFORE))
            furnish(store, problem.group, found)
            store.close()
            Path(folder, BUILT).write_bytes(pickle.dumps(found))
    return file


@pytest.fixture(scope="session")
def built(demonstration: Path) -> Built:
    """The small sample, built by the real planner."""
    made: Built = pickle.loads(Path(demonstration.parent, BUILT).read_bytes())  # noqa: S301 - our own, of this run
    return made


@pytest.fixture
def house(demonstration: Path, built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """The demonstration as this process serves it."""
    copy = shutil.copyfile(demonstration, tmp_path / "gems.sqlite")
    monkeypatch.setenv(wiring.DATABASE, f"sqlite:///{copy}")
    monkeypatch.setenv(wiring.PRETENDED_NOW, NOW)
    monkeypatch.delenv("GEMS_LANG", raising=False)
    office = wiring.office()
    yield House(office, cast(built.problem.group, built.schedule))
    office.store.close()


@pytest.fixture
def visiting(house: House, monkeypatch: pytest.MonkeyPatch) -> Visiting:
    """Opens pages, each for one person; the coordinator's week when nothing else is named."""
    seat = Seat()
    monkeypatch.setattr("ui.web.here.visitor", lambda: seat.actor)
    coordinator = house.coordinator

    def visit(
        language: Language = "fr", *, actor: Actor | None = coordinator, path: str = "semaine", **address: str
    ) -> Visit:
        return Visit(seat, actor, language, path, **address)

    return visit
