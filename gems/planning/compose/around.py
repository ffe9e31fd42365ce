"""Around the posts: who leaves, and whom the group already employs."""

from collections.abc import Sequence

from gems.domain.composition import ComposeQuestion
from gems.domain.group import Group
from gems.domain.people import ContractKind, Employee
from gems.domain.proposal_of_posts import Leaving, Match, PostSheet


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
