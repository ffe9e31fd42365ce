"""`gems replace`: who could do the work of somebody away, ranked."""

from datetime import date
from pathlib import Path

import click

from gems.domain.words import Words
from ui.cli.exits import Exit, wrong_input
from ui.cli.options import json_option
from ui.cli.parameters import Day, Number, WorkbookIn, WorkbookOut
from ui.cli.speech import SpokenArgument, SpokenCommand, SpokenOption

ABOUT = Words(
    "Dit qui peut remplacer une personne absente, du meilleur au moins bon.\n\n"
    "Chaque solution respecte toutes les règles : quelqu'un de libre, quelqu'un qui cède une intervention à un "
    "collègue, ou deux échanges à la suite. Elle est donnée avec son prix, le délai, les heures, la route, et ce qui "
    "change d'autre. Avec -o, la meilleure (ou celles de --take) est faite et le planning écrit.",
    "Tells who can replace somebody away, the best first.\n\n"
    "Each way keeps every rule: somebody free, somebody who gives one piece of work to a colleague, or two exchanges "
    "in a row. It comes with its price, notice, hours, road, and what else changes. With -o, the best one (or those of "
    "--take) is made and the plan written.",
)
WHO_OR_WHAT = Words(
    "Dites qui remplacer (--person et --from), ou la demande à servir (--request).",
    "Tell whom to replace (--person and --from), or the request to serve (--request).",
)
MOST_NUMBER = 9_999


@click.command("replace", cls=SpokenCommand, words=ABOUT)
@click.argument(
    "source",
    cls=SpokenArgument,
    metavar="PLAN.xlsx",
    type=WorkbookIn(),
    words=Words("le classeur qui contient le planning", "the workbook that holds the schedule"),
)
@click.option(
    "--person",
    cls=SpokenOption,
    metavar="NAME",
    words=Words("Nom ou identifiant de la personne absente.", "Name or identifier of the person away."),
)
@click.option(
    "--from",
    "first",
    cls=SpokenOption,
    type=Day(),
    words=Words("Premier jour de l'absence.", "First day of the absence."),
)
@click.option(
    "--to",
    "last",
    cls=SpokenOption,
    type=Day(),
    words=Words("Dernier jour, compris (sans cela : le premier).", "Last day, included (without it: the first)."),
)
@click.option(
    "--request",
    cls=SpokenOption,
    metavar="ID",
    words=Words("Demande non servie à confier, au lieu d'une absence.", "Unserved request to give, not an absence."),
)
@click.option(
    "--as-of",
    cls=SpokenOption,
    type=Day(),
    words=Words(
        "Jour où l'on prévient : le planning compte alors comme publié (sans cela : ce que dit le classeur).",
        "Day of telling: the schedule then counts as published (without it: as the workbook says).",
    ),
)
@click.option(
    "--take",
    cls=SpokenOption,
    type=Number(1, MOST_NUMBER),
    multiple=True,
    words=Words("Numéro à retenir avec -o ; peut se répéter.", "Number to take with -o; may be repeated."),
)
@click.option(
    "-o",
    "--output",
    cls=SpokenOption,
    type=WorkbookOut(),
    words=Words("Classeur à écrire, le remplacement fait.", "Workbook to write, the replacement made."),
)
@json_option
def command(
    source: Path,
    person: str | None,
    first: date | None,
    last: date | None,
    request: str | None,
    as_of: date | None,
    take: tuple[int, ...],
    output: Path | None,
    as_json: bool,
) -> Exit:
    """See ABOUT."""
    if (person is None) == (request is None) or (person is not None and first is None):
        raise wrong_input(WHO_OR_WHAT)
    from ui.cli import replacing
    from ui.cli.json_out import faults_too, put
    from ui.cli.replace_words import replace_facts, tell, tell_taken

    with faults_too(as_json):
        asked = replacing.Asked(person=person, first=first, last=last, request=request, as_of=as_of)
        answered = replacing.answer(source, asked)
    filled = replacing.take(answered, take) if output is not None else None
    if filled is not None and output is not None:
        replacing.write(answered, filled, output)
    if as_json:
        put(replace_facts(answered, filled, output))
    else:
        tell(answered)
        if filled is not None and output is not None:
            tell_taken(answered, filled, output)
    return Exit.FINE if all(listing.entries for listing in answered.listings) else Exit.NOT_LEGAL
