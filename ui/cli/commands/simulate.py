"""`gems simulate`: many weeks one after the other, each planned from the one before."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from gems.domain.words import Words
from ui.cli.exits import Exit
from ui.cli.options import (
    MOST_WEEKS,
    cluster_option,
    json_option,
    output_option,
    profile_option,
    seed_option,
    source_argument,
    workers_option,
)
from ui.cli.parameters import Number, Week
from ui.cli.speech import BLANK, SpokenCommand, SpokenOption, say

ABOUT = Words(
    "Simule des semaines à la suite : chacune est planifiée, jugée, puis passée dans l'historique de la suivante.\n\n"
    "Le rapport montre semaine par semaine la part servie, l'équité, et le solde de l'année de chaque personne. Une "
    "maladie n'est connue que dans sa semaine. D'une année entière, il dit aussi, de chaque temps plein qui finit loin "
    "de ses heures, ce que la demande permet au plus. Pour essayer : gems sample gems23 --year 2027. Ctrl+C garde les "
    "semaines déjà faites ; deux fois : abandonne.",
    "Simulates weeks in a row: each is planned, judged, then put into the history of the next.\n\n"
    "The report shows week by week the share served, fairness, and the balance of each person's year. Sickness is "
    "known in its own week only. Of a whole year it also says, of each full-timer who closes far from their hours, "
    "what demand allows at most. To try it: gems sample gems23 --year 2027. Ctrl+C keeps the weeks done; twice: gives "
    "up.",
)
WRITTEN = Words("Rapport écrit : {file}", "Report written: {file}")
MOST_SECONDS = 3600


@click.command("simulate", cls=SpokenCommand, words=ABOUT)
@source_argument
@click.option(
    "--weeks",
    cls=SpokenOption,
    type=Number(1, MOST_WEEKS),
    default=52,
    words=Words("Combien de semaines (52).", "How many weeks (52)."),
)
@click.option(
    "--from",
    "first",
    cls=SpokenOption,
    type=Week(),
    words=Words(
        "Première semaine. Sans cela : celle qui suit l'historique du classeur.",
        "First week. Without it: the one after the workbook's history.",
    ),
)
@click.option(
    "--time-limit",
    cls=SpokenOption,
    type=Number(1, MOST_SECONDS, whole=False, metavar="S"),
    default=6.0,
    words=Words("Secondes de recherche par semaine, au plus (6).", "Seconds of search a week at most (6)."),
)
@workers_option
@seed_option
@profile_option
@cluster_option
@output_option
@json_option
def command(
    source: Path,
    weeks: int,
    first: date | None,
    profile: str | None,
    cluster: str | None,
    output: Path,
    as_json: bool,
    **search: Any,
) -> Exit:
    """See ABOUT."""
    from ui.cli.json_out import faults_too, put
    from ui.cli.planning import options
    from ui.cli.simulating import Wish, facts, simulate_workbook, tell

    wish = Wish(weeks=weeks, first=first, profile=profile, cluster=cluster, options=options(**search), quiet=as_json)
    with faults_too(as_json):
        done = simulate_workbook(source, output, wish)
    if as_json:
        put({**facts(done), "output": str(output)})
    else:
        tell(done)
        say(BLANK, WRITTEN.fill(file=str(output)))
    return Exit.NOT_LEGAL if done.broken or done.why_ended else Exit.FINE
