"""Which passwords may be chosen, and how they are kept."""

import unicodedata

import pytest
from argon2.profiles import RFC_9106_LOW_MEMORY

from gems.access import passwords
from gems.access.passwords import LIKE_LOGIN, TOO_COMMON, TOO_LONG, TOO_SHORT, PasswordRefused
from gems.domain.words import Words

LOGIN = "anne.durand@gemfa.fr"


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("", TOO_SHORT),
        ("un mot seul", TOO_SHORT),  # eleven
        ("quatre mots!", None),  # twelve
        ("ab cd ef gh " * 16 + "12345678", None),  # two hundred
        ("ab cd ef gh " * 16 + "123456789", TOO_LONG),
        (LOGIN, LIKE_LOGIN),
        (LOGIN.upper(), LIKE_LOGIN),
        ("motdepasse2026", TOO_COMMON),
        ("MotDePasse!!!!", TOO_COMMON),
        ("azertyuiop123", TOO_COMMON),
        ("groupement-2026", TOO_COMMON),
        ("111111111111111", TOO_COMMON),
        ("06 12 34 56 78 90", TOO_COMMON),
        ("aaaaaaaaaaaaaaaa", TOO_COMMON),
        ("passwordpassword", TOO_COMMON),
        ("le mot de passe du hérisson", None),
    ],
)
def test_what_may_be_chosen(password: str, why: Words | None) -> None:
    assert passwords.fault(password, login=LOGIN) == why
    if why is None:
        assert passwords.matches(passwords.chosen(password, login=LOGIN), password)
    else:
        with pytest.raises(PasswordRefused) as refused:
            passwords.chosen(password, login=LOGIN)
        assert refused.value.words == why
        assert not password or password not in repr(refused.value)


def test_the_name_before_the_at_sign_is_no_password() -> None:
    assert passwords.fault("marie-francoise", login="Marie-Francoise@gemfa.fr") == LIKE_LOGIN


def test_only_the_same_password_matches() -> None:
    kept = passwords.hashed("le chat boit du café")
    assert passwords.matches(kept, "le chat boit du café")
    assert not passwords.matches(kept, "Le chat boit du café")
    assert not passwords.matches(kept, "")
    assert not passwords.matches(kept, "le chat boit du café" * 1000)


def test_the_keyboard_does_not_matter() -> None:
    kept = passwords.hashed(unicodedata.normalize("NFC", "le chat boit du café"))
    assert passwords.matches(kept, unicodedata.normalize("NFD", "le chat boit du café"))


def test_nothing_matches_where_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    quick = passwords.HASHER

    class Counting:
        def hash(self, password: str) -> str:
            return quick.hash(password)

        def verify(self, kept: str, password: str) -> bool:
            tried.append(password)
            return quick.verify(kept, password)

    monkeypatch.setattr(passwords, "HASHER", Counting())
    assert not passwords.matches(None, "le chat boit du café")
    assert tried == ["le chat boit du café"], "as much work as for a password that exists"
    assert not passwords.matches("broken", "le chat boit du café")


def test_hashing_is_as_slow_as_advised(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = passwords.hashed("le chat boit du café")
    monkeypatch.undo()
    kept = passwords.hashed("le chat boit du café")
    assert f"m={RFC_9106_LOW_MEMORY.memory_cost},t={RFC_9106_LOW_MEMORY.time_cost}" in kept
    assert passwords.is_outdated(quick)
    assert not passwords.is_outdated(kept)


def test_temporary_passwords_differ() -> None:
    drawn = {passwords.temporary_password() for _ in range(100)}
    assert len(drawn) == 100
    assert all(len(each) >= passwords.LEAST_LETTERS for each in drawn)
