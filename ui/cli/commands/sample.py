"""`gems sample`: the workbook of a fictitious group."""

from pathlib import Path

import click

from gems.domain.words import Words
from ui.cli.exits import Exit
from ui.cli.parameters import Number, WorkbookOut, WrongValue, not_among
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
MOST_SEED = 2**31 - 1


@click.command("sample", cls=SpokenCommand, words=ABOUT)
@click.argument(
    "group",
    cls=SpokenArgument,
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
    "-o",
    "--output",
    cls=SpokenOption,
    type=WorkbookOut(),
    required=True,
    words=Words("Classeur à écrire.", "Workbook to write."),
)
@click.pass_context
def command(ctx: click.Context, group: str, seed: int, output: Path) -> Exit:
    """See ABOUT."""
    from sample_data import SAMPLE_NAMES

    if group not in SAMPLE_NAMES:
        raise WrongValue(not_among(group, SAMPLE_NAMES), ctx.command.params[0], ctx)
    from ui.cli.samples import write_sample

    made, week = write_sample(group, seed, output)
    people, members = len(made.employees), len(made.members)
    say(
        WRITTEN.fill(name=made.settings.name, people=people, members=members, week=week, file=str(output)),
        NEXT.fill(file=str(output)),
    )
    return Exit.FINE
