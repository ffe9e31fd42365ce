"""`gems compose`: which full-time permanent posts could be created out of members' hours."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from gems.domain.words import Words
from ui.cli.exits import Exit
from ui.cli.options import MOST_WEEKS, json_option, output_option, seed_option, source_argument, workers_option
from ui.cli.parameters import Number, Week
from ui.cli.speech import BLANK, SpokenCommand, SpokenOption, say

ABOUT = Words(
    "Compose des temps pleins permanents avec les heures que les adhérents demandent dans l'année.\n\n"
    "Chaque poste a un métier, une commune de départ, quatre adhérents au plus (ou --members), deux semaines types "
    "légales qui se répètent, et ferme son année à 1 607 h. Le résultat dit combien d'heures sont placées, combien au "
    "plus pourraient l'être (prouvé), ce qui reste et pourquoi, les heures à vendre pour créer un poste de plus, et ce "
    "que le départ d'un adhérent casserait. Pour essayer : gems sample gems23 --year 2027. Ctrl+C garde les postes "
    "trouvés.",
    "Composes full-time permanent posts out of the hours that members ask for in the year.\n\n"
    "Each post has a job, a home town, four members at most (or --members), two legal typical weeks that repeat, and "
    "closes its year at 1,607 h. The result says how many hours are placed, how many could be at most (proven), what "
    "remains and why, which hours to sell to create one more post, and what a member's leaving would break. To try "
    "it: gems sample gems23 --year 2027. Ctrl+C keeps the posts found.",
)
WRITTEN = Words("Scénario écrit : {file}", "Scenario written: {file}")
MOST_SECONDS, MOST_MEMBERS, MOST_MINUTES = 7200, 12, 120


@click.command("compose", cls=SpokenCommand, words=ABOUT)
@source_argument
@click.option(
    "--from",
    "first",
    cls=SpokenOption,
    type=Week(),
    words=Words(
        "Première semaine de l'année ou de la saison. Sans cela : celle qui suit l'historique du classeur.",
        "First week of the year or season. Without it: the one after the workbook's history.",
    ),
)
@click.option(
    "--weeks",
    cls=SpokenOption,
    type=Number(2, MOST_WEEKS),
    default=52,
    words=Words("Combien de semaines (52).", "How many weeks (52)."),
)
@click.option(
    "--members",
    cls=SpokenOption,
    type=Number(1, MOST_MEMBERS),
    default=4,
    words=Words("Adhérents par poste, au plus (4).", "Members a post at most (4)."),
)
@click.option(
    "--drive",
    cls=SpokenOption,
    type=Number(5, MOST_MINUTES),
    default=40,
    words=Words(
        "Minutes de route entre le domicile et chaque lieu, au plus (40).",
        "Minutes of driving between home and each site at most (40).",
    ),
)
@click.option(
    "--time-limit",
    cls=SpokenOption,
    type=Number(1, MOST_SECONDS, whole=False, metavar="S"),
    default=120.0,
    words=Words("Secondes de recherche, au plus (120).", "Seconds of search at most (120)."),
)
@workers_option
@seed_option
@output_option
@json_option
def command(
    source: Path,
    first: date | None,
    weeks: int,
    members: int,
    drive: int,
    output: Path,
    as_json: bool,
    **search: Any,
) -> Exit:
    """See ABOUT."""
    from ui.cli.composing import Wish, compose_workbook, facts, tell
    from ui.cli.json_out import faults_too, put
    from ui.cli.planning import options

    wish = Wish(first=first, weeks=weeks, members=members, drive=drive, options=options(**search), quiet=as_json)
    with faults_too(as_json):
        done = compose_workbook(source, output, wish)
    if as_json:
        put({**facts(done), "output": str(output)})
    else:
        tell(done)
        say(BLANK, WRITTEN.fill(file=str(output)))
    return Exit.FINE
