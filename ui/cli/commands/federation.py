"""`gems federation`: plans the workbooks of many groups, several at once."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from gems.domain.words import Words
from ui.cli.exits import Exit
from ui.cli.options import MOST_WORKERS, cluster_option, json_option, planned_weeks_option, profile_option, seed_option
from ui.cli.parameters import Folder, Number, Week, WorkbookIn, WrongValue
from ui.cli.speech import SpokenArgument, SpokenCommand, SpokenOption

ABOUT = Words(
    "Bâtit les plannings de plusieurs groupements, plusieurs à la fois.\n\n"
    "Chaque classeur est planifié comme par gems plan, et son planning écrit sous le même nom dans un dossier. Un "
    "classeur à corriger, ou sans planning possible, n'arrête pas les autres ; un tableau dit à la fin ce qu'il en est "
    "de chacun. Ctrl+C garde les plannings trouvés ; deux fois : abandonne.",
    "Plans several groups, several at once.\n\n"
    "Each workbook is planned as by gems plan, and its plan written under the same name in a folder. A workbook to "
    "correct, or without a possible plan, does not stop the others; a table at the end says how each one went. Ctrl+C "
    "keeps the plans found; twice: gives up.",
)
SAME_NAMES = Words(
    "Deux classeurs s'appellent « {name} » : leurs plannings auraient le même nom.",
    "Two workbooks are called “{name}”: their plans would have the same name.",
)
SAME_FOLDER = Words(
    "« {name} » est dans ce dossier : les plannings s'écrivent ailleurs que les classeurs des groupements.",
    "“{name}” is in this folder: plans are written elsewhere than the groups' own workbooks.",
)
MOST_SECONDS, MOST_AT_ONCE = 86_400, 10_000


@click.command("federation", cls=SpokenCommand, words=ABOUT)
@click.argument(
    "sources",
    cls=SpokenArgument,
    metavar="F.xlsx…",
    type=WorkbookIn(),
    nargs=-1,
    required=True,
    words=Words("les classeurs des groupements", "the groups' workbooks"),
)
@click.option(
    "--week",
    cls=SpokenOption,
    type=Week(),
    words=Words(
        "Semaine à planifier (ou un de ses jours). Sans cela : celle de chaque classeur, sinon la semaine prochaine.",
        "Week to plan (or one of its days). Without it: each workbook's, else next week.",
    ),
)
@planned_weeks_option
@click.option(
    "--time-limit",
    cls=SpokenOption,
    type=Number(1, MOST_SECONDS, whole=False, metavar="S"),
    words=Words("Secondes de recherche par groupement, au plus (60).", "Seconds of search a group at most (60)."),
)
@click.option(
    "--workers",
    cls=SpokenOption,
    type=Number(1, MOST_WORKERS),
    words=Words("Processeurs employés par groupement (2).", "Processors used a group (2)."),
)
@seed_option
@click.option(
    "--deterministic",
    cls=SpokenOption,
    is_flag=True,
    words=Words(
        "Mêmes classeurs, même graine : mêmes plannings, où qu'ils soient calculés.",
        "Same workbooks, same seed: same plans, wherever they are computed.",
    ),
)
@profile_option
@click.option(
    "--at-once",
    cls=SpokenOption,
    type=Number(1, MOST_AT_ONCE),
    words=Words(
        "Groupements planifiés à la fois. Sans cela : autant que la machine, ou le cluster, en porte.",
        "Groups planned at once. Without it: as many as the machine, or the cluster, can carry.",
    ),
)
@cluster_option
@click.option(
    "-o",
    "--output",
    "folder",
    cls=SpokenOption,
    type=Folder(),
    required=True,
    words=Words("Dossier où écrire les plannings.", "Folder to write the plans to."),
)
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    sources: tuple[Path, ...],
    week: date | None,
    weeks: int | None,
    profile: str | None,
    at_once: int | None,
    cluster: str | None,
    folder: Path,
    as_json: bool,
    **search: Any,
) -> Exit:
    """See ABOUT."""
    names = [source.name for source in sources]
    for source in sources:
        twice, inside = names.count(source.name) > 1, source.resolve().parent == folder.resolve()
        if twice or inside:
            words = (SAME_NAMES if twice else SAME_FOLDER).fill(name=source.name)
            raise WrongValue(words, next(each for each in ctx.command.params if each.name == "folder"), ctx)
    from ui.cli.federating import facts, plan_groups, tell, worst
    from ui.cli.json_out import put
    from ui.cli.planning import Wish, options

    wish = Wish(week=week, weeks=weeks, profile=profile, cluster=cluster, options=options(**search), quiet=as_json)
    done = plan_groups(sources, folder, wish, at_once)
    if as_json:
        put(facts(done))
    else:
        tell(done)
    return worst(done)
