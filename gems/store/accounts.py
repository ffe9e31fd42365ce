"""Accounts: who may sign in. Of the whole database: a sign-in name says which group somebody is of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, exists, insert, select, update

from gems.domain.time import Stamp
from gems.domain.words import Language
from gems.store.tables.access import accounts


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAccount:
    """What is said of an account when it is made."""

    login: str
    """In lower case, unique in the whole database; often an e-mail address."""
    name: str
    role: str
    """One of `gems.access.policy.Role`."""
    member_id: str | None = None
    employee_id: str | None = None
    language: Language = "fr"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account(NewAccount):
    """An account as the store knows it. Never its password, nor what is kept of it."""

    id: int
    group_id: int
    has_password: bool
    must_change: bool
    """The password was given by somebody else: the first thing to do is to choose another."""
    disabled: bool


_SHOWN = [column for column in accounts.c if column.name not in ("password_hash", "made_at")]


class Accounts:
    """Every account, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_group(self, group_id: int) -> tuple[Account, ...]:
        """A group's, by name."""
        query = select_accounts().where(accounts.c.group_id == group_id).order_by(accounts.c.name, accounts.c.id)
        return tuple(account_of(row) for row in self._connection.execute(query).mappings())

    def find(self, account_id: int) -> Account | None:
        """By number."""
        return self._first(select_accounts().where(accounts.c.id == account_id))

    def named(self, login: str) -> Account | None:
        """By sign-in name, in lower case."""
        return self._first(select_accounts().where(accounts.c.login == login))

    def hold(self, account_id: int) -> Account | None:
        """By number; nobody else changes it until this transaction ends."""
        return self._first(select_accounts().where(accounts.c.id == account_id).with_for_update())

    def anybody(self, role: str) -> bool:
        """Whether there is an account of this role, in any group."""
        query = select(exists().where(accounts.c.role == role))
        return bool(self._connection.execute(query).scalar_one())

    def password_hash(self, account_id: int) -> str | None:
        """What is kept of the password; None without one."""
        found: str | None = self._connection.execute(
            select(accounts.c.password_hash).where(accounts.c.id == account_id)
        ).scalar()
        return found

    def add(self, group_id: int, told: NewAccount, now: Stamp) -> int:
        """A new account, without a password; its number."""
        names = ("login", "name", "role", "member_id", "employee_id", "language")
        values: dict[str, Any] = {name: getattr(told, name) for name in names}
        values |= {"group_id": group_id, "must_change": False, "disabled": False, "made_at": now}
        number: int = self._connection.execute(insert(accounts).values(**values).returning(accounts.c.id)).scalar_one()
        return number

    def set_password(self, account_id: int, password_hash: str, *, must_change: bool) -> None:
        """Another password, kept as its hash."""
        self._set(account_id, password_hash=password_hash, must_change=must_change)

    def set_disabled(self, account_id: int, disabled: bool) -> None:
        """Close or open it."""
        self._set(account_id, disabled=disabled)

    def _set(self, account_id: int, **values: Any) -> None:
        self._connection.execute(update(accounts).where(accounts.c.id == account_id).values(**values))

    def _first(self, query: Select[Any]) -> Account | None:
        row = self._connection.execute(query).mappings().first()
        return None if row is None else account_of(row)


def select_accounts() -> Select[Any]:
    """Everything an `Account` shows."""
    return select(*_SHOWN, accounts.c.password_hash.is_not(None).label("has_password"))


def account_of(row: Mapping[Any, Any]) -> Account:
    """The account in a row of `select_accounts`."""
    return Account(**{column.name: row[column] for column in _SHOWN}, has_password=row["has_password"])
