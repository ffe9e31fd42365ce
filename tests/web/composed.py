"""A scenario of posts for the small sample, as a composing would keep it."""

from gems.domain.group import Group
from gems.domain.scenario import Contents
from gems.domain.time import instant_at
from gems.planning.compose.scenarios import keep_scenario
from tests.web.furnished import House

NAME = "Deux postes"


def keep(house: House, group: Group, id: str = "kept", name: str = NAME) -> Contents:
    """Put one on the shelf; what it holds."""
    contents = contents_for(house, group)
    keep_scenario(house.office, house.coordinator, scenario_id=id, name=name, contents=contents)
    return contents


def contents_for(house: House, group: Group) -> Contents:
    """Two posts at two members, the second of them with a night; hours to sell; a member whose leaving breaks both."""
    first, (one, other) = house.monday, group.sites[:2]
    job, person = group.employees[0].qualifications[0].code, group.employees[0].id
    assert one.member_id != other.member_id
    midnight = instant_at(first, 0)

    def piece(site: str, start: int, end: int) -> dict[str, object]:
        return {"mission": None, "start": midnight + start, "end": midnight + end, "site": site, "job": job}

    def post(id: str, *pieces: dict[str, object]) -> dict[str, object]:
        return {
            "id": id, "job": job, "jobs": [job], "home": one.commune, "pieces": list(pieces),
            "week_minutes": [2100, 2160], "placed_minutes": 96_000, "closing_minutes": 96_420, "km": 120,
            "commute_minutes": 25, "cents": 3_480_000, "shares": {one.member_id: 60_000, other.member_id: 36_000},
        }  # fmt: skip

    sold = [{"weekday": day, "start_clock": 540, "end_clock": 720} for day in (1, 3)]
    return {
        "typical_from": first.isoformat(),
        "asked_minutes": 240_000,
        "placed_minutes": 192_000,
        "bound_minutes": 195_000,
        "posts": [post("P1", piece(one.id, 480, 720)), post("P2", piece(other.id, 1320, 1740))],
        "staff": [
            {"post": "P1", "employee": person, "raised": True},
            {"post": "P2", "employee": None, "raised": False},
        ],
        "remainders": [
            {"request": group.requests[0].id, "minutes": 4800, "why": {"fr": "Trop loin.", "en": "Too far."}}
        ],
        "to_sell": [{"weekly_minutes": 360, "job": job, "commune": one.commune, "member": None, "hours": sold}],
        "leaving": [{"member": one.member_id, "minutes": 120_000, "broken": ["P1", "P2"], "touched": []}],
    }
