"""Around the posts: what remains, who leaves, and whom the group already employs."""

from collections import Counter
from collections.abc import Sequence

from gems.domain.composition import ComposeQuestion, Post
from gems.domain.group import Group
from gems.domain.people import ContractKind, Employee
from gems.domain.proposal_of_posts import Leaving, Match, PostSheet, Remainder
from gems.domain.typical import TypicalFortnight
from gems.domain.words import Words

FAR = Words(
    "Aucune autre heure à moins de {minutes} min de route ne complète ces heures en un temps plein.",
    "No other hours within a {minutes} min drive make a full-time post with these.",
)
NOT_ENOUGH = Words(
    "Ces heures ne suffisent pas, avec ce qui reste autour, à un temps plein dans le respect des repos et de quatre "
    "adhérents au plus : elles commencent un poste qu'il faut compléter.",
    "With what remains around, these hours do not make a full-time post that keeps rests and four members at most: "
    "they begin a post that needs more.",
)
PEAK = Words(
    "Elles tombent aux mêmes moments que d'autres heures, ou dépassent ce que des semaines légales peuvent tenir : les "
    "postes proposés sont pleins.",
    "They fall at the same times as other hours, or beyond what legal weeks can hold: the posts proposed are full.",
)
SEASON = Words(
    "Demandées hors des semaines types : des heures d'une saison, à couvrir par un contrat court ou des heures "
    "supplémentaires.",
    "Asked outside the typical weeks: hours of a season, for a short contract or overtime.",
)


def remainders(question: ComposeQuestion, posts: Sequence[Post], begun: Sequence[Post]) -> tuple[Remainder, ...]:
    """Hours of the year by request that no post holds, most first."""
    fortnight, terms = question.fortnight, question.terms
    held, started = Counter[str](), set[str]()
    for post in posts:
        for piece in post.pieces:
            held[fortnight.mission[piece.mission_id or ""].request.id] += _of_year(fortnight, post, piece.mission_id)
    for post in begun:
        started.update(fortnight.mission[piece.mission_id or ""].request.id for piece in post.pieces)
    asked = Counter[str]()
    for need in fortnight.needs:
        asked[need.request.id] += fortnight.of_year(need)
    found = []
    near = _jobs_near(question)
    for request_id, minutes in asked.items():
        left = minutes - held[request_id]
        if left > 0:
            alone = near[request_id] < terms.least_year
            why = NOT_ENOUGH if request_id in started else FAR.fill(minutes=terms.commute_minutes) if alone else PEAK
            found.append(Remainder(request_id=request_id, minutes=left, why=why))
    return tuple(sorted(found, key=lambda one: (-one.minutes, one.request_id)))


def _of_year(fortnight: TypicalFortnight, post: Post, mission_id: str | None) -> int:
    mission = fortnight.mission[mission_id or ""]
    minutes = sum(piece.minutes for piece in post.pieces if piece.mission_id == mission_id)
    return minutes * fortnight.times(mission)


def _jobs_near(question: ComposeQuestion) -> dict[str, int]:
    """For each request, the minutes of the year of its own job within the drive allowed."""
    fortnight, most = question.fortnight, question.terms.commute_minutes
    group = fortnight.group
    found: dict[str, int] = {}
    for need in fortnight.needs:
        if need.request.id not in found:
            found[need.request.id] = sum(
                fortnight.of_year(other)
                for other in fortnight.needs
                if other.request.qualification == need.request.qualification
                and group.drive(need.request.site_id, other.request.site_id).minutes <= most
            )
    return found


def leaving(question: ComposeQuestion, sheets: Sequence[PostSheet]) -> tuple[Leaving, ...]:
    """What each member holds, and the posts that would no longer close without it; the most exposed first."""
    terms, found = question.terms, []
    for member in question.fortnight.group.members:
        minutes = 0
        broken: list[str] = []
        touched: list[str] = []
        for sheet in sheets:
            share = next((one.minutes for one in sheet.shares if one.member_id == member.id), 0)
            if not share:
                continue
            minutes += share
            whole = sheet.placed + sheet.driving - share
            (touched if whole >= terms.least_year else broken).append(sheet.post.id)
        if minutes:
            found.append(Leaving(member_id=member.id, minutes=minutes, broken=tuple(broken), touched=tuple(touched)))
    return tuple(sorted(found, key=lambda one: (-len(one.broken), -one.minutes, one.member_id)))


def matches(question: ComposeQuestion, sheets: Sequence[PostSheet]) -> tuple[Match, ...]:
    """Give as many posts as possible to the present staff, full-timers first; the rest is to hire."""
    group = question.fortnight.group
    holder: dict[str, str] = {}
    able = {person.id: [s.post.id for s in sheets if _could(group, person, s)] for person in group.employees}
    order = sorted(group.employees, key=lambda person: person.contract.kind is not ContractKind.FULL_TIME)
    for person in order:
        _give(person.id, able, holder, set())
    kind = {person.id: person.contract.kind for person in group.employees}
    return tuple(
        Match(
            post_id=sheet.post.id,
            employee_id=(taken := holder.get(sheet.post.id)),
            raised=taken is not None and kind[taken] is ContractKind.PART_TIME,
        )
        for sheet in sheets
    )


def _give(person: str, able: dict[str, list[str]], holder: dict[str, str], seen: set[str]) -> bool:
    """A post for this person, moving others to posts they could hold too (Kuhn, 1955)."""
    for post in able[person]:
        if post in seen:
            continue
        seen.add(post)
        if post not in holder or _give(holder[post], able, holder, seen):
            holder[post] = person
            return True
    return False


def _could(group: Group, person: Employee, sheet: PostSheet) -> bool:
    """Whether they hold what every piece needs, and live near enough."""
    held = [one.code for one in person.qualifications]
    for piece in sheet.post.pieces:
        rows = (group.stand_in(code, piece.qualification) for code in held)
        fits = piece.qualification in held or any(row is not None and row.allowed for row in rows)
        if not fits or group.commute(person.id, piece.site_id).minutes > person.max_commute_minutes:
            return False
    return True
