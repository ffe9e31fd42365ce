"""What can be done with a week next: one table of states, and words for each no."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gems.domain.life import ISSUED_STATES, Version, VersionHead, VersionState
from gems.domain.time import Horizon
from gems.domain.words import Words
from gems.planning.office import Declined, Doing
from gems.planning.week.saying import stated, week_words
from gems.store.jobs import JobState


class Step(StrEnum):
    """An act on a week or on one of its versions."""

    BUILD = "build"
    EDIT = "edit"
    PROPOSE = "propose"
    ANSWER = "answer"
    PUBLISH = "publish"
    REVISE = "revise"
    SET_ASIDE = "set_aside"
    CLOSE = "close"


NO_VERSION = Words(
    "Il n'y a pas encore de planning pour cette semaine : construisez-le d'abord.",
    "There is no schedule for this week yet: build it first.",
)
UNKNOWN = Words(
    "La version {number} de cette semaine n'existe pas : rouvrez la page.",
    "Version {number} of this week does not exist: open the page again.",
)
WEEK_CLOSED = Words(
    "{week} est close : plus rien n'y change.",
    "{week} is closed: nothing in it changes any more.",
)
WEEK_OVER = Words(
    "{week} est passée : elle se corrige à la main, elle ne se calcule plus.",
    "{week} is over: it can be corrected by hand, no longer planned.",
)
PLANNING_RUNS = Words(
    "Un calcul est déjà en cours pour cette semaine, demandé par {who} : attendez-le ou arrêtez-le.",
    "A planning of this week is already under way, asked by {who}: wait for it or stop it.",
)
NOT_A_DRAFT = Words(
    "Seul un brouillon se modifie, et c'est la {version} : ouvrez-en une nouvelle version.",
    "Only a draft can be changed, and this is {version}: open a new version of it.",
)
PROPOSED_ALREADY = Words(
    "Seul un brouillon se propose, et c'est la {version}.",
    "Only a draft can be proposed, and this is {version}.",
)
NOT_PROPOSED = Words(
    "On répond à une proposition en cours, et c'est la {version} : rouvrez la page.",
    "Only a proposal under way is answered, and this is {version}: open the page again.",
)
PROPOSE_FIRST = Words(
    "Ce brouillon n'a été proposé à personne : proposez-le avant de le publier.",
    "Nobody has been shown this draft: propose it before publishing.",
)
NOT_TO_PUBLISH = Words(
    "Cela ne se publie pas : c'est la {version}.",
    "This cannot be published: it is {version}.",
)
STILL_A_DRAFT = Words(
    "Ce brouillon se modifie directement : pas besoin d'une nouvelle version.",
    "This draft can be changed as it is: no new version is needed.",
)
DRAFT_OPEN = Words(
    "Un brouillon est déjà ouvert pour cette semaine ({version}) : continuez-le, ou écartez-le d'abord.",
    "A draft of this week is already open ({version}): go on with it, or set it aside first.",
)
NOT_OVER = Words(
    "{week} n'est pas terminée : elle se clôt à partir de son lundi suivant.",
    "{week} is not over: it can be closed from the Monday after it.",
)
NOT_PUBLISHED = Words(
    "Rien n'a été publié pour cette semaine : publiez ce qui a été fait avant de la clore.",
    "Nothing was published for this week: publish what was done before closing it.",
)
EARLIER_OPEN = Words(
    "{week} n'est pas encore close : les semaines se closent dans l'ordre.",
    "{week} is not closed yet: weeks are closed in order.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a week stands, at one moment."""

    monday: date
    heads: tuple[VersionHead, ...]
    """Every version of the week, by number."""
    today: date
    planning_by: str | None = None
    """Who asked for the planning under way; None when there is none."""
    unclosed_before: date | None = None
    """Monday of the first published week before this one that is not closed."""

    @property
    def draft(self) -> VersionHead | None:
        """The draft that is open: there is never a second."""
        return self._newest(VersionState.DRAFT)

    @property
    def proposal(self) -> VersionHead | None:
        """The version that people are asked about."""
        return self._newest(VersionState.PROPOSED, VersionState.AGREED)

    @property
    def issued(self) -> VersionHead | None:
        """The version that holds for everybody."""
        return self._newest(*ISSUED_STATES)

    @property
    def newest(self) -> VersionHead | None:
        """The last version that no other replaced."""
        return self._newest(*(set(VersionState) - {VersionState.REPLACED}))

    @property
    def over(self) -> bool:
        """Whether its Sunday is behind."""
        return self.today > Horizon(self.monday).last

    @property
    def closed(self) -> bool:
        """Whether nothing in it may change any more."""
        return self._newest(VersionState.CLOSED) is not None

    def _newest(self, *states: VersionState) -> VersionHead | None:
        return next((head for head in reversed(self.heads) if head.state in states), None)


def standing_of(doing: Doing, monday: date) -> Standing:
    """Where a week stands now."""
    return standings(doing, [monday])[monday]


def standings(doing: Doing, mondays: Iterable[date]) -> dict[date, Standing]:
    """Where several weeks stand now, read at once."""
    heads: dict[date, list[VersionHead]] = {}
    for head in doing.work.versions.heads():
        heads.setdefault(head.monday, []).append(head)
    published = [monday for monday, of_week in heads.items() if _is_published(of_week)]
    running = {job.monday: job.asked_by for job in doing.work.jobs.recent() if job.state is JobState.RUNNING}
    return {
        monday: Standing(
            monday=monday,
            heads=tuple(heads.get(monday, ())),
            today=doing.today,
            planning_by=running.get(monday),
            unclosed_before=min((one for one in published if one < monday), default=None),
        )
        for monday in mondays
    }


def why_not(step: Step, standing: Standing, head: VersionHead | None) -> Words | None:
    """Why this step cannot be taken on this version (None: on the week); None when it can."""
    if standing.closed:
        return WEEK_CLOSED.fill(week=week_words(standing.monday))
    if step in _OF_WEEK:
        return _OF_WEEK[step](standing)
    return NO_VERSION if head is None else _OF_VERSION[step](standing, head)


def possible(standing: Standing, head: VersionHead | None) -> Mapping[Step, Words | None]:
    """Every step with why it cannot be taken; None when it can."""
    return {step: why_not(step, standing, head) for step in Step}


def version_for(doing: Doing, step: Step, monday: date, number: int) -> tuple[Standing, Version]:
    """The version a step is taken on, and where its week stands; raises Declined when it cannot be taken."""
    standing, version = standing_of(doing, monday), doing.work.versions.find(monday, number)
    if version is None:
        raise Declined(UNKNOWN.fill(number=number))
    if no := why_not(step, standing, version.head):
        raise Declined(no)
    return standing, version


def week_for(doing: Doing, step: Step, monday: date) -> Standing:
    """Where a week stands that a step is taken on; raises Declined when it cannot be taken."""
    standing = standing_of(doing, monday)
    if no := why_not(step, standing, standing.newest):
        raise Declined(no)
    return standing


def _is_published(heads: Iterable[VersionHead]) -> bool:
    return any(head.state is VersionState.PUBLISHED for head in heads)


def _build(standing: Standing) -> Words | None:
    if standing.planning_by is not None:
        return PLANNING_RUNS.fill(who=standing.planning_by)
    return WEEK_OVER.fill(week=week_words(standing.monday)) if standing.over else None


def _close(standing: Standing) -> Words | None:
    if not standing.over:
        return NOT_OVER.fill(week=week_words(standing.monday))
    if standing.issued is None:
        return NOT_PUBLISHED
    before = standing.unclosed_before
    return None if before is None else EARLIER_OPEN.fill(week=week_words(before))


def _in_states(no: Words, *states: VersionState) -> Callable[[Standing, VersionHead], Words | None]:
    """A step that only some states allow."""
    return lambda standing, head: None if head.state in states else no.fill(version=stated(head))


def _publish(standing: Standing, head: VersionHead) -> Words | None:
    if head.state is VersionState.DRAFT:
        return PROPOSE_FIRST
    return _in_states(NOT_TO_PUBLISH, VersionState.PROPOSED, VersionState.AGREED)(standing, head)


def _revise(standing: Standing, head: VersionHead) -> Words | None:
    if head.state is VersionState.DRAFT:
        return STILL_A_DRAFT
    return None if standing.draft is None else DRAFT_OPEN.fill(version=stated(standing.draft))


_OF_WEEK: Mapping[Step, Callable[[Standing], Words | None]] = {Step.BUILD: _build, Step.CLOSE: _close}
_OF_VERSION: Mapping[Step, Callable[[Standing, VersionHead], Words | None]] = {
    Step.EDIT: _in_states(NOT_A_DRAFT, VersionState.DRAFT),
    Step.PROPOSE: _in_states(PROPOSED_ALREADY, VersionState.DRAFT),
    Step.ANSWER: _in_states(NOT_PROPOSED, VersionState.PROPOSED, VersionState.AGREED),
    Step.PUBLISH: _publish,
    Step.REVISE: _revise,
    Step.SET_ASIDE: _in_states(NOT_A_DRAFT, VersionState.DRAFT),
}
