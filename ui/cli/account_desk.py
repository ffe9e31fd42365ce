"""What the commands on accounts share: in whose name they act, on which group and account, and the list they tell."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from gems.access.accounts import house, login_of
from gems.access.policy import ROLE_WORDS, Actor, Role
from gems.domain.words import Words, listing, same
from gems.planning.accounts import AccountRow, accounts
from gems.planning.office import Declined, Office
from gems.store.accounts import Account
from gems.store.desk import reading_desk
from gems.store.store import Store
from ui.cli.database import opened
from ui.cli.exits import wrong_input
from ui.cli.speech import say, spoken
from ui.cli.tables import Column, lines

UNKNOWN = Words(
    "Aucun compte ne porte l'identifiant « {login} ». La liste : gems account list.",
    "No account has the sign-in name “{login}”. The list: gems account list.",
)
NO_GROUP = Words(
    "Il n'y a pas encore de groupement dans cette base : gems serve l'ouvre.",
    "There is no group in this database yet: gems serve opens it.",
)
WHICH_GROUP = Words("Dites de quel groupement, avec --group : {groups}.", "Say of which group, with --group: {groups}.")
NOBODY = Words("Aucun compte.", "No account.")
COLUMNS = (
    Column(Words("Identifiant", "Sign-in name")),
    Column(Words("Nom", "Name")),
    Column(Words("Rôle", "Role")),
    Column(Words("Pour", "For")),
    Column(Words("Entrée", "Way in")),
)
CLOSED = Words("fermé", "closed")
PASSWORD, TEMPORARY = Words("mot de passe", "password"), Words("mot de passe provisoire", "temporary password")
LINK, NO_WAY = Words("lien", "link"), Words("aucune", "none")


@contextmanager
def on_group(database: str | None, number: int | None) -> Iterator[tuple[Office, Actor]]:
    """For the house, in the group of that number or the only one; an ordinary no ends the command in words."""
    with opened(database) as store, declined_in_words():
        yield Office(store), house(group_asked(store, number))


@contextmanager
def on_account(database: str | None, login: str) -> Iterator[tuple[Office, Actor, Account]]:
    """For the house, in the group of the account of that name; an ordinary no ends the command in words."""
    with opened(database) as store, declined_in_words():
        with reading_desk(store) as desk:
            account = desk.accounts.named(login_of(login))
        if account is None:
            raise wrong_input(UNKNOWN.fill(login=login))
        yield Office(store), house(account.group_id), account


def tell_accounts(database: str | None) -> None:
    """The accounts of every group."""
    with opened(database) as store:
        groups = store.groups()
        if not groups:
            raise wrong_input(NO_GROUP)
        for number, name in groups:
            say(same(f"{number} · {name}"))
            _tell(accounts(Office(store), house(number)))


def _tell(rows: Sequence[AccountRow]) -> None:
    if not rows:
        say(NOBODY)
        return
    cells = [
        (row.account.login, row.account.name, spoken(ROLE_WORDS[Role(row.account.role)]), row.of, spoken(_way_in(row)))
        for row in rows
    ]
    for line in lines(COLUMNS, cells):
        click.echo(line)


def _way_in(row: AccountRow) -> Words:
    if row.account.disabled:
        return CLOSED
    password = (TEMPORARY if row.account.must_change else PASSWORD,) if row.account.has_password else ()
    ways = (*password, *((LINK,) if row.has_link else ()))
    return Words(", ".join(way.fr for way in ways), ", ".join(way.en for way in ways)) if ways else NO_WAY


def group_asked(store: Store, number: int | None) -> int:
    """The group of that number, or the only one; ends the command in words when there is none."""
    groups = store.groups()
    if not groups:
        raise wrong_input(NO_GROUP)
    meant = groups[0][0] if number is None and len(groups) == 1 else number
    if meant is None or meant not in dict(groups):
        raise wrong_input(WHICH_GROUP.fill(groups=listing([f"{known} ({name})" for known, name in groups])))
    return meant


@contextmanager
def declined_in_words() -> Iterator[None]:
    """An ordinary no ends the command in words."""
    try:
        yield
    except Declined as no:
        raise wrong_input(no.words) from no
