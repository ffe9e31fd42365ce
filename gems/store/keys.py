"""What opens an account without its password: sessions, personal links, the code of the first start.

Only hashes of the secrets are kept: whoever reads the database cannot come in with what is written there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, or_, select, update

from gems.domain.time import Stamp
from gems.store.accounts import Account, account_of, select_accounts
from gems.store.tables.access import accounts, first_start, links, sessions


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A personal link as the store knows it: never its token."""

    id: int
    account_id: int
    purpose: str
    """One of `gems.access.links.LinkPurpose`."""
    made_at: Stamp
    expires_at: Stamp | None
    """None: never by itself."""
    revoked_at: Stamp | None
    used_at: Stamp | None
    """The last time, give or take a day."""

    def works(self, now: Stamp) -> bool:
        """Neither revoked nor expired. (Its account may be closed: see `Account.disabled`.)"""
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """Somebody signed in on one browser."""

    account: Account
    link_id: int | None
    """The personal link that opened it; None: a password."""
    expires_at: Stamp


_LINK = [column for column in links.c if column.name != "token_hash"]


class Keys:
    """Sessions, links and the first code, inside one transaction. Every secret arrives as its hash."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def open_session(
        self, token_hash: str, account_id: int, *, link_id: int | None, now: Stamp, expires_at: Stamp
    ) -> None:
        """Somebody came in; sessions past their time are swept on the way."""
        self._connection.execute(delete(sessions).where(sessions.c.expires_at <= now))
        values = {"token_hash": token_hash, "account_id": account_id, "link_id": link_id}
        self._connection.execute(insert(sessions).values(**values, made_at=now, expires_at=expires_at))

    def session(self, token_hash: str, now: Stamp) -> SessionRow | None:
        """The session of that token, unless its time is over, its account closed or the link that opened it dead."""
        query = (
            select_accounts()
            .add_columns(sessions.c.link_id, sessions.c.expires_at)
            .join(sessions, sessions.c.account_id == accounts.c.id)
            .outerjoin(links, links.c.id == sessions.c.link_id)
            .where(sessions.c.token_hash == token_hash, sessions.c.expires_at > now)
            .where(accounts.c.disabled.is_(False), *_living(now))
        )
        row = self._connection.execute(query).mappings().first()
        if row is None:
            return None
        return SessionRow(account=account_of(row), link_id=row["link_id"], expires_at=row["expires_at"])

    def end_session(self, token_hash: str) -> None:
        """Signed out."""
        self._connection.execute(delete(sessions).where(sessions.c.token_hash == token_hash))

    def end_sessions(self, account_id: int) -> None:
        """Out of every browser."""
        self._connection.execute(delete(sessions).where(sessions.c.account_id == account_id))

    def add_link(self, token_hash: str, account_id: int, purpose: str, *, now: Stamp, expires_at: Stamp | None) -> None:
        """A new personal link."""
        values = {"token_hash": token_hash, "account_id": account_id, "purpose": purpose}
        self._connection.execute(insert(links).values(**values, made_at=now, expires_at=expires_at))

    def link(self, token_hash: str) -> Link | None:
        """The link of that token, in whatever state."""
        return self._link(links.c.token_hash == token_hash)

    def links_of(self, account_id: int) -> tuple[Link, ...]:
        """An account's links, the latest first."""
        query = select(*_LINK).where(links.c.account_id == account_id).order_by(links.c.id.desc())
        return tuple(_link(row) for row in self._connection.execute(query).mappings())

    def linked(self, purpose: str, now: Stamp) -> frozenset[int]:
        """Accounts that a link of this purpose opens now."""
        query = select(links.c.account_id).where(links.c.purpose == purpose, *_living(now))
        return frozenset(self._connection.execute(query).scalars())

    def find_link(self, link_id: int) -> Link | None:
        """By number."""
        return self._link(links.c.id == link_id)

    def revoke_link(self, link_id: int, now: Stamp) -> None:
        """It opens nothing any more, and whoever came in by it is out."""
        live = (links.c.id == link_id, links.c.revoked_at.is_(None))
        self._connection.execute(update(links).where(*live).values(revoked_at=now))
        self._connection.execute(delete(sessions).where(sessions.c.link_id == link_id))

    def stamp_link(self, link_id: int, now: Stamp) -> None:
        """It was just used."""
        self._connection.execute(update(links).where(links.c.id == link_id).values(used_at=now))

    def set_first_code(self, code_hash: str, expires_at: Stamp) -> None:
        """The code of the first start; the former one opens nothing any more."""
        self.drop_first_code()
        self._connection.execute(insert(first_start).values(code_hash=code_hash, expires_at=expires_at))

    def first_code(self, now: Stamp) -> str | None:
        """The hash of the code that opens the first start, unless its time is over."""
        query = select(first_start.c.code_hash).where(first_start.c.expires_at > now)
        found: str | None = self._connection.execute(query).scalar()
        return found

    def drop_first_code(self) -> None:
        """No code any more."""
        self._connection.execute(delete(first_start))

    def _link(self, which: ColumnElement[bool]) -> Link | None:
        row = self._connection.execute(select(*_LINK).where(which)).mappings().first()
        return None if row is None else _link(row)


def _living(now: Stamp) -> tuple[ColumnElement[bool], ...]:
    """That a link works (see `Link.works`), or that there is none."""
    return links.c.revoked_at.is_(None), or_(links.c.expires_at.is_(None), links.c.expires_at > now)


def _link(row: Mapping[Any, Any]) -> Link:
    return Link(**{column.name: row[column] for column in _LINK})
