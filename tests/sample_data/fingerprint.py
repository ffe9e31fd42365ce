"""A fingerprint of a group that does not depend on the process: `python fingerprint.py gems23 1` prints it."""

import sys
from dataclasses import fields, is_dataclass
from hashlib import sha256

from sample_data import generate, planted_weeks


def canonical(value: object) -> str:
    """The value as text, sets in order."""
    if is_dataclass(value) and not isinstance(value, type):
        parts = (f"{field.name}={canonical(getattr(value, field.name))}" for field in fields(value))
        return f"{type(value).__name__}({', '.join(parts)})"
    if isinstance(value, frozenset | set):
        return "{" + ", ".join(sorted(canonical(item) for item in value)) + "}"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(canonical(item) for item in value) + "]"
    return repr(value)


def fingerprint(name: str, seed: int) -> str:
    """Of the group and of its planted weeks."""
    return sha256(canonical((generate(name, seed), planted_weeks(name, seed))).encode()).hexdigest()


if __name__ == "__main__":
    sys.stdout.write(fingerprint(sys.argv[1], int(sys.argv[2])))
