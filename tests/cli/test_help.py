"""Every command explains itself, in both languages, without a word of the other."""

import subprocess
import sys

import click
import pytest

from tests.cli.conftest import Run
from ui.cli.exits import EXIT_WORDS, Exit
from ui.cli.main import cli
from ui.cli.speech import SpokenArgument, SpokenCommand, SpokenOption

COMMANDS = {
    "sample",
    "simulate",
    "template",
    "plan",
    "federation",
    "check",
    "compose",
    "explain",
    "replace",
    "rules",
    "serve",
    "demo",
    "account",
    "import",
    "backup",
    "restore",
    "migrate",
}
HEAVY = {"pandas", "numpy", "ortools", "openpyxl", "streamlit", "holidays"}


def test_the_commands_are_those_of_the_readme() -> None:
    assert set(cli.list_commands(click.Context(cli))) == COMMANDS


@pytest.mark.parametrize("name", sorted(COMMANDS))
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_command_and_option_has_words(name: str, language: str, run: Run) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert isinstance(command, SpokenCommand)
    for parameter in command.params:
        assert isinstance(parameter, SpokenOption | SpokenArgument)
        for sentence in (parameter.words.fr, parameter.words.en):
            assert len(sentence) > 5
    done = run("--lang", language, name, "--help")
    assert done.exit_code == Exit.FINE
    assert ("Utilisation : gems" if language == "fr" else "Usage: gems") in done.stdout
    shown = " ".join(done.stdout.split())
    assert " ".join((command.words.fr if language == "fr" else command.words.en).split()) in shown
    for parameter in command.params:
        sentence = parameter.words.fr if language == "fr" else parameter.words.en
        assert " ".join(sentence.split()) in shown
        assert all(name in shown for name in parameter.opts if name.startswith("-"))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_list_of_commands(language: str, run: Run) -> None:
    done = run("--help", GEMS_LANG=language)
    assert done.exit_code == Exit.FINE
    shown = " ".join(done.stdout.split())
    assert " ".join((EXIT_WORDS.fr if language == "fr" else EXIT_WORDS.en).split()) in shown
    for name in COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        assert isinstance(command, SpokenCommand)
        first = (command.words.fr if language == "fr" else command.words.en).split("\n\n")[0]
        assert f"{name} {first}" in shown


def test_alone_it_shows_the_commands(run: Run) -> None:
    done = run()
    assert done.exit_code == Exit.WRONG_INPUT
    assert "demo" in done.stderr


def test_version(run: Run) -> None:
    assert run("--version").stdout.startswith("gems ")


def test_help_loads_nothing_heavy() -> None:
    script = "import sys, ui.cli.main; print(','.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not HEAVY & set(done.stdout.strip().split(","))
