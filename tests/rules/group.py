"""The small fictitious group in which every rule is tried: four people, three members, nights and offices."""

from datetime import date

from gems.domain.group import Group, Settings
from gems.domain.members import Member, Site
from gems.domain.people import Contract, ContractKind, Employee, HeldQualification, Qualification, StandIn
from gems.domain.places import Commune
from gems.domain.prices import Prices
from gems.domain.problem import Problem
from gems.domain.time import Horizon

FIRST = date(2026, 11, 23)
MEMBERS = frozenset({"EHPAD", "FOYER", "MAIRIE"})


def contract(**changes: object) -> Contract:
    """A full-time contract with all three members, unless changed."""
    fields: dict[str, object] = {
        "kind": ContractKind.FULL_TIME,
        "weekly_minutes": 35 * 60,
        "annual_minutes": 1607 * 60,
        "first_day": date(2020, 1, 1),
        "member_ids": MEMBERS,
    }
    return Contract(**{**fields, **changes})  # type: ignore[arg-type]


def employee(id: str, **changes: object) -> Employee:
    """A caregiver of Guéret under a full-time contract, unless changed."""
    fields: dict[str, object] = {
        "id": id,
        "name": {"ANA": "Ana Roux", "BEN": "Ben Faure", "CLE": "Cléo Petit", "DAN": "Dan Morel"}.get(id, id),
        "home": "Guéret",
        "qualifications": (HeldQualification(code="caregiver"),),
        "contract": contract(),
    }
    return Employee(**{**fields, **changes})  # type: ignore[arg-type]


def group(**changes: object) -> Group:
    """The group; any field may be changed. ANA, BEN full-time; CLE part-time 24 h secretary; DAN night worker."""
    fields: dict[str, object] = {
        "settings": Settings(name="Essai"),
        "communes": (
            Commune(name="Guéret", latitude=46.1708, longitude=1.8717, dual_carriageway=True),
            Commune(name="Ahun", latitude=46.0861, longitude=2.0453),
            Commune(name="Aubusson", latitude=45.9569, longitude=2.1697),
        ),
        "members": (
            Member(id="EHPAD", name="EHPAD Les Tilleuls"),
            Member(id="FOYER", name="Foyer des Deux Rives"),
            Member(id="MAIRIE", name="CCAS du Bourg", territorial=True),
        ),
        "sites": (
            Site(id="E", member_id="EHPAD", name="EHPAD", commune="Guéret"),
            Site(id="F", member_id="FOYER", name="Foyer", commune="Ahun"),
            Site(id="G", member_id="FOYER", name="Annexe", commune="Guéret"),
            Site(id="M", member_id="MAIRIE", name="Mairie", commune="Aubusson"),
        ),
        "qualifications": (
            Qualification(code="caregiver", name_fr="aide-soignant", name_en="caregiver", sunday_work=True),
            Qualification(code="aes", name_fr="AES", name_en="AES", sunday_work=True),
            Qualification(code="secretary", name_fr="secrétaire", name_en="secretary"),
            Qualification(code="educator", name_fr="éducateur spécialisé", name_en="educator", sunday_work=True),
            Qualification(code="night_watch", name_fr="surveillant de nuit", name_en="night watch", sunday_work=True),
        ),
        "stand_ins": (
            StandIn(held="caregiver", needed="aes", allowed=True, cents_per_minute=5),
            StandIn(held="aes", needed="caregiver", allowed=False),
        ),
        "employees": (
            employee("ANA"),
            employee("BEN"),
            employee(
                "CLE",
                qualifications=(HeldQualification(code="secretary"),),
                contract=contract(kind=ContractKind.PART_TIME, weekly_minutes=24 * 60, annual_minutes=1102 * 60),
            ),
            employee(
                "DAN",
                qualifications=(HeldQualification(code="night_watch"), HeldQualification(code="caregiver")),
                contract=contract(night_worker=True),
            ),
        ),
    }
    return Group(**{**fields, **changes})  # type: ignore[arg-type]


def problem(of: Group | None = None, *, weeks: int = 1, first: date = FIRST, **changes: object) -> Problem:
    """A problem on the group for some weeks from a Monday."""
    fields: dict[str, object] = {
        "group": of or group(),
        "horizon": Horizon(first, weeks),
        "prices": Prices(profile="none", cents={}),
    }
    return Problem(**{**fields, **changes})  # type: ignore[arg-type]
