"""The command line: `gems …`. One file a command in `ui.cli.commands`; words in French, or English with --lang en."""
