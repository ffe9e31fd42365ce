"""`gems rules`: every rule, its figures, where they come from, and who judges it."""

import json

import click

from gems.domain.words import Words
from ui.cli.exits import Exit
from ui.cli.parameters import WrongValue, not_among
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
    metavar="NAME",
    words=Words(
        "Les chiffres d'une seule convention : bad_2941, ccn66_413 ou ccn51_29. Sans cela : tous.",
        "The figures of one agreement only: bad_2941, ccn66_413 or ccn51_29. Without it: all.",
    ),
)
@click.option(
    "--json",
    "as_json",
    cls=SpokenOption,
    is_flag=True,
    words=Words("Une liste JSON au lieu de phrases.", "One JSON object instead of sentences."),
)
@click.pass_context
def command(ctx: click.Context, agreement: str | None, as_json: bool) -> Exit:
    """See ABOUT."""
    from gems.rules.describe import descriptions
    from gems.rules.law import AGREEMENTS

    if agreement is not None and agreement not in AGREEMENTS:
        raise WrongValue(not_among(agreement, AGREEMENTS), ctx.command.params[0], ctx)
    from ui.cli.rule_words import rule_facts, tell

    described = descriptions(agreement)
    if as_json:
        facts = {"agreement": agreement, "rules": [rule_facts(each) for each in described]}
        click.echo(json.dumps(facts, ensure_ascii=False))
    else:
        tell(described)
    return Exit.FINE
