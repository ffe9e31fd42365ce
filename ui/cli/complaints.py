"""Mistyped commands, said in words: click's own sentences are English only."""

import re

import click

from gems.domain.words import Words, same
from ui.cli.parameters import WrongValue
from ui.cli.speech import Session, SpokenArgument, spoken, warn

_EXTRA = re.compile(r"unexpected extra arguments? \((.*)\)")
MORE = Words("« {command} --help » explique.", "“{command} --help” explains.")


class UnknownCommand(click.UsageError):
    """A command that does not exist."""

    def __init__(self, name: str, names: list[str], ctx: click.Context) -> None:
        super().__init__(name, ctx)
        self.words = Words(
            f"La commande « {name} » n'existe pas ; au choix : {', '.join(names)}.",
            f"There is no command “{name}”; choose among: {', '.join(names)}.",
        )


def complain(error: click.ClickException) -> None:
    """Say on standard error what is wrong with the command typed."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    with (context or click.Context(click.Command("gems"), obj=Session())).scope(cleanup=False):
        if isinstance(error, click.exceptions.NoArgsIsHelpError):
            click.echo(error.format_message(), err=True)
            return
        warn(_what(error))
        if context is not None:
            click.echo(context.get_usage(), err=True)
            warn(MORE.fill(command=context.command_path))


def _what(error: click.ClickException) -> Words:
    if isinstance(error, UnknownCommand):
        return error.words
    if isinstance(error, WrongValue):
        place = _name(error)
        return Words(f"{place} : {error.words.fr}", f"{place}: {error.words.en}")
    if isinstance(error, click.MissingParameter):
        return _missing(error)
    if isinstance(error, click.NoSuchOption):
        close = ", ".join(error.possibilities or ())
        hint = Words(f" Vouliez-vous {close} ?", f" Did you mean {close}?") if close else same("")
        return Words(
            f"L'option {error.option_name} n'existe pas.{hint.fr}", f"There is no option {error.option_name}.{hint.en}"
        )
    if isinstance(error, click.BadOptionUsage):
        if "does not take" in error.message:
            return Words(f"L'option {error.option_name} ne prend pas de valeur.", error.message)
        return Words(f"L'option {error.option_name} demande une valeur.", error.message)
    message = error.format_message()
    if extra := _EXTRA.search(message):
        return Words(f"Il y a un mot de trop : {extra[1]}", f"Unexpected: {extra[1]}")
    return Words(f"La commande est mal écrite ({message}).", message)


def _missing(error: click.MissingParameter) -> Words:
    name, parameter = _name(error), error.param
    if isinstance(parameter, SpokenArgument):
        asked = spoken(parameter.words)
        return Words(f"Il manque {name} : {asked}", f"{name} is missing: {asked}")
    return Words(f"Il manque l'option {name}.", f"The option {name} is missing.")


def _name(error: click.BadParameter) -> str:
    parameter = error.param
    if isinstance(parameter, click.Argument) and error.ctx is not None:
        return parameter.make_metavar(error.ctx)
    return " / ".join(parameter.opts) if parameter is not None else ""
