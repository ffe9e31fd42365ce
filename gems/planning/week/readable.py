"""What people type about a week: refused in words when it holds what cannot be shown or kept."""

from gems.domain.typed import is_readable
from gems.domain.words import Words
from gems.planning.office import Declined

UNREADABLE = Words(
    "Ce texte contient des caractères invisibles : tapez-le à la main.",
    "This text holds invisible characters: type it by hand.",
)


def require_readable(*texts: str) -> None:
    """Raise Declined unless every text can be shown as it was typed."""
    if not all(map(is_readable, texts)):
        raise Declined(UNREADABLE)
