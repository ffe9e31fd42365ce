"""`gems template`: an empty workbook to fill in."""

from pathlib import Path

import click

from gems.domain.words import Words
from ui.cli.exits import Exit, wrong_input
from ui.cli.options import output_option
from ui.cli.speech import SpokenCommand, SpokenOption, say, session

ABOUT = Words(
    "Écrit un classeur vide à remplir.\n\n"
    "Une feuille par sujet, avec des listes de choix et une feuille d'aide. Un fichier qui existe déjà n'est pas "
    "remplacé, sauf avec --force.",
    "Writes an empty workbook to fill in.\n\n"
    "One sheet a subject, with drop-downs and a help sheet. A file that already exists is not replaced, unless you "
    "say --force.",
)
EXISTS = Words(
    "« {file} » existe déjà ; choisissez un autre nom, ou ajoutez --force pour le remplacer.",
    "“{file}” already exists; choose another name, or add --force to replace it.",
)
WRITTEN = Words("Classeur vide écrit : {file}", "Empty workbook written: {file}")
NEXT = Words(
    "Remplissez-le dans votre tableur, puis : gems plan {file} -o planning.xlsx",
    "Fill it in with your spreadsheet program, then: gems plan {file} -o plan.xlsx",
)


@click.command("template", cls=SpokenCommand, words=ABOUT)
@output_option
@click.option(
    "--examples",
    cls=SpokenOption,
    is_flag=True,
    words=Words("Avec une ligne d'exemple par feuille.", "With an example line on each sheet."),
)
@click.option(
    "--force",
    cls=SpokenOption,
    is_flag=True,
    words=Words("Remplace le fichier s'il existe.", "Replaces the file if it exists."),
)
def command(output: Path, examples: bool, force: bool) -> Exit:
    """See ABOUT."""
    if output.exists() and not force:
        raise wrong_input(EXISTS.fill(file=str(output)))
    from gems.workbook import write_template

    write_template(output, examples=examples, language=session().language)
    say(WRITTEN.fill(file=str(output)), NEXT.fill(file=str(output)))
    return Exit.FINE
