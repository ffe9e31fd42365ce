"""`gems plan`: plans the weeks of a workbook."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from gems.domain.words import Words
from ui.cli.exits import Exit
from ui.cli.options import (
    cluster_option,
    json_option,
    output_option,
    planned_weeks_option,
    profile_option,
    seed_option,
    source_argument,
    workers_option,
)
from ui.cli.parameters import Number, Week, WrongValue
from ui.cli.speech import BLANK, SpokenCommand, SpokenOption, say

ABOUT = Words(
    "Bâtit le planning d'un classeur et l'écrit dans un autre.\n\n"
    "Le planning respecte toutes les règles (gems rules) et coûte le moins possible ; ce qui ne peut pas être servi "
    "est expliqué. Ce qui est verrouillé dans la feuille Planning est gardé. Ctrl+C arrête et garde le meilleur "
    "planning trouvé ; deux fois : abandonne.",
    "Plans the weeks of a workbook and writes the plan to another.\n\n"
    "The plan keeps every rule (gems rules) and costs as little as possible; what cannot be served is explained. What "
    "is locked on the Schedule sheet is kept. Ctrl+C stops and keeps the best plan found; twice: gives up.",
)
SAME_FILE = Words(
    "Le planning s'écrit dans un autre classeur que celui du groupement : choisissez un autre nom.",
    "The plan goes to another workbook than the group's own: choose another name.",
)
WRITTEN = Words("Planning écrit : {file}", "Plan written: {file}")
MOST_SECONDS = 86_400


@click.command("plan", cls=SpokenCommand, words=ABOUT)
@source_argument
@click.option(
    "--week",
    cls=SpokenOption,
    type=Week(),
    words=Words(
        "Semaine à planifier (ou un de ses jours). Sans cela : celle du classeur, sinon la semaine prochaine.",
        "Week to plan (or one of its days). Without it: the workbook's, else next week.",
    ),
)
@planned_weeks_option
@click.option(
    "--time-limit",
    cls=SpokenOption,
    type=Number(1, MOST_SECONDS, whole=False, metavar="S"),
    words=Words("Secondes de recherche au plus (60).", "Seconds of search at most (60)."),
)
@workers_option
@seed_option
@click.option(
    "--deterministic",
    cls=SpokenOption,
    is_flag=True,
    words=Words(
        "Même classeur, même graine : même planning (la recherche compte son travail au lieu des secondes).",
        "Same workbook, same seed: same plan (the search counts its work instead of seconds).",
    ),
)
@profile_option
@cluster_option
@output_option
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    source: Path,
    week: date | None,
    weeks: int | None,
    profile: str | None,
    cluster: str | None,
    output: Path,
    as_json: bool,
    **search: Any,
) -> Exit:
    """See ABOUT."""
    if output.resolve() == source.resolve():
        raise WrongValue(SAME_FILE, next(each for each in ctx.command.params if each.name == "output"), ctx)
    from ui.cli.json_out import faults_too, put
    from ui.cli.plan_facts import plan_facts
    from ui.cli.plan_words import tell
    from ui.cli.planning import Wish, options, plan_workbook

    wish = Wish(week=week, weeks=weeks, profile=profile, cluster=cluster, options=options(**search), quiet=as_json)
    with faults_too(as_json):
        built = plan_workbook(source, output, wish)
    written = output if built.schedule is not None else None
    if as_json:
        put(plan_facts(built, written))
    else:
        tell(built)
        if written is not None:
            say(BLANK, WRITTEN.fill(file=str(written)))
    return Exit.NOT_LEGAL if written is None else Exit.FINE
