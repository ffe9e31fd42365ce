"""`gems serve`: the page, on this machine."""

import click

from gems.domain.words import Words
from ui.cli.exits import Exit
from ui.cli.parameters import Number
from ui.cli.speech import SpokenCommand, SpokenOption

ABOUT = Words(
    "Sert la page sur cette machine et l'ouvre dans le navigateur.\n\n"
    "Ctrl+C l'arrête. La première fois, un code affiché ici ouvre le compte de la coordination.",
    "Serves the page on this machine and opens it in the browser.\n\n"
    "Ctrl+C stops it. The first time, a code shown here opens the coordinator's account.",
)
LEAST_PORT, MOST_PORT = 1, 65_535


@click.command("serve", cls=SpokenCommand, words=ABOUT)
@click.option(
    "--port",
    cls=SpokenOption,
    type=Number(LEAST_PORT, MOST_PORT),
    words=Words(
        "Port de la page. Sans cela : le premier libre à partir de 8501.",
        "Port. Without it: the first free one from 8501.",
    ),
)
@click.option(
    "--address",
    cls=SpokenOption,
    default="127.0.0.1",
    metavar="IP",
    words=Words(
        "Adresse où la page répond ; 127.0.0.1 : cette machine seulement.",
        "Address the page answers on; 127.0.0.1: this machine only.",
    ),
)
@click.option(
    "--no-browser",
    cls=SpokenOption,
    is_flag=True,
    words=Words("N'ouvre pas de navigateur.", "Opens no browser."),
)
@click.option(
    "--log",
    cls=SpokenOption,
    metavar="FILE",
    words=Words(
        "Fichier où ajouter le journal du serveur ; « - » : à l'écran. Sans cela, il n'est gardé qu'en cas de défaut.",
        "File to add the server's log to; “-”: on screen. Without it, it is kept only when something breaks.",
    ),
)
def command(port: int | None, address: str, no_browser: bool, log: str | None) -> Exit:
    """See ABOUT."""
    from ui.cli.serving import Serving, serve

    return serve(Serving(address=address, port=port, browser=not no_browser, log=log))
