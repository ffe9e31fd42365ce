"""Regions of a question that is too large to be composed at once: sites near each other, with what they ask."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, combinations

from gems.domain.composition import ComposeQuestion, Post
from gems.domain.group import Group
from gems.domain.members import Site
from solver.compose.parts import only

PIECES = 600
"""Pieces of work up to which a question is composed at once: its duties grow much faster than they do."""


def regions_of(question: ComposeQuestion, most: int) -> list[ComposeQuestion]:
    """The question itself where it is small enough; else a question for each region, each request in one of them.

    Sites are halved, those nearer to one of the two places furthest apart on one side, until no half asks for more
    than so many pieces.
    """
    pieces = _pieces(question)
    group = question.fortnight.group
    regions = _halved(group, [site for site in group.sites if pieces[site.id]], pieces, most)
    return [_of(question, region) for region in regions]


def near(question: ComposeQuestion, place: str, most: int, posts: Iterable[Post] = ()) -> ComposeQuestion:
    """What the sites nearest to a place ask: as many sites as ask for up to so many pieces, without those that are held
    by a post which works at others too."""
    pieces = _pieces(question)
    group = question.fortnight.group
    order = sorted(
        (site for site in group.sites if pieces[site.id]),
        key=lambda site: (_drive(group, place, site.commune), site.id),
    )
    number = {site.id: rank for rank, site in enumerate(order)}
    added = [*(pieces[site.id] for site in order), 0]
    for post in posts:
        at = [number.get(piece.site_id, len(order)) for piece in post.pieces]
        for rank in at:
            added[rank] -= 1
        added[max(at)] += len(at)  # with this site all that the post holds is inside
    wide = [last for last, asked in enumerate(accumulate(added[:-1])) if asked <= most]
    return _of(question, order[: max(wide, default=0) + 1])


def _pieces(question: ComposeQuestion) -> Counter[str]:
    """By site, how many pieces of work are asked."""
    return Counter(mission.request.site_id for mission in question.fortnight.mission.values())


def _halved(group: Group, sites: Sequence[Site], pieces: Counter[str], most: int) -> list[list[Site]]:
    whole = sum(pieces[site.id] for site in sites)
    if whole <= most or len(sites) == 1:
        return [list(sites)]
    here, there = _furthest(group, sorted({site.commune for site in sites}))
    order = sorted(
        sites,
        key=lambda site: (
            _drive(group, here, site.commune) - _drive(group, there, site.commune),
            site.commune,
            site.member_id,
            site.id,
        ),
    )
    counted, half = 0, 0
    while half < len(order) - 1 and (not half or counted + pieces[order[half].id] <= whole / 2):
        counted += pieces[order[half].id]
        half += 1
    return [*_halved(group, order[:half], pieces, most), *_halved(group, order[half:], pieces, most)]


def _furthest(group: Group, communes: Sequence[str]) -> tuple[str, str]:
    """The two places with the longest drive between them; a place and itself where there is only one."""
    pairs = list(combinations(communes, 2)) or [(communes[0], communes[0])]
    return max(pairs, key=lambda pair: _drive(group, *pair))


def _drive(group: Group, one: str, other: str) -> int:
    return 0 if one == other else group.travel_table.between(one, other).minutes


def _of(question: ComposeQuestion, sites: Iterable[Site]) -> ComposeQuestion:
    """What some sites ask."""
    found = {site.id for site in sites}
    requests = question.fortnight.group.requests
    return only(question, {request.id for request in requests if request.site_id in found})
