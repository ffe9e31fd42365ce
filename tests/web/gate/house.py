"""A group and those who may come in, and how a browser sends a form of ours."""

from dataclasses import dataclass
from typing import Any

from gems.access.first_start import create_first_coordinator, one_time_code
from gems.access.links import LinkPurpose
from gems.access.policy import Actor, Role
from gems.access.sessions import actor_of_session
from gems.planning.accounts import add_account
from gems.planning.links import make_personal_link
from gems.planning.office import Office
from gems.store.store import Store, wall_clock
from sample_data import generate
from tests.store.put import new_group

ADDRESS = "http://gems.example"
NAME, LOGIN, PASSWORD = "Odile", "odile@groupement.fr", "trois poules rousses"
OURS = {"origin": ADDRESS}
"""What a browser says when it sends a form of ours."""


@dataclass(frozen=True)
class House:
    """A group and those who may come in."""

    store: Store
    coordinator: Actor
    token: str
    """Of a session of the coordinator."""

    @property
    def office(self) -> Office:
        return Office(self.store)

    def employee(self) -> tuple[int, str]:
        """An employee's account: its number, and its temporary password."""
        somebody = generate("small").employees[0]
        opened = add_account(
            self.office,
            self.coordinator,
            login="salarie@exemple.fr",
            name=somebody.name,
            role=Role.EMPLOYEE,
            employee_id=somebody.id,
        )
        assert opened.temporary_password is not None
        return opened.account_id, opened.temporary_password

    def link(self, purpose: LinkPurpose) -> str:
        """The token of a personal link of an employee."""
        return self.new_link(self.employee()[0], purpose)

    def new_link(self, account: int, purpose: LinkPurpose) -> str:
        """The token of a new personal link of this account."""
        return make_personal_link(self.office, self.coordinator, account_id=account, purpose=purpose)


def open_house(store: Store) -> House:
    """The small sample and its first coordinator, put in a store."""
    return House(store, *settle(store))


def settle(store: Store) -> tuple[Actor, str]:
    """Fills a database with the small sample and its first coordinator; the token of their session."""
    new_group(store, generate("small"))
    now = wall_clock()
    code = one_time_code(store, now=now)
    assert code is not None
    signed_in = create_first_coordinator(
        store, code, group_name="", login=LOGIN, name=NAME, password=PASSWORD, origin="", now=now
    )
    coordinator = actor_of_session(store, signed_in.token, now)
    assert coordinator is not None
    return coordinator, signed_in.token


def send(client: Any, path: str, **fields: Any) -> Any:
    """Send a form as a browser does from a page of ours."""
    return client.post(path, data=fields, headers=OURS)
