"""Secrets drawn at random: what a browser or a link holds, and what the database keeps of it."""

import hashlib
import secrets

TOKEN_BYTES = 32
"""256 bits: nobody finds one by trying."""
CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without I, O, 0 and 1, which are misread when copied by hand."""
CODE_GROUPS, GROUP_LETTERS = 4, 4


def new_token() -> str:
    """A token for an address or a cookie."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def new_code() -> str:
    """A secret to copy by hand, of 80 bits: "K7QF-2MPX-WD3R-H9TA"."""
    return "-".join("".join(secrets.choice(CODE_LETTERS) for _ in range(GROUP_LETTERS)) for _ in range(CODE_GROUPS))


def digest(token: str) -> str:
    """What is kept of a token. A quick hash is enough: there is nothing to guess in a random secret."""
    return hashlib.sha256(token.encode()).hexdigest()


def code_digest(code: str) -> str:
    """What is kept of a code, however it is typed: in small letters, without its hyphens, with spaces."""
    return digest("".join(code.upper().replace("-", "").split()))
