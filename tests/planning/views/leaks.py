"""Looking for what a view must not hold: kinds of values, and words."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum

HOLDERS = (tuple, list, set, frozenset)


def values_in(thing: object) -> Iterator[object]:
    """Every value in a view, the dataclasses themselves included, however deep."""
    yield thing
    if is_dataclass(thing):
        for field in fields(thing):
            yield from values_in(getattr(thing, field.name))
    elif isinstance(thing, HOLDERS):
        for one in thing:
            yield from values_in(one)
    elif isinstance(thing, dict):
        for key, one in thing.items():
            yield from values_in(key)
            yield from values_in(one)


def kinds_in(thing: object) -> set[str]:
    """The names of the dataclasses and enumerations that a view is made of."""
    return {type(one).__name__ for one in values_in(thing) if is_dataclass(one) or isinstance(one, Enum)}


def texts_in(thing: object) -> set[str]:
    """Every text of a view."""
    return {str(one) for one in values_in(thing) if isinstance(one, str) and not isinstance(one, Enum)}


def said_in(thing: object, words: set[str]) -> set[str]:
    """Those of the words that some text of the view holds."""
    texts = texts_in(thing)
    return {word for word in words if any(word in text for text in texts)}
