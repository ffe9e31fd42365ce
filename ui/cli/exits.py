"""How a command ends: the exit codes, and the exceptions that lead to them."""

from dataclasses import dataclass
from enum import IntEnum

from gems.domain.words import Words


class Exit(IntEnum):
    """What the shell is told. Written in the README and in `gems --help`."""

    FINE = 0
    NOT_LEGAL = 1
    """Violations were found, or no plan is possible."""
    WRONG_INPUT = 2
    """What was asked, or what a file holds, cannot be used; click's own usage errors end so as well."""
    INTERNAL = 3
    """A fault of ours; the details are in a file."""


EXIT_WORDS = Words(
    "Codes de sortie : 0 tout va bien ; 1 règles enfreintes, ou pas de planning possible ; 2 demande ou données à "
    "corriger ; 3 défaut de GEMS.",
    "Exit codes: 0 fine; 1 violations found, or no plan possible; 2 wrong input; 3 a fault of GEMS.",
)


@dataclass
class Ending(Exception):
    """Ends a command before its time, with one or more sentences for the user."""

    words: tuple[Words, ...]
    code: Exit

    def __post_init__(self) -> None:
        super().__init__(" ".join(sentence.en for sentence in self.words))


def wrong_input(*words: Words) -> Ending:
    """What the user gave cannot be used: what is wrong, what to do."""
    return Ending(words, Exit.WRONG_INPUT)


def nothing_done(*words: Words) -> Ending:
    """There is no answer, and nobody made a mistake (stopped before a first plan)."""
    return Ending(words, Exit.NOT_LEGAL)


def our_fault(*words: Words) -> Ending:
    """Something of ours failed, and the details are already kept."""
    return Ending(words, Exit.INTERNAL)
