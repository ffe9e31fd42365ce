"""Who could be hired: jobs with what they may do, homes with what they reach."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from gems.domain.composition import ComposeQuestion, Kind, Post
from gems.domain.group import Group
from gems.domain.missions import Need

NEXT_DOOR = 5
"""Minutes from a home to a site of the same commune."""


@dataclass(frozen=True)
class Possible:
    """All that can be looked up about a question, once."""

    question: ComposeQuestion

    @cached_property
    def group(self) -> Group:
        """The group composed for."""
        return self.question.fortnight.group

    @cached_property
    def serves(self) -> Mapping[str, frozenset[str]]:
        """The jobs that each job may do, by the stand-in table; itself among them."""
        allowed = {job: {job} for job in self.group.qualification}
        for row in self.group.stand_ins:
            if row.allowed:
                allowed[row.held].add(row.needed)
        return {job: frozenset(found) for job, found in allowed.items()}

    @cached_property
    def homes(self) -> tuple[str, ...]:
        """Communes where somebody could live: those of the sites."""
        return tuple(sorted({site.commune for site in self.group.sites}))

    def minutes(self, home: str, site_id: str) -> int:
        """The drive from a commune to a site."""
        commune = self.group.site[site_id].commune
        return NEXT_DOOR if commune == home else self.group.travel_table.between(home, commune).minutes

    def reach(self, job: str, home: str, needs: Iterable[Need]) -> list[Need]:
        """What this job could serve from this home."""
        most = self.question.terms.commute_minutes
        return [
            need
            for need in needs
            if need.request.qualification in self.serves[job] and self.minutes(home, need.request.site_id) <= most
        ]

    @cached_property
    def widest(self) -> tuple[Kind, ...]:
        """Kinds without a limit on members: whatever a post holds, one of these could hold."""
        needs = self.question.fortnight.needs
        asked = {need.request.qualification for need in needs}
        serves = {job: self.serves[job] & asked for job in self.serves}
        jobs = [job for job in serves if serves[job] and not any(_beats(serves, other, job) for other in serves)]
        return tuple(kind for job in jobs for kind in self._widest_of(job, needs))

    def _widest_of(self, job: str, needs: Iterable[Need]) -> Iterable[Kind]:
        sites: dict[frozenset[str], str] = {}
        for home in self.homes:
            own = frozenset(need.request.site_id for need in self.reach(job, home, needs))
            if own:
                sites.setdefault(own, home)
        for own, home in sites.items():
            if not any(own < other for other in sites):
                members = {self.group.site[site].member_id for site in own}
                yield Kind(job=job, home=home, members=tuple(sorted(members)))

    def settled(self, post: Post) -> Post:
        """The same work for the plainest person: the job that stands in least, the home that drives least."""
        done: dict[str, int] = {}
        for piece in post.pieces:
            done[piece.qualification] = done.get(piece.qualification, 0) + piece.minutes
        jobs = [job for job in self.serves if done.keys() <= self.serves[job]]
        job = min(jobs, key=lambda one: (sum(done.values()) - done.get(one, 0), one))
        days = {(piece.day, piece.site_id) for piece in post.pieces}

        def far(home: str) -> tuple[bool, int, str]:
            drives = [self.minutes(home, site) for _, site in days]
            return max(drives) > self.question.terms.commute_minutes, sum(drives), home

        return replace(post, kind=replace(post.kind, job=job, home=min(self.homes, key=far)))


def _beats(serves: Mapping[str, frozenset[str]], other: str, job: str) -> bool:
    return serves[job] < serves[other] or (serves[job] == serves[other] and other < job)
