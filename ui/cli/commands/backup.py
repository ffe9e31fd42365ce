"""`gems backup`: the whole database in one file."""

from pathlib import Path

import click

from gems.domain.words import Words
from ui.cli.database import database_option
from ui.cli.exits import Exit, wrong_input
from ui.cli.parameters import BackupOut
from ui.cli.speech import SpokenArgument, SpokenCommand, say

ABOUT = Words(
    "Sauvegarde toute la base de données dans un fichier.\n\n"
    "La sauvegarde est celle d'un seul instant, même pendant que le groupement travaille, et se restaure aussi bien "
    "dans un fichier SQLite que dans PostgreSQL. Elle contient des données personnelles, et n'est lisible que par "
    "vous : rangez-la à l'abri, ailleurs que sur cette machine. Les connexions en cours n'y sont pas.",
    "Backs up the whole database to one file.\n\n"
    "The backup is of a single moment, even while the group works, and can be restored into a SQLite file as well as "
    "into PostgreSQL. It holds personal data, and only you can read it: keep it in a safe place, elsewhere than on "
    "this machine. Who is signed in is not part of it.",
)
NOT_WRITTEN = Words(
    "« {file} » ne peut pas être écrit : vérifiez la place sur le disque et vos droits sur ce dossier.",
    "“{file}” cannot be written: check the room on the disk and your rights on that folder.",
)
DONE = Words("Sauvegarde écrite : {file} ({rows} lignes).", "Backup written: {file} ({rows} rows).")


@click.command("backup", cls=SpokenCommand, words=ABOUT)
@click.argument(
    "file",
    cls=SpokenArgument,
    metavar="FILE",
    type=BackupOut(),
    words=Words("le fichier à écrire, par exemple gems-2026-11-23.zip", "the file to write: gems-2026-11-23.zip"),
)
@database_option
def command(file: Path, database: str | None) -> Exit:
    """See ABOUT."""
    from gems.store.backup import back_up
    from gems.store.engine import engine_at
    from gems.store.store import wall_clock
    from ui.cli.database import address, database_in_words

    with database_in_words(), engine_at(address(database)) as engine:
        try:
            made = back_up(engine, file, wall_clock())
        except OSError as error:
            raise wrong_input(NOT_WRITTEN.fill(file=str(file))) from error
    say(DONE.fill(file=str(file), rows=sum(made.rows.values())))
    return Exit.FINE
