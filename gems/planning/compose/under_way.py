"""Composings under way, written down so that one that broke off is told to whoever comes back."""

from datetime import date, timedelta

from gems.access.policy import Act
from gems.domain.time import Stamp, day_of, instant_of
from gems.domain.words import Words
from gems.planning.office import Declined, Doing, use_case
from gems.store.jobs import JobKind, JobRow, JobState

RECENT = timedelta(days=7)
"""How long a composing that broke off is told, unless another one begins."""
NO_SUCH_COMPOSING = Words("Ce calcul n'existe pas, ou il est terminé.", "There is no such composing, or it has ended.")
KNOWN = Words("Ce calcul a déjà été lancé.", "This composing was started already.")
SUBJECT = "postes"
STARTED = Words("calcul de postes lancé", "composing of posts started")


@use_case(Act.COMPOSE_POSTS, writes=True)
def start_composing(doing: Doing, *, job_id: str, monday: date, server: str) -> None:
    """Write a composing down as under way, followed by this run of the server; `monday`: the first of its weeks.

    `keep_scenario` under the same id ends it. Raises Declined.
    """
    if doing.work.jobs.find(job_id) is not None:
        raise Declined(KNOWN)
    doing.work.jobs.start(job_id, monday, by=doing.actor.name, server=server, kind=JobKind.COMPOSING)
    doing.note(Act.COMPOSE_POSTS, SUBJECT, STARTED)


@use_case(Act.COMPOSE_POSTS, writes=True)
def fail_composing(doing: Doing, *, job_id: str, words: Words) -> None:
    """Write down that a composing came to nothing, and why; raises Declined when it has ended."""
    job = doing.work.jobs.find(job_id)
    if job is None or job.kind is not JobKind.COMPOSING or job.state is not JobState.RUNNING:
        raise Declined(NO_SUCH_COMPOSING)
    doing.work.jobs.end(job_id, JobState.FAILED, words)
    doing.note(Act.COMPOSE_POSTS, SUBJECT, words)


@use_case(Act.COMPOSE_POSTS)
def composing_cut_off(doing: Doing) -> JobRow | None:
    """The last composing, when it broke off in the past days."""
    return last_cut_off(doing)


def last_cut_off(doing: Doing) -> JobRow | None:
    """The last composing, when it broke off in the past days; for whoever has asked the right already."""
    last = next(iter(doing.work.jobs.recent(JobKind.COMPOSING, limit=1)), None)
    return last if last is not None and broke_off(last, doing.today) else None


def broke_off(job: JobRow, today: date) -> bool:
    """Whether it came to nothing, in the past days."""
    return job.state in (JobState.INTERRUPTED, JobState.FAILED) and today - _day(job.started_at) <= RECENT


def _day(at: Stamp) -> date:
    return day_of(instant_of(at))
