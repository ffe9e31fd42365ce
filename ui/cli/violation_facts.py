"""A broken rule, for people and as JSON: the sentence, the rule's title, and the law behind it."""

from gems.domain.problem import Problem
from gems.domain.words import Words, day, same
from gems.rules.catalogue import rule_named
from gems.rules.describe import said
from gems.rules.law import Figure, title_of
from gems.rules.statement import Violation
from ui.cli.figures import law_behind
from ui.cli.speech import spoken

NOT_READ = Words("non vérifié", "not verified")


def violation_facts(problem: Problem, found: Violation) -> dict[str, object]:
    """One violation as JSON."""
    info = rule_named(found.rule).info
    return {
        "rule": found.rule,
        "title": spoken(info.title),
        "kind": str(info.kind),
        "employee": found.employee_id,
        "member": found.member_id,
        "mission": found.mission_id,
        "days": [on.isoformat() for on in found.days],
        "amount": found.amount,
        "unit": str(info.unit),
        "words": spoken(found.words),
        "law": [figure_facts(figure) for figure in law_behind(problem.group, found, problem.horizon.first)],
    }


def figure_facts(figure: Figure) -> dict[str, object]:
    """One legal figure as JSON."""
    return {
        "figure": figure.name,
        "value": figure.value,
        "unit": figure.unit,
        "in_words": spoken(said(figure.value, figure.unit)),
        "outer": figure.outer,
        "since": figure.since.isoformat(),
        "text": title_of(figure.text),
        "article": figure.article,
        "source": figure.source,
        "verified": figure.verified.isoformat() if figure.verified else None,
        "note": spoken(figure.note) if figure.note else None,
    }


def law_words(problem: Problem, found: Violation) -> Words:
    """ "Code du travail, L3131-1 : 11 h"; nothing when no text gives a figure."""
    told = [_law(figure) for figure in law_behind(problem.group, found, problem.horizon.first)]
    return Words("; ".join(each.fr for each in told), "; ".join(each.en for each in told))


def _law(figure: Figure) -> Words:
    value, text = said(figure.value, figure.unit), f"{title_of(figure.text)}, {figure.article}"
    doubt = same("") if figure.verified else Words(f" ({NOT_READ.fr})", f" ({NOT_READ.en})")
    return Words(f"{text} : {value.fr}{doubt.fr}", f"{text}: {value.en}{doubt.en}")


def days_words(found: Violation) -> Words:
    """The days concerned: "lun. 23 nov.", or from the first to the last."""
    if not found.days:
        return Words("", "")
    first, last = day(min(found.days)), day(max(found.days))
    return first if first == last else Words(f"{first.fr} – {last.fr}", f"{first.en} – {last.en}")
