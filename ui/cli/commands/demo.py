"""`gems demo`: sample, plan, table, page in one go."""

from pathlib import Path

import click

from gems.domain.words import Words
from ui.cli.exits import Exit, wrong_input
from ui.cli.options import SAMPLE
from ui.cli.speech import BLANK, SpokenCommand, SpokenOption, say

ABOUT = Words(
    "Montre tout d'un coup : un groupement fictif, son planning, la page.\n\n"
    "Écrit deux classeurs dans un dossier, montre le planning de la semaine et sa facture, puis sert la page. "
    "Ctrl+C arrête la page.",
    "Shows it all in one go: a fictitious group, its plan, the page.\n\n"
    "Writes two workbooks in a folder, shows the week's plan and its bill, then serves the page. Ctrl+C stops it.",
)
GROUP = Words("Le groupement fictif : {file}", "The fictitious group: {file}")
PLANNING = Words("Je bâtis son planning ({seconds} s au plus)…", "Planning its week ({seconds} s at most)…")
WRITTEN = Words("Planning écrit : {file}", "Plan written: {file}")
NO_FOLDER = Words("Le dossier « {folder} » ne peut pas être créé.", "The folder “{folder}” cannot be made.")
PLAN_VARIABLE = "GEMS_DEMO_PLAN"
"""Tells the page which plan to open on."""
SECONDS = 30
NOT_WRITABLE = Words(
    "« {file} » ne peut pas être écrit ; s'il est ouvert dans un tableur, fermez-le.",
    "“{file}” cannot be written; if it is open in a spreadsheet program, close it.",
)


@click.command("demo", cls=SpokenCommand, words=ABOUT)
@click.option(
    "--group",
    cls=SpokenOption,
    type=SAMPLE,
    default="gems23",
    metavar="NAME",
    words=Words(
        "small, gems23 (sans cela), county ou large.",
        "small, gems23 (without it), county or large.",
    ),
)
@click.option(
    "--no-serve", cls=SpokenOption, is_flag=True, words=Words("Ne sert pas la page.", "Does not serve the page.")
)
@click.option(
    "-o",
    "--output",
    "folder",
    cls=SpokenOption,
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("demo"),
    metavar="DIR",
    words=Words("Dossier où écrire (demo).", "Folder to write to (demo)."),
)
def command(group: str, no_serve: bool, folder: Path) -> Exit:
    """See ABOUT."""
    plan = _planned(group, folder)
    if plan is None:
        return Exit.NOT_LEGAL
    if no_serve:
        return Exit.FINE
    from ui.cli.serving import Serving, serve

    say(BLANK)
    return serve(Serving(browser=False, environment={PLAN_VARIABLE: str(plan.resolve())}))


def _planned(group: str, folder: Path) -> Path | None:
    """Make the group, plan its week, tell it; where the plan is, None when there is none."""
    from ui.cli.plan_words import tell
    from ui.cli.planning import Wish, options, plan_workbook
    from ui.cli.samples import write_sample

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise wrong_input(NO_FOLDER.fill(folder=str(folder))) from error
    sample, plan = folder / f"{group}.xlsx", folder / f"{group}-planning.xlsx"
    try:
        write_sample(group, 1, sample)
    except OSError as error:
        raise wrong_input(NOT_WRITABLE.fill(file=str(sample))) from error
    say(GROUP.fill(file=str(sample)), PLANNING.fill(seconds=SECONDS), BLANK)
    built = plan_workbook(sample, plan, Wish(options=options(time_limit=SECONDS)))
    tell(built)
    if built.schedule is None:
        return None
    say(BLANK, WRITTEN.fill(file=str(plan)))
    return plan
