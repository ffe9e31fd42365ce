"""`gems`: the commands together, their language, and how each ending becomes an exit code."""

import sys
import traceback
import warnings
from collections.abc import Sequence
from typing import Any

import click

from gems.domain.words import Language, Words
from ui.cli.commands import (
    account,
    backup,
    check,
    compose,
    demo,
    explain,
    federation,
    import_,
    migrate,
    plan,
    replace,
    restore,
    rules,
    sample,
    serve,
    simulate,
    template,
)
from ui.cli.complaints import complain
from ui.cli.exits import EXIT_WORDS, Ending, Exit
from ui.cli.families import Family
from ui.cli.parameters import OneOf
from ui.cli.speech import LANGUAGE_VARIABLE, LANGUAGES, Session, SpokenOption, session, warn

ABOUT = Words(
    "Le planning d'un groupement d'employeurs : qui va où, chez quel adhérent, à quelle heure.\n\n"
    "Pour commencer : gems demo. Pour votre groupement : gems template, puis gems plan.\n\n" + EXIT_WORDS.fr,
    "The schedule of an employer group: who goes where, to which member, at what time.\n\n"
    "To begin: gems demo. For your own group: gems template, then gems plan.\n\n" + EXIT_WORDS.en,
)
STOPPED = Words("Arrêté.", "Stopped.")


class Gems(Family):
    """The group of commands: turns every ending into words and an exit code, never a traceback."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """See `click.Command`; the language is known before anything can go wrong with the rest."""
        asked = _language(args)
        extra["obj"] = Session(language=asked) if asked else Session()
        return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """See `click.Command`."""
        try:
            return super().invoke(ctx)
        except Ending as ending:
            return _end(ending)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            if session().debug:
                traceback.print_exc()
                return Exit.INTERNAL
            from ui.cli import incidents

            return _end(incidents.unexpected(error))

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """See `click.Command`."""
        try:
            code = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        except click.ClickException as error:
            complain(error)
            code = Exit.WRONG_INPUT
        except click.Abort:
            warn(STOPPED)
            code = Exit.NOT_LEGAL
        if standalone_mode:
            sys.exit(int(code or Exit.FINE))
        return code


def _end(ending: Ending) -> Exit:
    warn(*ending.words)
    return ending.code


def _language(args: Sequence[str]) -> Language | None:
    """The language asked for before the command, None when none is."""
    for index, text in enumerate(args):
        if not text.startswith("-") and args[index - 1 : index] != ["--lang"]:
            return None
        name, _, value = text.partition("=")
        value = value or "".join(args[index + 1 : index + 2])
        if name == "--lang":
            return next((language for language in LANGUAGES if language == value.strip().lower()), None)
    return None


def _show_version(ctx: click.Context, param: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"gems {version('gems')}")
        ctx.exit()


@click.group(cls=Gems, words=ABOUT, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option(
    "--lang",
    cls=SpokenOption,
    type=OneOf(lambda: LANGUAGES),
    metavar="|".join(LANGUAGES),
    envvar=LANGUAGE_VARIABLE,
    words=Words(
        f"Langue des textes, français si rien n'est dit (ou la variable {LANGUAGE_VARIABLE}).",
        f"Language of the words, French unless told otherwise (or the variable {LANGUAGE_VARIABLE}).",
    ),
)
@click.option(
    "--debug",
    cls=SpokenOption,
    is_flag=True,
    words=Words("Montre les détails techniques d'un défaut.", "Shows the technical details of a fault."),
)
@click.option(
    "--version",
    cls=SpokenOption,
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    words=Words("Montre la version.", "Shows the version."),
)
@click.pass_context
def cli(ctx: click.Context, lang: str | None, debug: bool) -> None:
    """Set the session; the commands do the rest."""
    ctx.obj.debug = debug


for _command in (
    demo,
    template,
    sample,
    plan,
    federation,
    check,
    compose,
    explain,
    replace,
    simulate,
    rules,
    serve,
    import_,
    account,
    backup,
    restore,
    migrate,
):
    cli.add_command(_command.command)


def main() -> None:
    """The entry point of `gems`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console may know no "é"
            stream.reconfigure(encoding="utf-8", errors="replace")
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # what libraries tell programmers is not for users
    cli(prog_name="gems")
