"""`gems account`: what whoever holds the machine does with accounts."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from click.testing import Result

from gems.access import passwords
from gems.access.links import account_of_calendar, sign_in_by_link
from gems.access.sign_in import NotSignedIn, choose_password, sign_in
from gems.domain.group import Settings
from gems.store.store import Store, wall_clock
from sample_data import generate
from tests.cli.conftest import Run
from tests.databases import Copy
from tests.store.put import sample_group
from ui.cli.commands.account import command
from ui.cli.exits import Exit
from ui.cli.families import Family
from ui.cli.speech import SpokenArgument, SpokenCommand, SpokenOption
from ui.web.gate.paths import CALENDARS, LINKS

HERE = "192.0.2.7"
PASSWORD = "le chat boit du café"
COORDINATOR = ("add", "--role", "coordinator", "--login", "Anne@gemfa.fr", "--name", "Anne")


@pytest.fixture(autouse=True)
def quick_hashing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashing is slow on purpose; here it is only done often."""
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def store(run: Run, copied_database: Copy, tmp_path: Path) -> Iterator[Store]:
    """The database of the folder, with a group in it."""
    file = tmp_path / "gems.sqlite"
    with copied_database("sqlite", sample_group()) as (url, _):
        shutil.copyfile(url.removeprefix("sqlite:///"), file)
    opened = Store.open(f"sqlite:///{file}")
    yield opened
    opened.close()


@pytest.fixture
def account(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call `gems account` in that folder."""
    monkeypatch.delenv("GEMS_DATABASE_URL", raising=False)
    return lambda *words, **environment: run("account", *words, **environment)


def shown_once(done: Result, before: str) -> str:
    """The secret written at the end of a line."""
    assert done.exit_code == Exit.FINE, done.output
    found = re.search(rf"{before}.* : (\S+)$", done.stdout, re.M)
    assert found is not None, done.stdout
    return found[1]


def opens(store: Store, login: str, password: str) -> bool:
    """Whether these sign somebody in."""
    try:
        sign_in(store, login, password, origin=HERE, now=wall_clock())
    except NotSignedIn:
        return False
    return True


@pytest.mark.parametrize("name", list(command.commands))
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_command_has_words(account: Run, run: Run, name: str, language: str) -> None:
    assert isinstance(command, Family)
    found = command.commands[name]
    assert isinstance(found, SpokenCommand)
    shown = " ".join(run("--lang", language, "account", name, "--help").stdout.split())
    for each in (found, *found.params):
        assert isinstance(each, SpokenCommand | SpokenOption | SpokenArgument)
        assert (each.words.fr if language == "fr" else each.words.en) in shown


def test_an_account_is_opened_and_its_password_changed_first(account: Run, store: Store) -> None:
    password = shown_once(account(*COORDINATOR), "Mot de passe provisoire")
    came = sign_in(store, "anne@gemfa.fr", password, origin=HERE, now=wall_clock())
    assert came.must_change
    choose_password(store, came.token, PASSWORD, now=wall_clock())
    assert opens(store, "anne@gemfa.fr", PASSWORD)
    number = store.groups()[0][0]
    with store.read(number) as work:
        made = work.trail.deeds()[-1]
    assert (made.who, made.act, made.subject) == ("ligne de commande", "manage_accounts", "Anne")


def test_the_life_of_an_account(account: Run, store: Store) -> None:
    account(*COORDINATOR)
    account("add", "--role", "board", "--login", "paul", "--name", "Paul")
    password = shown_once(account("reset", "PAUL"), "Mot de passe provisoire")
    assert opens(store, "paul", password)
    assert account("disable", "paul").exit_code == Exit.FINE
    assert not opens(store, "paul", password)
    assert account("disable", "paul").exit_code == Exit.WRONG_INPUT
    assert account("reset", "paul").exit_code == Exit.WRONG_INPUT
    assert account("enable", "paul").exit_code == Exit.FINE
    assert opens(store, "paul", password)


def test_links_are_given_and_taken_back(account: Run, store: Store) -> None:
    member = generate("small").members[0]
    words = ("--role", "member", "--login", "mairie", "--name", "Mairie", "--member", member.id, "--no-password")
    done = account("add", *words)
    assert "provisoire" not in done.stdout
    path = shown_once(account("link", "mairie", "--days", 3), "Lien personnel")
    feed = shown_once(account("link", "mairie", "--calendar"), "Lien personnel")
    assert path.startswith(LINKS)
    assert feed.startswith(CALENDARS)
    token, calendar = path.removeprefix(LINKS), feed.removeprefix(CALENDARS).removesuffix(".ics")
    assert sign_in_by_link(store, token, now=wall_clock())
    assert account_of_calendar(store, calendar, now=wall_clock()) is not None
    with pytest.raises(NotSignedIn):
        sign_in_by_link(store, token, now=wall_clock() + 3 * 86_400 + 60)
    assert "Mairie : 2" in account("revoke", "mairie").stdout
    with pytest.raises(NotSignedIn):
        sign_in_by_link(store, token, now=wall_clock())
    assert account_of_calendar(store, calendar, now=wall_clock()) is None
    assert "Mairie : 0" in account("revoke", "mairie").stdout


def test_the_list_tells_who_comes_in_how(account: Run, store: Store) -> None:
    employee = generate("small").employees[0]
    assert "Aucun compte" in account("list").stdout
    account(*COORDINATOR)
    account("add", "--role", "employee", "--login", "j", "--name", "J", "--employee", employee.id, "--no-password")
    assert "aucune" in account("list").stdout
    account("link", "j")
    row = next(line for line in account("list").stdout.splitlines() if line.startswith("j "))
    assert employee.name in row
    assert row.endswith("lien")
    account("disable", "j")
    shown = account("list", GEMS_LANG="en").stdout
    assert "closed" in shown
    assert "temporary password" in shown


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("reset", "nobody"), "Aucun compte ne porte l'identifiant « nobody »"),
        (("add", "--role", "king", "--login", "x", "--name", "X"), "n'est pas connu"),
        (("add", "--role", "member", "--login", "x", "--name", "X"), "dit lequel"),
        (("add", "--role", "employee", "--login", "x", "--name", "X", "--employee", "nobody"), "dit lequel"),
        (("add", "--role", "board", "--login", "x", "--name", "X", "--member", "M001"), "laissez ces champs vides"),
        (("add", "--role", "board", "--login", "a b", "--name", "X"), "espace"),
        (("add", "--role", "board", "--login", "x", "--name", " "), "Le nom manque"),
        ((*COORDINATOR, "--group", "77"), "--group"),
        (("disable", "anne"), "dernier compte de coordination"),
        (("link", "anne"), "n'a pas de lien personnel"),
        (("link", "anne", "--days", "0"), "de 1 à"),
        ((*COORDINATOR[:4], "ANNE", *COORDINATOR[5:]), "déjà celui d'un compte"),
        (("erase",), "n'existe pas ; au choix : list"),
        (("list", "--database", "nonsense"), "n'est pas comprise"),
    ],
)
def test_what_cannot_be_done_is_said(account: Run, store: Store, words: tuple[str, ...], said: str) -> None:
    account("add", "--role", "coordinator", "--login", "anne", "--name", "Anne")
    done = account(*words)
    assert done.exit_code == Exit.WRONG_INPUT
    assert said in " ".join(done.stderr.split())


def test_a_database_without_a_group_says_how_to_begin(account: Run, tmp_path: Path) -> None:
    for words in (("list",), COORDINATOR):
        done = account(*words, "--database", f"sqlite:///{tmp_path}/new.sqlite")
        assert done.exit_code == Exit.WRONG_INPUT
        assert "gems serve" in done.stderr


def test_with_several_groups_one_says_which(account: Run, store: Store) -> None:
    other = store.add_group(Settings(name="Ailleurs"))
    refused = account(*COORDINATOR)
    assert refused.exit_code == Exit.WRONG_INPUT
    assert f"{other} (Ailleurs)" in refused.stderr
    assert account(*COORDINATOR, "--group", other).exit_code == Exit.FINE
    shown = account("list").stdout
    assert shown.index(f"{other} · Ailleurs") < shown.index("anne@gemfa.fr")


def test_the_variable_names_the_database(account: Run, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/elsewhere/group.sqlite"
    Store.open(url).close()
    assert "gems serve" in account("list", GEMS_DATABASE_URL=url).stderr
