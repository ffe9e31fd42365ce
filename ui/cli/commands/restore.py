"""`gems restore`: a backup back into a database."""

from pathlib import Path

import click

from gems.domain.time import day_of, instant_of
from gems.domain.words import Words, clock, day
from ui.cli.exits import Exit
from ui.cli.parameters import FileIn
from ui.cli.speech import SpokenArgument, SpokenCommand, SpokenOption, say

ABOUT = Words(
    "Remet une sauvegarde dans une base de données, entière ou pas du tout.\n\n"
    "Arrêtez d'abord gems serve. Une sauvegarde d'une version plus ancienne de GEMS est mise à niveau en chemin. "
    "Chacun se connectera de nouveau ; les liens personnels sont ceux du jour de la sauvegarde.",
    "Puts a backup back into a database, whole or not at all.\n\n"
    "Stop gems serve first. A backup of an older version of GEMS is brought up to date on the way. Everybody signs in "
    "again; personal links are those of the day of the backup.",
)
DONE = Words(
    "Restauré : la sauvegarde du {day}, {clock} ({rows} lignes).",
    "Restored: the backup of {day}, {clock} ({rows} rows).",
)


@click.command("restore", cls=SpokenCommand, words=ABOUT)
@click.argument(
    "file", cls=SpokenArgument, metavar="FILE", type=FileIn(), words=Words("la sauvegarde", "the backup to put back")
)
@click.option(
    "--into",
    cls=SpokenOption,
    metavar="URL",
    words=Words(
        "Adresse de la base à remplir. Sans cela : la variable GEMS_DATABASE_URL, sinon gems.sqlite dans ce dossier.",
        "Address of the database to fill. Without it: the variable GEMS_DATABASE_URL, else gems.sqlite in this folder.",
    ),
)
@click.option(
    "--replace",
    cls=SpokenOption,
    is_flag=True,
    words=Words("Remplace tout ce que la base contient.", "Replaces everything that the database holds."),
)
def command(file: Path, into: str | None, replace: bool) -> Exit:
    """See ABOUT."""
    from gems.store.backup_file import opened_backup
    from gems.store.engine import engine_at
    from gems.store.restore import restore
    from ui.cli.database import address, database_in_words

    # The backup is looked at first: a mistyped name makes no database.
    with database_in_words(), opened_backup(file), engine_at(address(into), must_exist=False) as engine:
        restored = restore(engine, file, replace=replace)
    made, rows = instant_of(restored.made_at), sum(restored.rows.values())
    say(DONE.fill(day=day(day_of(made), year=True), clock=clock(made), rows=rows))
    return Exit.FINE
