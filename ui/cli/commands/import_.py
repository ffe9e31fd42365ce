"""`gems import`: a workbook into the database."""

from pathlib import Path

import click

from gems.domain.words import Words
from ui.cli.database import database_option
from ui.cli.exits import Exit
from ui.cli.options import source_argument
from ui.cli.parameters import Number
from ui.cli.speech import SpokenCommand, SpokenOption

ABOUT = Words(
    "Met un classeur dans la base de données, entier ou pas du tout.\n\n"
    "Ce que l'import ajoutera, modifiera et supprimera est d'abord montré, puis demandé. Le groupement devient ce que "
    "dit le classeur ; ses plannings deviennent des brouillons, et rien de publié ne change. Dans une base vide, le "
    "groupement est créé.",
    "Puts a workbook into the database, whole or not at all.\n\n"
    "What the import will add, change and remove is shown first, then asked. The group becomes what the workbook says; "
    "its schedules become drafts, and nothing published changes. In an empty database, the group is made.",
)
MOST_GROUPS = 1_000_000


@click.command("import", cls=SpokenCommand, words=ABOUT)
@source_argument
@click.option("--yes", cls=SpokenOption, is_flag=True, words=Words("Importe sans demander.", "Imports without asking."))
@click.option(
    "--group",
    cls=SpokenOption,
    type=Number(1, MOST_GROUPS),
    words=Words(
        "Numéro du groupement, quand la base en contient plusieurs.",
        "Number of the group, when the database holds several.",
    ),
)
@database_option
def command(source: Path, yes: bool, group: int | None, database: str | None) -> Exit:
    """See ABOUT."""
    from ui.cli.importing import import_workbook

    import_workbook(source, database, group, ask=not yes)
    return Exit.FINE
