"""How the screens of members and employees say times and places."""

import re

from gems.domain.time import Instant
from gems.domain.words import Language, clock

INSIDE_A_FIGURE = re.compile(r"(?<=\d) (?=(?:h|min|km)\b)|(?<=\d[ \u00a0]h) (?=\d)")


def unbroken(words: str) -> str:
    """The same, in which "12 h 30" stays on one line."""
    return INSIDE_A_FIGURE.sub("\u00a0", words)


def from_to(start: Instant, end: Instant, language: Language) -> str:
    """ "7 h 00–14 h 00" / "7:00–14:00"."""
    return unbroken(f"{clock(start)[language]}–{clock(end)[language]}")


def many(number: int) -> str:
    """What a text's key ends with when it is about several."""
    return ".many" if number > 1 else ""


def place(site: str, member: str, commune: str) -> str:
    """Where: the site, the member when its name is not in it, the commune when nothing has said it."""
    return " · ".join([site, *(one for one in (member, commune) if one not in site)])
