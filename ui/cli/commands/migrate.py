"""`gems migrate`: brings a database to the tables of this version."""

import click

from gems.domain.words import Words
from ui.cli.database import database_option
from ui.cli.exits import Exit
from ui.cli.speech import SpokenCommand, say

ABOUT = Words(
    "Met la base de données au niveau de cette version de GEMS.\n\n"
    "gems serve le fait aussi en démarrant. Chaque étape se fait entière ou pas du tout ; il n'y a pas de retour : "
    "faites d'abord une sauvegarde avec gems backup.",
    "Brings the database to the level of this version of GEMS.\n\n"
    "gems serve does so too when it starts. Each step is taken whole or not at all; there is no way back: first make "
    "a backup, with gems backup.",
)
STEPS = Words(
    "La base est passée de l'étape {before} à l'étape {after}.", "The database went from step {before} to {after}."
)
EMPTY = Words(
    "La base était vide : ses tables sont prêtes (étape {after}).", "It was empty: its tables are ready (step {after})."
)
ALREADY = Words("La base est déjà à jour (étape {after}).", "The database is up to date already (step {after}).")


@click.command("migrate", cls=SpokenCommand, words=ABOUT)
@database_option
def command(database: str | None) -> Exit:
    """See ABOUT."""
    from gems.store.engine import engine_at
    from gems.store.migrate import upgrade
    from ui.cli.database import address, database_in_words

    with database_in_words(), engine_at(address(database)) as engine:
        steps = upgrade(engine)
    if steps.before is None:
        say(EMPTY.fill(after=steps.after))
    elif steps.before == steps.after:
        say(ALREADY.fill(after=steps.after))
    else:
        say(STEPS.fill(before=steps.before, after=steps.after))
    return Exit.FINE
