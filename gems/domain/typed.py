"""Text as people type it: what can be kept and shown like that."""

import re

INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, which databases and workbooks refuse, and marks that turn the words after them around."""


def is_readable(text: str) -> bool:
    """Whether a text holds nothing but what can be seen, tabs and ends of lines included."""
    return INVISIBLE.search(text) is None
