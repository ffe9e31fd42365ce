"""`gems check`: judges the schedule of a workbook, whoever made it."""

from pathlib import Path

import click

from gems.domain.words import Words
from ui.cli.exits import Exit, wrong_input
from ui.cli.options import json_option
from ui.cli.parameters import WorkbookIn
from ui.cli.speech import SpokenArgument, SpokenCommand

ABOUT = Words(
    "Juge le planning d'un classeur, fait par GEMS ou à la main.\n\n"
    "Chaque règle enfreinte est dite avec la personne, le jour, le chiffre et l'article. Une ligne sans mission est "
    "rattachée à la demande qu'elle sert.",
    "Judges the schedule of a workbook, made by GEMS or by hand.\n\n"
    "Each broken rule is told with the person, the day, the figure and the article. A line without a mission is given "
    "the request it serves.",
)
NO_SCHEDULE = Words(
    "{file} ne contient pas de planning : sa feuille « Planning » est vide.",
    "{file} holds no schedule: its “Schedule” sheet is empty.",
)


@click.command("check", cls=SpokenCommand, words=ABOUT)
@click.argument(
    "source",
    cls=SpokenArgument,
    metavar="PLAN.xlsx",
    type=WorkbookIn(),
    words=Words("le classeur qui contient le planning", "the workbook that holds the schedule"),
)
@json_option
def command(source: Path, as_json: bool) -> Exit:
    """See ABOUT."""
    from ui import wiring
    from ui.cli.check_words import check_facts, tell
    from ui.cli.json_out import faults_too, put
    from ui.cli.reading import sound

    with faults_too(as_json):
        reading = sound(source)
    assert reading.group is not None
    if reading.schedule is None or not reading.schedule.assignments:
        raise wrong_input(NO_SCHEDULE.fill(file=source.name))
    audit = wiring.audit_of(reading.group, reading.schedule, as_of=reading.as_of)
    if as_json:
        put(check_facts(audit))
    else:
        tell(audit)
    return Exit.NOT_LEGAL if audit.verdict.violations else Exit.FINE
