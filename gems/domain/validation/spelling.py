"""Comparing words as people do: without case, accents or punctuation; and guessing what was meant."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from gems.domain.words import Words

NO_GUESS = Words("", "")
MOST_CANDIDATES = 500
"""Guessing compares with each candidate: beyond this many it would be slow and rarely right."""
_NOT_WORD = re.compile(r"[^\w]+|_+")


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """ "  Été-Indien n°3 " → "ete indien n 3": what two spellings of one name have in common."""
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))
    return _NOT_WORD.sub(" ", plain.casefold()).strip()


def guess(text: str, candidates: Iterable[str]) -> Words:
    """ " Vouliez-vous dire « M09 » ?" (with its leading space), or nothing when no candidate is close."""
    found = _closest(text, tuple(candidates))
    if found is None:
        return NO_GUESS
    return Words(f" Vouliez-vous dire « {found} » ?", f" Did you mean “{found}”?")


@lru_cache(maxsize=256)
def _closest(text: str, candidates: tuple[str, ...]) -> str | None:
    if not 0 < len(candidates) <= MOST_CANDIDATES or len(text) > 80:
        return None
    by_fold = {folded(candidate): candidate for candidate in candidates}
    found = get_close_matches(folded(text), by_fold, n=1, cutoff=0.7)
    return by_fold[found[0]] if found else None
