"""Why hours are not served, and why a person falls short: the checker's own rules, counted and said in words."""

from collections import Counter
from collections.abc import Iterable, Mapping

from gems.domain.problem import Problem
from gems.domain.report import Unserved
from gems.domain.schedule import Schedule
from gems.domain.words import Words, euros, same
from gems.planning.insertion import Answer, Insertions, unserved_missions
from gems.rules.catalogue import RULES, rule_named

SAID: Mapping[str, tuple[Words, Words]] = {
    "member_in_contract": (
        Words("1 personne n'a pas cet adhérent dans son contrat", "1 person has no contract with this member"),
        Words("{n} personnes n'ont pas cet adhérent dans leur contrat", "{n} people have no contract with this member"),
    ),
    "qualification_match": (
        Words("1 personne n'a pas la qualification", "1 person lacks the qualification"),
        Words("{n} personnes n'ont pas la qualification", "{n} people lack the qualification"),
    ),
    "commute_max": (
        Words("1 personne habite trop loin", "1 person lives too far away"),
        Words("{n} personnes habitent trop loin", "{n} people live too far away"),
    ),
    "no_overlap": (
        Words("1 personne est déjà prise à cette heure", "1 person is already busy then"),
        Words("{n} personnes sont déjà prises à cette heure", "{n} people are already busy then"),
    ),
}
"""How a blocking rule is said, for one person and for several."""
NOT_AVAILABLE = (
    Words("1 personne n'est pas disponible", "1 person is not available"),
    Words("{n} personnes ne sont pas disponibles", "{n} people are not available"),
)
"""Said of absences and impossible times alike: why somebody is away is nobody's business."""
AWAY = ("absence", "unavailable", "contract_dates", "excluded_person")
OTHERWISE = (
    Words("1 personne serait hors règle : {title}", "1 person would break a rule: {title}"),
    Words("{n} personnes seraient hors règle : {title}", "{n} people would break a rule: {title}"),
)
DEARER = Words(
    "{person} pourrait, mais cela coûterait {cents} de plus que de ne pas servir",
    "{person} could, but it would cost {cents} more than not serving",
)
NO_SLOT = Words("Il ne reste plus d'horaire possible pour ces heures", "No possible time is left for these hours")
UNTRIED = Words(
    "{person} pourrait : laissez plus de temps au calcul ou affectez à la main",
    "{person} could: allow the planner more time or assign by hand",
)
NOTHING_LEFT = Words(
    "Aucune demande restante ne lui convient : {reasons}", "No remaining request suits them: {reasons}"
)
ALL_SERVED = Words("Toutes les demandes sont servies", "Every request is served")


class Reasons:
    """Answers about one finished schedule, or one of its needs; each question is asked of the checker once."""

    def __init__(self, problem: Problem, schedule: Schedule, need_id: str | None = None) -> None:
        self.problem = problem
        asks = Insertions(problem, schedule)
        people = problem.group.employees
        missing = unserved_missions(problem, schedule)
        self._missing = [found for found in missing if need_id in (None, found[0])]
        self._answers: dict[str, list[Answer]] = {
            mission.id: [asks.ask(person.id, mission) for person in people]
            for _, _, missions in self._missing
            for mission in missions
        }

    def unserved(self) -> tuple[Unserved, ...]:
        """Every need with hours missing, and why."""
        return tuple(
            Unserved(
                need_id=need_id,
                member_id=self.problem.need[need_id].request.member_id,
                minutes=minutes,
                reasons=self._of_need([mission.id for mission in missions]),
            )
            for need_id, minutes, missions in self._missing
        )

    def _of_need(self, mission_ids: list[str]) -> tuple[Words, ...]:
        answers = [answer for mission_id in mission_ids for answer in self._answers[mission_id]]
        if not answers:
            return (NO_SLOT,)
        best: dict[str, Answer] = {}
        for answer in answers:
            known = best.get(answer.employee_id)
            if known is None or _closer(answer, known):
                best[answer.employee_id] = answer
        possible = [self._possible(answer) for answer in best.values() if answer.rule is None]
        return (*possible, *counted_rules(answer.rule for answer in best.values() if answer.rule))

    def _possible(self, answer: Answer) -> Words:
        person = same(self.problem.group.employee[answer.employee_id].name)
        if answer.extra_cents is not None and answer.extra_cents >= 0:
            return DEARER.fill(person=person, cents=euros(answer.extra_cents))
        return UNTRIED.fill(person=person)

    def of_person(self, employee_id: str) -> Words:
        """Why this person works fewer hours than the contract: what blocks each remaining request."""
        own = [next(a for a in answers if a.employee_id == employee_id) for answers in self._answers.values()]
        if not own:
            return ALL_SERVED
        possible = [answer for answer in own if answer.rule is None]
        if possible:
            return self._possible(possible[0])
        said = _counted_requests(answer.rule for answer in own if answer.rule)
        return NOTHING_LEFT.fill(reasons=said)


def _closer(answer: Answer, known: Answer) -> bool:
    """A possible answer beats a blocked one; the cheaper of two possible ones is kept."""
    if answer.rule is None:
        return known.rule is not None or (answer.extra_cents or 0) < (known.extra_cents or 0)
    return False


READING_ORDER = {rule.info.name: place for place, rule in enumerate(RULES)}
"""Rules are tried in this order: who is blocked by a late one came closest."""


def counted_rules(rules: Iterable[str]) -> tuple[Words, ...]:
    """Each blocking rule with how many people it blocks, the people who came closest first."""
    counts = Counter("absence" if rule in AWAY else rule for rule in rules)
    said = []
    for rule, number in sorted(counts.items(), key=lambda counted: -READING_ORDER[counted[0]]):
        one, many = NOT_AVAILABLE if rule == "absence" else SAID.get(rule, OTHERWISE)
        said.append((one if number == 1 else many).fill(n=number, title=rule_named(rule).info.title))
    return tuple(said)


def _counted_requests(rules: Iterable[str]) -> Words:
    parts = [(number, rule_named(rule).info.title) for rule, number in Counter(rules).most_common(3)]
    return Words(
        ", ".join(f"{title.fr.lower()} ({number})" for number, title in parts),
        ", ".join(f"{title.en.lower()} ({number})" for number, title in parts),
    )
