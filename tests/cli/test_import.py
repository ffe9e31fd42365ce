"""`gems import`: told first, asked, then whole or not at all."""

from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.domain.life import VersionState
from gems.domain.records import PLACES, records_of, with_records
from gems.store.store import Store
from gems.workbook import write_workbook
from tests.cli.conftest import Run
from tests.store.put import new_group, read
from tests.workbook.small_group import GROUP, MONDAY, SCHEDULE
from ui.cli.exits import Exit
from ui.cli.main import cli


@pytest.fixture
def store(run: Run, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The installation's database, without any group."""
    monkeypatch.setenv("GEMS_DATABASE_URL", database_url)
    opened = Store.open(database_url)
    yield opened
    opened.close()


def workbook(group: Group = GROUP, *, planned: bool = False) -> Path:
    path = Path("group.xlsx")
    write_workbook(group, path, schedule=SCHEDULE if planned else None)
    return path


def without(person: str) -> Group:
    """The group as if this person had never been there."""
    left = GROUP
    for kind in PLACES:
        who = attrgetter("id") if kind is Kind.EMPLOYEE else lambda one: getattr(one, "employee_id", None)
        records = (one for one in records_of(GROUP, kind) if who(one) != person)
        left = with_records(left, kind, tuple(records))
    requests = (replace(one, wanted=one.wanted - {person}, excluded=one.excluded - {person}) for one in left.requests)
    return replace(left, requests=tuple(requests))


def answered(answer: str, *words: object) -> Result:
    """The command, and what is typed when it asks."""
    return CliRunner().invoke(cli, ["import", *map(str, words)], prog_name="gems", input=answer)


def test_the_first_import_makes_the_group(store: Store) -> None:
    done = answered("oui\n", workbook(planned=True))
    assert done.exit_code == Exit.FINE, done.output
    assert f"Le groupement « {GROUP.settings.name} » sera créé." in done.stdout
    assert "salarié : 2 ajouts\n  + Camille Fougère\n  + Dominique Bruyère" in done.stdout
    assert "4 affectations de la semaine du lun. 23 nov. 2026 deviennent un brouillon." in done.stdout
    assert done.stdout.rstrip().endswith("Importé.")
    ((number, _),) = store.groups()
    found = read(store, number)
    for kind in PLACES:
        assert set(records_of(found, kind)) == set(records_of(GROUP, kind)), kind
    with store.read(number) as work:
        (head,) = work.versions.heads(MONDAY)
        assert head.state is VersionState.DRAFT
        assert [deed.act for deed in work.trail.deeds()] == ["import_group"]


def test_what_changes_is_told_field_by_field(store: Store) -> None:
    new_group(store, GROUP)
    first, second, *others = GROUP.employees
    members = tuple(replace(member, phone="05 55 00 00 09") for member in GROUP.members[:1]) + GROUP.members[1:]
    workbook(
        replace(GROUP, members=members, employees=(first, replace(second, max_commute_minutes=77), *others), wishes=())
    )
    done = answered("", "group.xlsx", "--yes")
    assert done.exit_code == Exit.FINE, done.output
    assert f"~ {members[0].name} : Téléphone {GROUP.members[0].phone or '—'} → 05 55 00 00 09" in done.stdout
    assert "→ 77" in done.stdout
    assert f"souhait : {len(GROUP.wishes)} suppressions" in done.stdout
    assert read(store, 1).members == members


@pytest.mark.parametrize("answer", ["non\n", "\n", "n\n", "nein\n"])
def test_a_no_imports_nothing(store: Store, answer: str) -> None:
    done = answered(answer, workbook())
    assert done.exit_code == Exit.NOT_LEGAL
    assert "Rien n'a été importé." in done.stderr
    assert store.groups() == ()


def test_nobody_there_to_answer_imports_nothing(store: Store) -> None:
    done = answered("", workbook())
    assert done.exit_code == Exit.NOT_LEGAL
    assert store.groups() == ()


def test_the_same_workbook_again_changes_nothing_and_asks_nothing(store: Store) -> None:
    assert answered("", workbook(planned=True), "--yes").exit_code == Exit.FINE
    done = answered("", "group.xlsx")
    assert done.exit_code == Exit.FINE, done.output
    assert "Rien ne change" in done.stdout
    with store.read(1) as work:
        assert len(work.versions.heads()) == 1


def test_somebody_with_published_work_is_not_removed(store: Store) -> None:
    assert answered("", workbook(planned=True), "--yes").exit_code == Exit.FINE
    gone = GROUP.employees[0]
    left = without(gone.id)
    done = answered("", workbook(left), "--yes")
    assert done.exit_code == Exit.WRONG_INPUT, done.output
    assert f"{gone.name} figure dans des plannings" in done.stderr
    assert len(read(store, 1).employees) == len(GROUP.employees)


def test_with_several_groups_one_is_named(store: Store) -> None:
    new_group(store, GROUP)
    number = new_group(store, GROUP)
    assert "--group" in answered("", workbook(), "--yes").stderr
    done = answered("", workbook(replace(GROUP, wishes=())), "--yes", "--group", number)
    assert done.exit_code == Exit.FINE, done.output
    assert (read(store, 1).wishes, read(store, number).wishes) == (GROUP.wishes, ())


def test_in_english(store: Store) -> None:
    done = CliRunner().invoke(cli, ["--lang", "en", "import", str(workbook())], prog_name="gems", input="yes\n")
    assert done.exit_code == Exit.FINE, done.output
    assert "employee: 2 added" in done.stdout
    assert "Import? [yes/no]" in done.stdout
