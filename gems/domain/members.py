"""Member organisations and their places of work."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A user organisation (adhérent): an association, a care home, a home-care service, an office."""

    id: str
    name: str
    territorial: bool = False
    """A territorial public body: L1253-20 caps one person's time there."""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place of work of a member."""

    id: str
    member_id: str
    name: str
    commune: str
