"""`gems rules`: every rule, its figures, where they come from, and who judges it."""

import click

from gems.domain.words import Words
from ui.cli.exits import Exit
from ui.cli.options import AGREEMENT, json_option
from ui.cli.speech import SpokenCommand, SpokenOption

ABOUT = Words(
    "Dit chaque règle : ce qu'elle demande, ses chiffres, leur article, et si cet article a été relu.\n\n"
    "Ce n'est pas un conseil juridique.",
    "Tells each rule: what it asks, its figures, their article, and whether that article was read.\n\n"
    "This is not legal advice.",
)


@click.command("rules", cls=SpokenCommand, words=ABOUT)
@click.option(
    "--agreement",
    cls=SpokenOption,
    type=AGREEMENT,
    metavar="NAME",
    words=Words(
        "Les chiffres d'une seule convention : bad_2941, ccn66_413 ou ccn51_29. Sans cela : tous.",
        "The figures of one agreement only: bad_2941, ccn66_413 or ccn51_29. Without it: all.",
    ),
)
@json_option
def command(agreement: str | None, as_json: bool) -> Exit:
    """See ABOUT."""
    from gems.rules.describe import descriptions
    from ui.cli.json_out import put
    from ui.cli.rule_words import rule_facts, tell

    described = descriptions(agreement)
    if as_json:
        put({"agreement": agreement, "rules": [rule_facts(each) for each in described]})
    else:
        tell(described)
    return Exit.FINE
