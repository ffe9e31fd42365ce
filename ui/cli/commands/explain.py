"""`gems explain`: why hours are not served, what serving them would cost, what would open the way."""

from datetime import date
from pathlib import Path

import click

from gems.domain.words import Words
from ui.cli.exits import Exit
from ui.cli.options import json_option
from ui.cli.parameters import Day, Number, WorkbookIn
from ui.cli.speech import SpokenArgument, SpokenCommand, SpokenOption

ABOUT = Words(
    "Dit pourquoi une demande n'est pas servie.\n\n"
    "Qui en est empêché et par quelle règle ; ce que la servir coûterait, et ce qui bougerait ou tomberait ; ce qui "
    "ouvrirait la voie (une autre heure, un autre jour, un contrat, une dérogation…), avec son prix. Tout est "
    "vérifié : chaque règle par le vérificateur, chaque prix par un calcul. Sans --request : la liste de ce qui n'est "
    "pas servi.",
    "Tells why a request is not served.\n\n"
    "Who is kept from it and by which rule; what serving it would cost, and what would move or fall; what would open "
    "the way (another hour, another day, a contract, a derogation…), with its price. Everything is verified: each rule "
    "by the checker, each price by a solve. Without --request: the list of what is not served.",
)
USUAL_SECONDS, MOST_SECONDS = 8.0, 600.0


@click.command("explain", cls=SpokenCommand, words=ABOUT)
@click.argument(
    "source",
    cls=SpokenArgument,
    metavar="PLAN.xlsx",
    type=WorkbookIn(),
    words=Words("le classeur qui contient le planning", "the workbook that holds the schedule"),
)
@click.option(
    "--request",
    cls=SpokenOption,
    metavar="ID",
    words=Words("Identifiant ou libellé de la demande.", "Identifier or label of the request."),
)
@click.option(
    "--day",
    cls=SpokenOption,
    type=Day(),
    words=Words("Jour, quand la demande en a plusieurs.", "Day, when the request has several."),
)
@click.option(
    "--time-limit",
    cls=SpokenOption,
    type=Number(1, MOST_SECONDS, whole=False, metavar="S"),
    default=USUAL_SECONDS,
    words=Words("Secondes de calcul au plus (8).", "Seconds of solving at most (8)."),
)
@json_option
def command(source: Path, request: str | None, day: date | None, time_limit: float, as_json: bool) -> Exit:
    """See ABOUT."""
    from ui.cli import explaining
    from ui.cli.explain_words import explain_facts, list_facts, tell, tell_list
    from ui.cli.json_out import faults_too, put

    with faults_too(as_json):
        asked = explaining.asked(source)
    if request is None:
        if as_json:
            put(list_facts(asked))
        else:
            tell_list(asked)
        return Exit.FINE
    told = explaining.answer(asked, request, day, time_limit)
    if as_json:
        put(explain_facts(asked, told))
    else:
        tell(asked, told)
    return Exit.FINE
