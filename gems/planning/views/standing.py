"""Which version of a week people are told of: the issued one, else the proposed one. A draft is nobody's yet."""

from collections.abc import Iterable
from datetime import date

from gems.domain.life import ISSUED_STATES, Version, VersionHead, VersionState
from gems.store.work import Work

PROPOSED_STATES = frozenset({VersionState.PROPOSED, VersionState.AGREED})


def issued_head(heads: Iterable[VersionHead]) -> VersionHead | None:
    """Of the versions of one week, the one that holds for everybody; None before publication."""
    return next((head for head in heads if head.state in ISSUED_STATES), None)


def proposed_head(heads: Iterable[VersionHead]) -> VersionHead | None:
    """Of the versions of one week, the one that people are asked about; None when there is none."""
    return next((head for head in heads if head.state in PROPOSED_STATES), None)


def told_head(heads: Iterable[VersionHead]) -> VersionHead | None:
    """Of the versions of one week, the issued one, else the one proposed; None while all are drafts."""
    known = tuple(heads)
    return issued_head(known) or proposed_head(known)


def issued(work: Work, monday: date) -> Version | None:
    """The version of a week that holds for everybody."""
    return _found(work, issued_head(work.versions.heads(monday)))


def told(work: Work, monday: date) -> Version | None:
    """The version of a week that people may know of."""
    return _found(work, told_head(work.versions.heads(monday)))


def issued_heads(work: Work) -> dict[date, VersionHead]:
    """Every week with a version that holds, in order."""
    return {head.monday: head for head in work.versions.heads() if head.state in ISSUED_STATES}


def _found(work: Work, head: VersionHead | None) -> Version | None:
    return work.versions.find(head.monday, head.number) if head is not None else None


def first_published(work: Work, version: Version) -> Version | None:
    """What was first published of the week of an issued version; None when that is this version itself."""
    published = (head for head in work.versions.heads(version.head.monday) if head.published_at is not None)
    first = min(published, key=lambda head: head.number, default=None)
    return None if first is None or first.number == version.head.number else _found(work, first)
