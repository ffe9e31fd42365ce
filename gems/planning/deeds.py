"""The history of acts, for the coordinator: who did what, when; it can be searched, never changed."""

from gems.access.policy import Act
from gems.domain.life import Deed
from gems.planning.office import Doing, use_case


@use_case(Act.SEE_DEEDS)
def deeds(
    doing: Doing,
    *,
    limit: int = 200,
    skip: int = 0,
    who: str | None = None,
    act: str | None = None,
    subject: str | None = None,
    text: str = "",
) -> tuple[Deed, ...]:
    """The latest first, `limit` of them after leaving out `skip`; only those of a person, of an act, on a subject.

    `text`: only those that hold it, in what they are about or in their words.
    """
    return doing.work.trail.deeds(limit=limit, skip=skip, who=who, act=act, subject=subject, text=text)


@use_case(Act.SEE_DEEDS)
def doers(doing: Doing) -> tuple[str, ...]:
    """The names of everybody the history knows, in order."""
    return doing.work.trail.doers()


@use_case(Act.SEE_DEEDS)
def acts_done(doing: Doing) -> tuple[str, ...]:
    """The acts the history knows, in order of their names."""
    return doing.work.trail.acts()
