"""Pages made for reading and printing; they are never read back."""

import re

from gems.domain.validation.spelling import folded
from gems.domain.words import Words

WEEK = Words("Semaine", "Week")
UNSERVED = Words("Non servi", "Unserved")
BILL = Words("Facture", "Bill")
HELP = Words("Aide", "Help")
TO_CORRECT = Words("À corriger", "To correct")
_TITLES = frozenset(folded(title) for words in (UNSERVED, BILL, HELP, TO_CORRECT) for title in (words.fr, words.en))
_WEEK = re.compile(r"(?:semaine|week) \d{1,2}(?: \d{4})?$")


def is_page(title: str) -> bool:
    """Whether a sheet is one of these, to be passed over when reading."""
    plain = folded(title)
    return plain in _TITLES or bool(_WEEK.match(plain))
