"""`gems sample`: the workbook of a fictitious group."""

from pathlib import Path

import click

from gems.domain.words import Words
from ui.cli.exits import Exit
from ui.cli.options import MOST_SEED, SAMPLE, output_option
from ui.cli.parameters import Number
from ui.cli.speech import SpokenArgument, SpokenCommand, SpokenOption, say

ABOUT = Words(
    "Écrit le classeur d'un groupement fictif, pour essayer.\n\n"
    "Tout y est inventé, sur la carte de la Creuse. Même groupe et même graine : même classeur.",
    "Writes the workbook of a fictitious group, to try things.\n\n"
    "Everything is invented, on the map of Creuse. Same group and same seed: same workbook.",
)
WRITTEN = Words(
    "{name} : {people} personnes, {members} adhérents, semaine {week}. Classeur écrit : {file}",
    "{name}: {people} people, {members} members, week {week}. Workbook written: {file}",
)
NEXT = Words("Pour bâtir son planning : gems plan {file} -o planning.xlsx", "To plan it: gems plan {file} -o plan.xlsx")


@click.command("sample", cls=SpokenCommand, words=ABOUT)
@click.argument(
    "group",
    cls=SpokenArgument,
    type=SAMPLE,
    metavar="GROUP",
    words=Words(
        "small (8 personnes), gems23 (30), county (150) ou large (350)",
        "small (8 people), gems23 (30), county (150) or large (350)",
    ),
)
@click.option(
    "--seed",
    cls=SpokenOption,
    type=Number(0, MOST_SEED),
    default=1,
    words=Words("Graine du hasard (1) : une autre donne un autre groupe.", "Seed (1): another gives another group."),
)
@click.option(
    "--demand",
    cls=SpokenOption,
    type=Number(50, 200),
    words=Words(
        "Heures demandées pour cent heures de contrat ; 130 : il manque près d'une heure sur quatre.",
        "Hours asked for a hundred of contract; 130: nearly one hour in four is missing.",
    ),
)
@click.option(
    "--year",
    cls=SpokenOption,
    type=Number(2025, 2035),
    words=Words(
        "Le groupement au début de cette année, congés, maladies et saisons compris (voir gems simulate).",
        "The group at the start of this year, with its leave, sickness and seasons (see gems simulate).",
    ),
)
@output_option
def command(group: str, seed: int, demand: int | None, year: int | None, output: Path) -> Exit:
    """See ABOUT."""
    from ui.cli.samples import write_sample

    made, week = write_sample(group, seed, output, demand=demand, year=year)
    people, members = len(made.employees), len(made.members)
    say(
        WRITTEN.fill(name=made.settings.name, people=people, members=members, week=week, file=str(output)),
        NEXT.fill(file=str(output)),
    )
    return Exit.FINE
