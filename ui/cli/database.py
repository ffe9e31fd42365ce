"""The database a command works on: the one asked for, else the installation's."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from gems.domain.words import Words
from ui.cli.exits import wrong_input
from ui.cli.speech import SpokenOption

if TYPE_CHECKING:  # opening the store takes time: helping with the commands does not wait for it
    from gems.store.store import Store

database_option = click.option(
    "--database",
    cls=SpokenOption,
    metavar="URL",
    words=Words(
        "Adresse de la base de données. Sans cela : la variable GEMS_DATABASE_URL, sinon gems.sqlite dans ce dossier.",
        "Address of the database. Without it: the variable GEMS_DATABASE_URL, else gems.sqlite in this folder.",
    ),
)


@contextmanager
def opened(database: str | None) -> Iterator["Store"]:
    """The store for one command; whatever is wrong with it ends the command in words."""
    from gems.store.store import Store

    with database_in_words():
        store = Store.open(address(database))
        try:
            yield store
        finally:
            store.close()


@contextmanager
def database_in_words() -> Iterator[None]:
    """Whatever is wrong with a database, or with a backup of one, ends the command in words."""
    from gems.store.backup_file import BadBackup
    from gems.store.engine import NoDatabase

    try:
        yield
    except (NoDatabase, BadBackup) as fault:
        raise wrong_input(fault.words) from fault


def address(database: str | None) -> str:
    """Of the database asked for, else of the installation's."""
    from ui.wiring import database_url

    return database or database_url()
