"""Streamlit's settings for our page, for whoever starts it by a command line. Needs no Streamlit."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

SETTINGS = Path(__file__).parent / ".streamlit" / "config.toml"


def streamlit_options() -> dict[str, object]:
    """Every setting by its dotted name ("theme.light.primaryColor")."""
    return dict(_flat(tomllib.loads(SETTINGS.read_text("utf-8"))))


def _flat(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value
