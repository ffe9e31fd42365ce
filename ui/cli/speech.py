"""Words on the terminal: the language asked for, and commands whose help speaks it."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import click

from gems.domain.words import Language, Words

LANGUAGE_VARIABLE = "GEMS_LANG"
LANGUAGES: tuple[Language, ...] = ("fr", "en")
USAGE = Words("Utilisation : ", "Usage: ")
ARGUMENTS = Words("À donner", "Arguments")
OPTIONS = Words("Options", "Options")
COMMANDS = Words("Commandes", "Commands")
COMMAND = Words("COMMANDE …", "COMMAND …")
HELP = Words("Montre cette aide.", "Shows this help.")
BLANK = Words("", "")
REQUIRED = Words("(obligatoire)", "(required)")


def _language_of_the_machine() -> Language:
    return "en" if os.environ.get(LANGUAGE_VARIABLE, "").strip().lower() == "en" else "fr"


@dataclass(slots=True)
class Session:
    """What holds for one call of `gems`, whatever the command."""

    language: Language = field(default_factory=_language_of_the_machine)
    debug: bool = False


def session() -> Session:
    """The session of the command that runs."""
    context = click.get_current_context(silent=True)
    return (context.find_object(Session) if context else None) or Session()


def spoken(words: Words) -> str:
    """The sentence in the language asked for."""
    return words[session().language]


def say(*words: Words) -> None:
    """Results, on standard output."""
    for sentence in words:
        click.echo(spoken(sentence))


def warn(*words: Words) -> None:
    """What is not the result (faults, progress, advice), on standard error."""
    for sentence in words:
        click.echo(spoken(sentence), err=True)


def named(rows: Sequence[Words]) -> str:
    """Sentences one after the other."""
    return " ; ".join(spoken(row) for row in rows) if session().language == "fr" else "; ".join(map(spoken, rows))


class SpokenOption(click.Option):
    """An option whose help is in both languages."""

    def __init__(self, *args: Any, words: Words, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words = words

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """See `click.Option`."""
        record = super().get_help_record(ctx)
        if record is None:
            return None
        need = f" {spoken(REQUIRED)}" if self.required else ""
        return record[0], spoken(self.words) + need


class SpokenArgument(click.Argument):
    """An argument explained in the help of its command, in both languages."""

    def __init__(self, *args: Any, words: Words | Callable[[], Words], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._words = words

    @property
    def words(self) -> Words:
        """What to give."""
        return self._words if isinstance(self._words, Words) else self._words()


class SpokenCommand(click.Command):
    """A command whose help is in both languages; its first paragraph is its line in the list of commands."""

    def __init__(self, *args: Any, words: Words, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words = words

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """See `click.Command`."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), spoken(USAGE))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """See `click.Command`."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(spoken(self.words))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """See `click.Command`; arguments are explained too."""
        parameters = self.get_params(ctx)
        told = [each for each in parameters if isinstance(each, SpokenArgument)]
        options = [each for each in parameters if not isinstance(each, SpokenArgument)]
        records = [record for each in options if (record := each.get_help_record(ctx))]
        sections = (ARGUMENTS, [(each.make_metavar(ctx), spoken(each.words)) for each in told]), (OPTIONS, records)
        for title, rows in sections:
            if rows:
                with formatter.section(spoken(title)):
                    formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """See `click.Command`."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = spoken(HELP)
        return option

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first paragraph, whole: a sentence cut in two helps nobody."""
        return spoken(self.words).partition("\n\n")[0]


class SpokenGroup(SpokenCommand, click.Group):
    """A group whose help is in both languages."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """See `click.Command`."""
        return [self.options_metavar or "", spoken(COMMAND)]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """See `click.Group`."""
        commands = [(name, found) for name in self.list_commands(ctx) if (found := self.get_command(ctx, name))]
        with formatter.section(spoken(COMMANDS)):
            formatter.write_dl([(name, found.get_short_help_str()) for name, found in commands])
        super().format_options(ctx, formatter)
