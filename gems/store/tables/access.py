"""Accounts, sessions, personal links, failed attempts, the code of the first start. Secrets are kept as hashes only."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from gems.store.tables.columns import METADATA, stamp

accounts = Table(
    "accounts",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("group_id", Integer, ForeignKey("groups.id"), nullable=False),
    Column("login", Text, nullable=False),  # in lower case; often an e-mail address
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("member_id", Text),
    Column("employee_id", Text),
    Column("password_hash", Text),  # none: comes in by a personal link or a provider only
    Column("must_change", Boolean, nullable=False),
    Column("disabled", Boolean, nullable=False),
    Column("language", Text, nullable=False),
    stamp("made_at"),
    UniqueConstraint("login"),
)
sessions = Table(
    "sessions",
    METADATA,
    Column("token_hash", Text, primary_key=True),
    Column("account_id", Integer, ForeignKey("accounts.id"), nullable=False),
    Column("link_id", Integer, ForeignKey("links.id")),  # the personal link that opened it, and ends it when revoked
    stamp("made_at"),
    stamp("expires_at"),
    Index(None, "account_id"),
)
links = Table(
    "links",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("token_hash", Text, nullable=False),
    Column("purpose", Text, nullable=False),  # sign in, or read the calendar
    Column("account_id", Integer, ForeignKey("accounts.id"), nullable=False),
    stamp("made_at"),
    stamp("expires_at", nullable=True),
    stamp("revoked_at", nullable=True),
    stamp("used_at", nullable=True),
    UniqueConstraint("token_hash"),
    Index(None, "account_id"),
)
attempts = Table(
    "attempts",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("of", Text, nullable=False),  # hash of the sign-in name or of the address it came from
    stamp("at"),
    Index(None, "of", "at"),
)
first_start = Table(
    "first_start",  # a row at most, and only while nobody coordinates
    METADATA,
    Column("code_hash", Text, primary_key=True),
    stamp("expires_at"),
)
