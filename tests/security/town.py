"""One database with three groups that have nothing to do with one another."""

from dataclasses import dataclass

from gems.access.policy import Actor, Role
from gems.planning.office import Office
from gems.store.store import Store
from tests.security.lived import Lived, lived
from tests.security.marks import Marks


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Groups:
    """Who is in the database."""

    home: Lived
    away: Lived
    """Another group, whose ids nobody at home has."""
    twin: Lived
    """Another group with the very ids of home."""

    def everybody(self) -> dict[str, Actor | None]:
        """One of each kind at home, by what they are called in a failure."""
        home, group = self.home, self.home.group
        members, people = group.members, group.employees
        return {
            "coordinator": home.actor(Role.COORDINATOR),
            "board": home.actor(Role.BOARD),
            "member": home.actor(Role.MEMBER, members[0].id),
            "other member": home.actor(Role.MEMBER, members[1].id),
            "member of no organisation": home.actor(Role.MEMBER),
            "employee": home.actor(Role.EMPLOYEE, people[0].id),
            "other employee": home.actor(Role.EMPLOYEE, people[1].id),
            "employee of no contract": home.actor(Role.EMPLOYEE),
            "nobody": None,
        }


@dataclass(frozen=True, slots=True, repr=False)
class Town:
    """The database, open."""

    store: Store
    groups: Groups

    @property
    def office(self) -> Office:
        """What use cases are asked at."""
        return Office(self.store)


def settle(store: Store, sample: str) -> Groups:
    """The three groups, put in a store."""
    at_home = Marks("A")
    return Groups(
        home=lived(store, sample, at_home),
        away=lived(store, sample, Marks("B")),
        twin=lived(store, sample, Marks("C"), at_home),
    )
