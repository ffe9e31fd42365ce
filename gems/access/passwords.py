"""Passwords: how they are kept, which ones are refused and why, and those given until somebody chooses their own."""

import threading
import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY

from gems.access.tokens import new_code
from gems.domain.words import Words

LEAST_LETTERS = 12
MOST_LETTERS = 200
"""Longer than anybody types, short enough that hashing it costs nothing more."""
HASHER = PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
"""64 MiB and three passes a try: slow for whoever steals the database, a tenth of a second for whoever signs in."""
_AT_ONCE = threading.BoundedSemaphore(4)
"""As many tries at once as the memory of a small machine bears."""
USUAL_WORDS = (
    *("motdepasse", "mot de passe", "password", "changemoi", "changeme", "bienvenue", "welcome", "letmein", "bonjour"),
    *("azertyuiop", "azerty", "qwertyuiop", "qwerty", "1q2w3e4r5t", "1qaz2wsx", "abcdef", "abc"),
    *("iloveyou", "jetaime", "soleil", "doudou", "loulou", "chouchou", "marseille", "princesse", "dragon", "monkey"),
    *("administrateur", "administrator", "admin", "coordination", "coordinatrice", "coordinateur", "groupement"),
    *("planning", "association", "gems"),
)
"""What everybody tries first, alone, in a row or with a year behind; the longer before the shorter they contain."""
LEAST_OWN_LETTERS = 4
"""How many different letters a password must hold besides those words, figures and signs."""
TOO_SHORT = Words(
    f"Ce mot de passe est trop court : prenez au moins {LEAST_LETTERS} caractères. Quelques mots à la suite font "
    "l'affaire.",
    f"This password is too short: take at least {LEAST_LETTERS} characters. A few words in a row will do.",
)
TOO_LONG = Words(
    f"Ce mot de passe est trop long : {MOST_LETTERS} caractères au plus.",
    f"This password is too long: {MOST_LETTERS} characters at most.",
)
TOO_COMMON = Words(
    "Ce mot de passe se devine : il est fait de chiffres, ou de mots que tout le monde essaie. Prenez plutôt quelques "
    "mots qui ne vont pas ensemble.",
    "This password can be guessed: it is made of figures, or of words that everybody tries. Rather take a few words "
    "that do not belong together.",
)
LIKE_LOGIN = Words(
    "Ce mot de passe ressemble à votre identifiant. Prenez autre chose.",
    "This password looks like your sign-in name. Take something else.",
)


class PasswordRefused(Exception):
    """A password that may not be chosen; `words` say why and what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def fault(password: str, *, login: str) -> Words | None:
    """Why this password may not be chosen; None when it may."""
    plain = _plain(password)
    small = plain.casefold()
    if len(plain) < LEAST_LETTERS:
        return TOO_SHORT
    if len(plain) > MOST_LETTERS:
        return TOO_LONG
    if small in (login.casefold(), login.casefold().partition("@")[0]):
        return LIKE_LOGIN
    for word in USUAL_WORDS:
        small = small.replace(word, "")
    return TOO_COMMON if len({sign for sign in small if sign.isalpha()}) < LEAST_OWN_LETTERS else None


def chosen(password: str, *, login: str) -> str:
    """What to keep of a password somebody chose; raises PasswordRefused."""
    if words := fault(password, login=login):
        raise PasswordRefused(words)
    return hashed(password)


def hashed(password: str) -> str:
    """What to keep of a password."""
    with _AT_ONCE:
        return HASHER.hash(_plain(password))


def matches(kept: str | None, password: str) -> bool:
    """Whether it is the password kept. The work is the same when there is none: time says nothing."""
    plain = _plain(password) if len(password) <= MOST_LETTERS * 4 else ""
    with _AT_ONCE:
        try:
            HASHER.verify(kept or _nobodys(HASHER), plain)
        except (VerificationError, InvalidHashError):
            return False
    return kept is not None


def is_outdated(kept: str) -> bool:
    """Whether it was kept with less care than today's."""
    return HASHER.check_needs_rehash(kept)


def temporary_password() -> str:
    """A password for somebody to change at once; copied by hand or read out on the telephone."""
    return new_code()


@cache
def _nobodys(hasher: PasswordHasher) -> str:
    return hasher.hash(new_code())


def _plain(password: str) -> str:
    """The same password on every keyboard: é is one letter whether typed as one or as two."""
    return unicodedata.normalize("NFKC", password)
