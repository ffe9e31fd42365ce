"""How rules name a mission or a request to people; the planner never reads this."""

from gems.domain.group import Group
from gems.domain.missions import Mission, Visit
from gems.domain.requests import Request
from gems.domain.words import Words, day, same


def request_name(group: Group, request: Request) -> Words:
    """ "Toilettes du matin (EHPAD Les Tilleuls)"; the request's id when it has no label."""
    return same(f"{request.label or request.id} ({group.member[request.member_id].name})")


def mission_name(group: Group, mission: Mission) -> Words:
    """ "Toilettes du matin (EHPAD Les Tilleuls), lun. 23 nov."."""
    name, on = request_name(group, mission.request), day(mission.day)
    return Words(f"{name.fr}, {on.fr}", f"{name.en}, {on.en}")


def visit_name(group: Group, visit: Visit) -> Words:
    """ "Visite « Lever » (EHPAD Les Tilleuls), lun. 23 nov."."""
    member, on = group.member[visit.missions[0].request.member_id].name, day(visit.day)
    return Words(f"Visite « {visit.name} » ({member}), {on.fr}", f"Visit “{visit.name}” ({member}), {on.en}")


def days_count(number: int) -> Words:
    """ "1 jour" / "1 day", "4 jours" / "4 days"."""
    return Words(f"{number} jour" + "s" * (number > 1), f"{number} day" + "s" * (number != 1))
