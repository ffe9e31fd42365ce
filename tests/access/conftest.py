"""A group with one account of each role, and hashing that takes no time."""

from dataclasses import dataclass

import pytest
from argon2 import PasswordHasher

from gems.access import passwords
from gems.access.accounts import house
from gems.access.links import LinkPurpose
from gems.access.policy import Actor, Role
from gems.access.sessions import SignedIn
from gems.access.sign_in import choose_password, sign_in
from gems.domain.time import Stamp
from gems.planning.accounts import add_account
from gems.planning.links import make_personal_link
from gems.planning.office import Office
from gems.store.accounts import Account
from gems.store.desk import reading_desk
from gems.store.store import Store
from sample_data import generate
from tests.databases import FillStore
from tests.store.put import sample_group

NOW: Stamp = 2_000_000_000
"""Real time, far from the house's clock: neither may stand for the other."""
HERE = "192.0.2.7"
PASSWORD = "le chat boit du café"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture(autouse=True)
def quick_hashing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashing is slow on purpose; here it is only done often."""
    monkeypatch.setattr(passwords, "HASHER", QUICK)


@dataclass(frozen=True)
class Front:
    """The front of the house."""

    office: Office
    group_id: int
    member_id: str
    employee_id: str

    @property
    def store(self) -> Store:
        """The store behind."""
        return self.office.store

    @property
    def house(self) -> Actor:
        """Whoever holds the machine."""
        return house(self.group_id)

    def account(self, login: str) -> Account:
        """As it stands."""
        with reading_desk(self.store) as desk:
            found = desk.accounts.named(login)
        assert found is not None
        return found

    def add(self, role: Role, login: str) -> str:
        """A new account; its temporary password."""
        of = {
            "member_id": self.member_id if role is Role.MEMBER else None,
            "employee_id": self.employee_id if role is Role.EMPLOYEE else None,
        }
        made = add_account(self.office, self.house, login=login, name=f"Name of {login}", role=role, **of)
        assert made.temporary_password is not None
        return made.temporary_password

    def settled(self, role: Role, login: str) -> SignedIn:
        """A new account whose holder has chosen PASSWORD, and is signed in."""
        first = sign_in(self.store, login, self.add(role, login), origin=HERE, now=NOW)
        return choose_password(self.store, first.token, PASSWORD, now=NOW)

    def link(self, login: str, purpose: LinkPurpose, days: int | None = None) -> str:
        """The token of a new personal link."""
        number = self.account(login).id
        return make_personal_link(self.office, self.house, account_id=number, purpose=purpose, days=days, now=NOW)

    def link_number(self, login: str) -> int:
        """Of the latest link."""
        with reading_desk(self.store) as desk:
            return desk.keys.links_of(self.account(login).id)[0].id

    def deeds(self) -> list[tuple[str, str]]:
        """Who did what, the oldest first."""
        with self.store.read(self.group_id) as work:
            return [(deed.who, deed.act) for deed in reversed(work.trail.deeds())]


@pytest.fixture
def front(filled_store: FillStore) -> Front:
    """A group without accounts."""
    group = generate("small")
    store, number = filled_store(sample_group())
    return Front(
        office=Office(store), group_id=number, member_id=group.members[0].id, employee_id=group.employees[0].id
    )
