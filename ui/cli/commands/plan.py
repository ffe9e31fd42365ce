"""`gems plan`: plans the weeks of a workbook."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from gems.domain.words import Words
from ui.cli.exits import Exit
from ui.cli.parameters import Number, Week, WorkbookIn, WorkbookOut, WrongValue
from ui.cli.speech import BLANK, SpokenArgument, SpokenCommand, SpokenOption, say

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
MOST_SECONDS, MOST_WORKERS, MOST_SEED, MOST_WEEKS = 86_400, 64, 2**31 - 1, 53


@click.command("plan", cls=SpokenCommand, words=ABOUT)
@click.argument(
    "source",
    cls=SpokenArgument,
    metavar="F.xlsx",
    type=WorkbookIn(),
    words=Words("le classeur du groupement", "the group's workbook"),
)
@click.option(
    "--week",
    cls=SpokenOption,
    type=Week(),
    words=Words(
        "Semaine à planifier (ou un de ses jours). Sans cela : celle du classeur, sinon la semaine prochaine.",
        "Week to plan (or one of its days). Without it: the workbook's, else next week.",
    ),
)
@click.option(
    "--weeks",
    cls=SpokenOption,
    type=Number(1, MOST_WEEKS),
    words=Words("Combien de semaines à la suite (1).", "How many weeks in a row (1)."),
)
@click.option(
    "--time-limit",
    cls=SpokenOption,
    type=Number(1, MOST_SECONDS, whole=False, metavar="S"),
    words=Words("Secondes de recherche au plus (60).", "Seconds of search at most (60)."),
)
@click.option(
    "--workers",
    cls=SpokenOption,
    type=Number(1, MOST_WORKERS),
    words=Words("Processeurs employés (2).", "Processors used (2)."),
)
@click.option(
    "--seed",
    cls=SpokenOption,
    type=Number(0, MOST_SEED),
    words=Words("Graine du hasard de la recherche (1).", "Seed of the search's chance (1)."),
)
@click.option(
    "--deterministic",
    cls=SpokenOption,
    is_flag=True,
    words=Words(
        "Même classeur, même graine : même planning (la recherche compte son travail au lieu des secondes).",
        "Same workbook, same seed: same plan (the search counts its work instead of seconds).",
    ),
)
@click.option(
    "--profile",
    cls=SpokenOption,
    metavar="NAME",
    words=Words(
        "Ce que le planning privilégie : balanced, service_first, least_travel. Sans cela : celui du classeur.",
        "What the plan favours: balanced, service_first, least_travel. Without it: the workbook's.",
    ),
)
@click.option(
    "-o",
    "--output",
    cls=SpokenOption,
    type=WorkbookOut(),
    required=True,
    words=Words("Classeur à écrire.", "Workbook to write."),
)
@click.option(
    "--json",
    "as_json",
    cls=SpokenOption,
    is_flag=True,
    words=Words("Un objet JSON au lieu de phrases.", "One JSON object instead of sentences."),
)
@click.pass_context
def command(
    ctx: click.Context,
    /,
    source: Path,
    week: date | None,
    weeks: int | None,
    profile: str | None,
    output: Path,
    as_json: bool,
    **search: Any,
) -> Exit:
    """See ABOUT."""
    if output.resolve() == source.resolve():
        raise WrongValue(SAME_FILE, next(each for each in ctx.command.params if each.name == "output"), ctx)
    from ui.cli.plan_facts import faulty_facts, plan_facts
    from ui.cli.plan_words import tell
    from ui.cli.planning import Wish, options, plan_workbook
    from ui.cli.reading import Faulty

    wish = Wish(week=week, weeks=weeks, profile=profile, options=options(**search), quiet=as_json)
    try:
        built = plan_workbook(source, output, wish)
    except Faulty as faulty:
        if as_json:
            click.echo(json.dumps(faulty_facts(faulty), ensure_ascii=False))
        raise
    written = output if built.schedule is not None else None
    if as_json:
        click.echo(json.dumps(plan_facts(built, written), ensure_ascii=False))
    else:
        tell(built)
        if written is not None:
            say(BLANK, WRITTEN.fill(file=str(written)))
    return Exit.NOT_LEGAL if written is None else Exit.FINE
