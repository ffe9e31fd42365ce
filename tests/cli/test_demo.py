"""`gems sample` and `gems demo`."""

from pathlib import Path

import pytest

from gems.access.policy import Role
from gems.access.sessions import actor_of_session
from gems.access.sign_in import sign_in
from gems.domain.composition import ComposeQuestion, ComposeResult
from gems.domain.life import VersionState
from gems.domain.report import Status
from gems.planning.ports import OnComposed, PlanOptions, ShouldStop
from gems.store.store import Store, wall_clock
from gems.workbook import read_workbook
from sample_data import DEFAULT_WEEK, SAMPLE_NAMES, generate
from solver.compose.composer import FragmentComposer
from tests.cli.conftest import Run
from tests.cli.tiny import Answering
from ui import wiring
from ui.cli.commands import demo
from ui.cli.exits import Exit
from ui.cli.serving import Serving
from ui.demonstration import NOW, PASSWORD

SOON = PlanOptions(time_limit_seconds=12.0, deterministic=True)
"""A few posts of the small sample are found well within it; the best ones are not what is asked here."""


class Composers:
    """Answers at once, with nothing; or composes in this process."""

    real = False

    def __init__(self) -> None:
        self.limits: list[float | None] = []

    def compose(
        self, question: ComposeQuestion, options: PlanOptions, on_progress: OnComposed, should_stop: ShouldStop
    ) -> ComposeResult:
        self.limits.append(options.time_limit_seconds)
        if self.real:
            return FragmentComposer().compose(question, SOON, on_progress, should_stop)
        return ComposeResult(status=Status.GOOD, posts=(), placed_minutes=0, bound_minutes=60, seed=1, seconds=0.0)


@pytest.fixture(autouse=True)
def composers(monkeypatch: pytest.MonkeyPatch) -> Composers:
    found = Composers()
    monkeypatch.setattr(wiring, "composer", lambda: found)
    return found


def test_sample_writes_the_group_and_its_week(run: Run) -> None:
    done = run("sample", "small", "--seed", "2", "-o", "s.xlsx")
    assert done.exit_code == Exit.FINE
    assert "8 personnes, 6 adhérents, semaine 2026-W48" in done.stdout
    reading = read_workbook(Path("s.xlsx"))
    assert reading.faults == ()
    assert reading.group == generate("small", 2)
    assert reading.schedule is not None
    assert (reading.schedule.horizon.label, reading.schedule.assignments) == (DEFAULT_WEEK, ())


def test_the_help_names_every_sample(run: Run) -> None:
    for command in ("sample", "demo"):
        shown = run(command, "--help").stdout
        assert all(name in shown for name in SAMPLE_NAMES)


def test_a_sample_is_planned_in_its_own_week(run: Run, answering: Answering) -> None:
    run("sample", "small", "-o", "s.xlsx")
    assert run("plan", "s.xlsx", "-o", "p.xlsx").exit_code == Exit.FINE
    assert answering.asked[0][0].horizon.label == DEFAULT_WEEK


def test_demo_writes_shows_and_does_not_serve(run: Run, answering: Answering, composers: Composers) -> None:
    done = run("demo", "--group", "small", "--no-serve", "-o", "ici/là")
    assert done.exit_code == Exit.FINE
    assert answering.asked[0][1].time_limit_seconds == demo.SECONDS
    assert composers.limits == [demo.POSTS_SECONDS]
    assert "Facture du planning" in done.stdout
    assert "Aucun temps plein durable n'a été trouvé dans le temps donné" in done.stdout
    written = {"small.xlsx", "small-planning.xlsx", demo.DATABASE}
    assert {path.name for path in Path("ici/là").iterdir() if path.suffix in (".xlsx", ".sqlite")} == written
    assert read_workbook(Path("ici/là/small-planning.xlsx")).faults == ()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Serving]:
    """What would be served."""
    found: list[Serving] = []
    monkeypatch.setattr("ui.cli.serving.serve", lambda how: (found.append(how), Exit.FINE)[1])
    return found


def test_demo_serves_a_database_with_its_plan_and_says_how_to_sign_in(
    run: Run, answering: Answering, asked: list[Serving], composers: Composers
) -> None:
    for composers.real in (False, True):  # it always begins the same, whatever was there
        done = run("demo", "--group", "small")
        assert done.exit_code == Exit.FINE
    how = asked[-1]
    assert how.address == "127.0.0.1"
    assert how.environment[wiring.PRETENDED_NOW] == NOW
    url = how.environment[wiring.DATABASE]
    assert url == f"sqlite:///{Path('demo', demo.DATABASE).resolve()}"
    assert PASSWORD in done.stdout
    store = Store.open(url)
    logins = [word for word in done.stdout.split() if "@exemple.fr" in word]
    assert len(logins) == len(Role)
    signed = [sign_in(store, login, PASSWORD, origin="", now=wall_clock()) for login in logins]
    actors = [actor_of_session(store, one.token, wall_clock()) for one in signed]
    assert {actor.role for actor in actors if actor is not None} == set(Role)
    ((group_id, _),) = store.groups()
    with store.read(group_id) as work:
        assert work.group == generate("small")
        (head,) = work.versions.heads()
        version = work.versions.find(head.monday, head.number)
        (scenario,) = work.scenarios.heads()
    assert scenario.posts > 0
    assert f"à {scenario.posts} temps pleins permanents." in done.stdout
    assert version is not None
    assert head.state is VersionState.DRAFT
    assert version.schedule.assignments == read_workbook(Path("demo/small-planning.xlsx")).schedule.assignments
    store.close()


def test_demo_without_a_plan_serves_nothing(run: Run, answering: Answering, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.cli.serving.serve", lambda how: pytest.fail("served"))
    answering.no_plan = True
    assert run("demo", "--group", "small").exit_code == Exit.NOT_LEGAL


def test_demo_in_a_folder_that_cannot_be_made(run: Run, answering: Answering) -> None:
    Path("demo").write_text("a file")
    done = run("demo", "--group", "small")
    assert done.exit_code == Exit.WRONG_INPUT
    Path("là").write_text("a file")
    done = run("demo", "--group", "small", "-o", "là/bas")
    assert done.exit_code == Exit.WRONG_INPUT
    assert "ne peut pas être créé" in done.stderr
