"""The README is the first thing people try: what it names must exist."""

import re
from pathlib import Path

import click
import pytest

from ui.cli.main import cli

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def commands_named() -> list[tuple[str, tuple[str, ...]]]:
    """Each `gems command` of the README with the long options written after it."""
    found: dict[str, set[str]] = {}
    for command, rest in re.findall(r"(?:^|[`/\\])gems ([a-z]+)\b([^`\n]*)", README, re.M):
        found.setdefault(command, set()).update(re.findall(r"--[a-z-]+", rest))
    return [(command, tuple(sorted(options))) for command, options in sorted(found.items())]


def test_the_readme_names_commands() -> None:
    assert {"plan", "check", "demo", "serve"} <= {command for command, _ in commands_named()}


@pytest.mark.parametrize(("command", "options"), commands_named())
def test_command_of_the_readme_exists(command: str, options: tuple[str, ...]) -> None:
    found = cli.get_command(click.Context(cli), command)
    assert found is not None, f"`gems {command}` does not exist"
    known = {text for parameter in found.params for text in (*parameter.opts, *parameter.secondary_opts)}
    assert set(options) <= known


def test_every_command_is_in_the_readme() -> None:
    assert set(cli.list_commands(click.Context(cli))) == {command for command, _ in commands_named()}


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\((?!https?:)([^)#]+)\)", README))))
def test_link_of_the_readme_leads_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


@pytest.mark.parametrize("goal", sorted(set(re.findall(r"`make ([a-z]+)`", README))))
def test_make_command_of_the_readme_exists(goal: str) -> None:
    assert re.search(rf"^{goal}:", (ROOT / "Makefile").read_text("utf-8"), re.M)
