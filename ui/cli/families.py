"""Commands that go together: listed in the order of their use, and a mistyped one is said in words."""

import click

from ui.cli.complaints import UnknownCommand
from ui.cli.speech import SpokenGroup


class Family(SpokenGroup):
    """A command made of commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of their use, rather than of the alphabet."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """See `click.Group`."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            raise UnknownCommand(args[0], self.list_commands(ctx), ctx)
        return super().resolve_command(ctx, args)
