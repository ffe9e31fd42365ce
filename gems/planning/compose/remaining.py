"""Hours that no post holds, and why: each reason is one that was counted, proven or tried; otherwise less is said."""

from collections import Counter
from collections.abc import Iterator, Sequence

from gems.domain.asked import minutes_asked
from gems.domain.composition import ComposeQuestion, Post
from gems.domain.group import Group
from gems.domain.post_words import round_hours
from gems.domain.proposal_of_posts import Remainder, ToSell
from gems.domain.words import Words

SEASON = Words(
    "Demandées seulement hors des semaines types : elles ne sont pas composées.",
    "Asked only outside the typical weeks: they are not composed.",
)
BEGINS = Words(
    "Elles commencent un poste qu'il reste à compléter : voyez les heures à vendre.",
    "They begin a post that needs more: see the hours to sell.",
)
FEW = Words(
    "Où qu'elle habite, une personne qui peut les tenir ne trouve que {found} h par an à {minutes} min de route au "
    "plus ; un temps plein en demande {least} au moins, congés et routes compris.",
    "Wherever they live, somebody who can hold them finds only {found} h a year within a {minutes} min drive; a full "
    "time takes {least} at least, leave and drives included.",
)
NO_OTHER = Words(
    "Avec toutes les heures qui restent, aucun poste de plus ne peut les tenir dans vos limites (adhérents, route, "
    "semaines, année) : c'est prouvé.",
    "With all the hours that remain, no further post can hold them within your limits (members, drive, weeks, year): "
    "proven.",
)
NOT_HELD = Words("Aucun des postes proposés ne les tient.", "None of the posts proposed holds them.")
NEXT_DOOR = 5


def remainders(
    question: ComposeQuestion, posts: Sequence[Post], to_sell: Sequence[ToSell], proven: frozenset[str]
) -> tuple[Remainder, ...]:
    """Hours of the year by request that no post holds, most first.

    `proven`: the requests that no further post could hold out of what remains.
    """
    fortnight = question.fortnight
    sold = {fortnight.mission[p.mission_id or ""].request.id for sale in to_sell for p in sale.post.pieces}
    reached = most_reached(question)
    found = [*_seasonal(question)]
    for request_id, minutes in _left(question, posts).items():
        if request_id in sold:
            why = BEGINS
        elif reached[request_id] < question.terms.least_year:
            why = FEW.fill(
                found=round_hours(reached[request_id]),
                minutes=question.terms.commute_minutes,
                least=round_hours(question.terms.least_year),
            )
        else:
            why = NO_OTHER if request_id in proven else NOT_HELD
        found.append(Remainder(request_id=request_id, minutes=minutes, why=why))
    return tuple(sorted(found, key=lambda one: (-one.minutes, one.request_id)))


def _left(question: ComposeQuestion, posts: Sequence[Post]) -> dict[str, int]:
    fortnight = question.fortnight
    left = Counter[str]()
    for need in fortnight.needs:
        left[need.request.id] += fortnight.of_year(need)
    for post in posts:
        for piece in post.pieces:
            mission = fortnight.mission[piece.mission_id or ""]
            left[mission.request.id] -= piece.minutes * fortnight.times(mission)
    return {request_id: minutes for request_id, minutes in left.items() if minutes > 0}


def _seasonal(question: ComposeQuestion) -> Iterator[Remainder]:
    """Requests of which the typical weeks ask nothing."""
    fortnight = question.fortnight
    group, typical = fortnight.group, {need.request.id for need in fortnight.needs}
    for request in group.requests:
        if request.id not in typical:
            weeks = (minutes_asked(request, monday, group.settings.school_zone) for monday in fortnight.mondays)
            if minutes := sum(weeks):
                yield Remainder(request_id=request.id, minutes=minutes, why=SEASON)


def most_reached(question: ComposeQuestion) -> dict[str, int]:
    """For each request, the most minutes of the year that one person able to hold it could hold near some home."""
    fortnight, group = question.fortnight, question.fortnight.group
    most = Counter[str]()
    for job in group.qualification:
        does = {job, *(row.needed for row in group.stand_ins if row.held == job and row.allowed)}
        for home in {site.commune for site in group.sites}:
            near = {
                site.id for site in group.sites if _drive(group, home, site.commune) <= question.terms.commute_minutes
            }
            held = [n for n in fortnight.needs if n.request.qualification in does and n.request.site_id in near]
            minutes = sum(fortnight.of_year(need) for need in held)
            for need in held:
                most[need.request.id] = max(most[need.request.id], minutes)
    return most


def _drive(group: Group, home: str, commune: str) -> int:
    return NEXT_DOOR if commune == home else group.travel_table.between(home, commune).minutes
