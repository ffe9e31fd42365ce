"""What a call answers, as text to search: every value that a caller could read off it, words of a no included."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from gems.access.policy import Refused
from gems.domain.issues import InvalidGroup
from gems.planning.office import Declined, Overtaken
from tests.outputs.given import unfolded


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a call ended."""

    kind: str
    """The name of the exception, or "answer"."""
    text: str

    @property
    def refused(self) -> bool:
        """Whether the right was missing."""
        return self.kind == Refused.__name__


def outcome_of(call: Callable[[], Any]) -> Outcome:
    """Call, and keep what comes of it. A refusal or an ordinary no is an outcome, anything else is our fault."""
    try:
        return Outcome("answer", text_of(call()))
    except Overtaken as no:
        return Outcome("Overtaken", text_of((no.words, no.before, no.current, str(no))))
    except Refused as no:
        return Outcome("Refused", text_of((no.words, no.act, str(no))))
    except Declined as no:
        return Outcome(type(no).__name__, text_of((no.words, str(no))))
    except InvalidGroup as no:
        return Outcome("InvalidGroup", text_of((no.issues, str(no))))


def text_of(answer: Any) -> str:
    """Every value in an answer, one a line, with the names of the fields that hold them."""
    return "\n".join(_lines("", answer))


def _lines(name: str, value: Any) -> Iterator[str]:
    if is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from _lines(f"{name}.{one.name}", getattr(value, one.name))
    elif isinstance(value, Mapping):
        for key, found in value.items():
            yield from _lines(f"{name}[{key}]", found)
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value if isinstance(value, tuple | list) else sorted(value, key=str):
            yield from _lines(name, one)
    else:
        yield f"{name}: {unfolded(value) if isinstance(value, bytes) else value}"
