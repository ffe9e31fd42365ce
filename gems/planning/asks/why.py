"""Why hours are not served, in words that teach a member nothing of anybody: no name, count, absence or member."""

from collections.abc import Iterable

from gems.domain.missions import Mission
from gems.domain.words import Words
from gems.planning.insertion import Insertions

NEVER = frozenset({"qualification_match", "commute_max", "excluded_person"})
"""Rules that keep a person with this member in their contract from this place or job whatever the week."""
NOBODY = Words(
    "Personne dans le groupement ne peut tenir ce poste chez vous pour l'instant.",
    "Nobody in the group can hold this job at your place for now.",
)
NOT_FREE = Words(
    "Personne ayant la qualification n'est libre à ces heures, dans le respect du temps de travail et des repos.",
    "Nobody with the qualification is free at these hours, within working time and rest.",
)
TOO_SHORT = Words(
    "Le groupement n'a pas assez d'heures cette semaine : il partage le manque entre ses adhérents.",
    "The group is short of hours this week: it shares the shortage between its members.",
)
NO_SLOT = Words("Aucun horaire possible ne reste pour ces heures.", "No possible time is left for these hours.")


def reasons(asks: Insertions, missions: Iterable[Mission]) -> tuple[Words, ...]:
    """For the missions of one request that nobody serves, each sentence that holds, once."""
    found = [_reason(asks, mission) for mission in missions]
    return tuple(dict.fromkeys(found)) or (NO_SLOT,)


def _reason(asks: Insertions, mission: Mission) -> Words:
    # Why each person is kept from it is looked at, never told: busy, away, tired or too far all sound the same.
    blocking, member_id = set(), mission.request.member_id
    for person in asks.problem.group.employees:
        if (
            member_id in person.contract.member_ids
        ):  # the others are kept from it by the first of the rules: no need to ask
            rule = asks.blocking(person.id, mission)
            if rule is None:
                return TOO_SHORT
            blocking.add(rule)
    return NOBODY if blocking <= NEVER else NOT_FREE
