"""`gems demo`: sample, plan, table, posts, page in one go."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gems.access.policy import ROLE_WORDS
from gems.domain.words import Words
from ui.cli.exits import Exit, wrong_input
from ui.cli.options import SAMPLE
from ui.cli.speech import BLANK, SpokenCommand, SpokenOption, say

if TYPE_CHECKING:  # a command reads what it needs when it runs: help stays quick
    from gems.domain.group import Group
    from gems.domain.proposal_of_posts import Proposal
    from gems.planning.build import Built
    from ui.demonstration import Person

ABOUT = Words(
    "Montre tout d'un coup : un groupement fictif, son planning, la page.\n\n"
    "Écrit deux classeurs et une base de données dans un dossier, montre le planning de la semaine et sa facture, dit "
    "quels temps pleins l'année pourrait faire, puis sert la page, avec de quoi s'y connecter. Ctrl+C arrête la page.",
    "Shows it all in one go: a fictitious group, its plan, the page.\n\n"
    "Writes two workbooks and a database in a folder, shows the week's plan and its bill, says which full-time posts "
    "the year could make, then serves the page and says how to sign in. Ctrl+C stops it.",
)
GROUP = Words("Le groupement fictif : {file}", "The fictitious group: {file}")
PLANNING = Words("Je bâtis son planning ({seconds} s au plus)…", "Planning its week ({seconds} s at most)…")
WRITTEN = Words("Planning écrit : {file}", "Plan written: {file}")
NO_FOLDER = Words("Le dossier « {folder} » ne peut pas être créé.", "The folder “{folder}” cannot be made.")
DATABASE = "gems.sqlite"
SIGN_IN = Words(
    "Pour se connecter, mot de passe « {password} » (tout ici est inventé) :",
    "To sign in, password “{password}” (everything here is invented):",
)
ACCOUNT = Words("  {login:<26} {role} : {name}", "  {login:<26} {role}: {name}")
SECONDS, POSTS_SECONDS, YEAR_WEEKS = 30, 20, 52
COMPOSING = Words(
    "Quels temps pleins permanents ces fragments d'heures pourraient-ils faire dans l'année ? ({seconds} s au plus)",
    "Which full-time permanent posts could these fragments of hours make in the year? ({seconds} s at most)",
)
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
    built = _planned(group, folder)
    if built.schedule is None:
        return Exit.NOT_LEGAL
    posts = _composed(built.problem.group)
    people = _furnished(built, posts, folder / DATABASE)
    if no_serve:
        return Exit.FINE
    from ui.cli.serving import Serving, serve
    from ui.demonstration import NOW, PASSWORD
    from ui.wiring import DATABASE as ADDRESS
    from ui.wiring import PRETENDED_NOW

    say(BLANK, SIGN_IN.fill(password=PASSWORD))
    say(*(ACCOUNT.fill(login=one.login, role=ROLE_WORDS[one.role], name=one.name) for one in people), BLANK)
    told = {ADDRESS: f"sqlite:///{(folder / DATABASE).resolve()}", PRETENDED_NOW: NOW}
    return serve(Serving(browser=False, environment=told))


def _composed(group: "Group") -> "Proposal":
    """Which posts the year's fragments of hours could make, told in a few sentences."""
    from gems.domain.post_words import story
    from ui.cli.composing import Wish, compose_group
    from ui.cli.planning import options

    say(BLANK, COMPOSING.fill(seconds=POSTS_SECONDS))
    found = compose_group(group, Wish(first=None, weeks=YEAR_WEEKS, options=options(time_limit=POSTS_SECONDS)))
    say(*story(found))
    return found


def _furnished(built: "Built", posts: "Proposal", file: Path) -> "tuple[Person, ...]":
    """A database of its own for the page, made anew: the demonstration always begins the same."""
    from gems.store.store import Store
    from ui.demonstration import BEFORE, furnish, keep_posts
    from ui.wiring import stamp_at

    for one in (file, *(file.with_name(file.name + tail) for tail in ("-wal", "-shm"))):
        one.unlink(missing_ok=True)
    store = Store.open(f"sqlite:///{file.resolve()}", lambda: stamp_at(BEFORE))
    try:
        group_id, people = furnish(store, built.problem.group, built)
        if posts.posts:
            keep_posts(store, group_id, posts)
    finally:
        store.close()
    return people


def _planned(group: str, folder: Path) -> "Built":
    """Make the group, plan its week, tell it."""
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
    if built.schedule is not None:
        say(BLANK, WRITTEN.fill(file=str(plan)))
    return built
