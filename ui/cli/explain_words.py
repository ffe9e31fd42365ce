"""The answer of `gems explain`, for people and as JSON."""

from gems.domain.words import Words, hours, same
from gems.planning.explain.explaining import Explanation, Price, missing_minutes
from gems.planning.explain.saying import (
    able_words,
    blocked_words,
    changes_words,
    grouped_words,
    missing_words,
    need_words,
    serving_words,
    unlock_words,
)
from ui.cli.explaining import Asked
from ui.cli.plan_words import week_words
from ui.cli.speech import BLANK, say, spoken
from ui.cli.tables import Column, lines

ALL_SERVED = Words("Toutes les demandes sont servies.", "Every request is served.")
LINE = Words("  {id} · {need} · {missing}", "  {id} · {need} · {missing}")
HOW_TO_ASK = Words(
    "Pour savoir pourquoi : gems explain PLAN.xlsx --request ID", "To know why: gems explain PLAN.xlsx --request ID"
)
AT_ONCE = Words("Possible tout de suite :", "Possible at once:")
NOBODY = Words("Personne, le reste du planning restant en place : {why}.", "Nobody, the rest staying in place: {why}.")
OTHERS = Words("Les autres : {why}.", "The others: {why}.")
CHANGE = Words("    · {words}", "    · {words}")
UNLOCKS = Words("Ce qui ouvrirait la voie (vérifié) :", "What would open the way (verified):")
NO_UNLOCK = Words("Aucun petit changement n'ouvre la voie.", "No small change opens the way.")
BULLET = Words("  – {words}", "  – {words}")
COLUMNS = (Column(Words("personne", "person")), Column(Words("empêchée par", "kept by")))


def tell_list(asked: Asked) -> None:
    """What is not served, to choose from."""
    say(week_words(asked.problem.horizon))
    for need in asked.unserved:
        missing = hours(missing_minutes(need, asked.schedule))
        say(LINE.fill(id=need.request.id, need=need_words(asked.problem.group, need), missing=missing))
    say(HOW_TO_ASK if asked.unserved else ALL_SERVED)


def tell(asked: Asked, told: Explanation) -> None:
    """The whole answer."""
    problem, group = asked.problem, asked.problem.group
    say(need_words(group, told.need), missing_words(told), BLANK)
    if told.candidates.able:
        say(AT_ONCE)
    for able in told.candidates.able:
        say(BULLET.fill(words=able_words(problem, able)))
    if told.candidates.blocked:
        say((OTHERS if told.candidates.able else NOBODY).fill(why=grouped_words(told)))
        rows = [[spoken(name), spoken(why)] for name, why in blocked_words(problem, told)]
        say(*(same(line) for line in lines(COLUMNS, rows) if rows))
    say(BLANK, serving_words(told))
    if told.price is not None:
        say(*(CHANGE.fill(words=words) for words in changes_words(group, told.price)))
    say(BLANK, UNLOCKS if told.unlocks else NO_UNLOCK)
    for one in told.unlocks:
        say(BULLET.fill(words=unlock_words(one)))
        say(*(CHANGE.fill(words=words) for words in changes_words(one.unlock.group(group), one.price)))


def list_facts(asked: Asked) -> dict[str, object]:
    """What is not served, as JSON."""
    return {
        "week": asked.problem.horizon.label,
        "unserved": [
            {
                "need": need.id,
                "request": need.request.id,
                "label": need.request.label,
                "missing_minutes": missing_minutes(need, asked.schedule),
            }
            for need in asked.unserved
        ],
    }


def explain_facts(asked: Asked, told: Explanation) -> dict[str, object]:
    """The whole answer, as JSON."""
    group = asked.problem.group
    return {
        "need": told.need.id,
        "request": told.need.request.id,
        "missing_minutes": told.missing_minutes,
        "able": [{"employee": one.piece.employee_id, "cents": one.cents} for one in told.candidates.able],
        "blocked": [
            {"employee": one.employee_id, "rule": one.rule, "words": spoken(one.violation.words)}
            for one in told.candidates.blocked
        ],
        "serving": {"verdict": told.verdict.value} | ({} if told.price is None else _price(asked, told.price)),
        "unlocks": [
            {"kind": one.unlock.kind.value, "words": spoken(one.unlock.words)}
            | {"verdict": one.price.verdict.value}
            | {key: value for key, value in _price(asked, one.price).items()}
            | {"changes": [spoken(words) for words in changes_words(one.unlock.group(group), one.price)]}
            for one in told.unlocks
        ],
    }


def _price(asked: Asked, price: Price) -> dict[str, object]:
    return {
        "cents": price.cents,
        "gap_cents": price.gap_cents,
        "fallen": [{"need": need.id, "minutes": minutes} for need, minutes in price.fallen],
        "changes": [spoken(words) for words in changes_words(asked.problem.group, price)],
    }
