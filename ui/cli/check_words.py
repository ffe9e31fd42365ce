"""The judgement of a schedule made by hand: broken rules with their law, what to know, and the bill."""

import click

from gems.domain.words import Words
from gems.rules.catalogue import rule_named
from gems.rules.statement import Count, Violation
from ui.cli.plan_words import tell_bill, week_words
from ui.cli.speech import BLANK, say, spoken
from ui.cli.violation_facts import days_words, law_words, violation_facts
from ui.wiring import Audit

LEGAL = Words("Aucune règle enfreinte.", "No rule is broken.")
BROKEN = Words("{n} fois une règle est enfreinte :", "{n} times a rule is broken:")
BROKEN_ONCE = Words("Une règle est enfreinte :", "One rule is broken:")
RULE = Words("  {title} ({n})", "  {title} ({n})")
GOOD_TO_KNOW = Words("À savoir", "Good to know")
SHOWN = 3
"""How many figures of one rule are told before the rest is left to --json."""
OTHERS = Words(
    "    … et {n} autres ({title} ; --json les dit toutes)", "    … and {n} more ({title}; --json tells them all)"
)
ROWS = Words("{label}, {n} lignes de planning", "{label}, {n} lines of schedule")


def check_facts(audit: Audit) -> dict[str, object]:
    """Everything found, as JSON."""
    problem, verdict = audit.problem, audit.verdict
    return {
        "status": "not_legal" if verdict.violations else "legal",
        "week": problem.horizon.label,
        "weeks": problem.horizon.weeks,
        "assignments": len(audit.schedule.assignments),
        "violations": [violation_facts(problem, found) for found in verdict.violations],
        "counts": [
            {
                "rule": count.rule,
                "title": spoken(rule_named(count.rule).info.title),
                "employee": count.employee_id,
                "amount": count.amount,
                "unit": str(rule_named(count.rule).info.unit),
                "warning": count.warning,
                "words": spoken(count.words),
            }
            for count in verdict.counts
        ],
        "cost_cents": sum(line.cents for line in audit.bill),
        "bill": {line.name: line.cents for line in audit.bill},
    }


def tell(audit: Audit) -> None:
    """Everything found, in sentences."""
    problem, verdict = audit.problem, audit.verdict
    say(ROWS.fill(label=week_words(problem.horizon), n=len(audit.schedule.assignments)))
    violations = verdict.violations
    if violations:
        say((BROKEN_ONCE if len(violations) == 1 else BROKEN).fill(n=len(violations)))
    else:
        say(LEGAL)
    for rule in dict.fromkeys(found.rule for found in violations):
        _tell_rule(audit, [found for found in violations if found.rule == rule])
    _tell_counts(verdict.counts)
    tell_bill(audit.bill)


def _tell_rule(audit: Audit, found: list[Violation]) -> None:
    """A rule once, then each time it is broken, with the law in force that day."""
    say(BLANK, RULE.fill(title=rule_named(found[0].rule).info.title, n=len(found)))
    laws = dict.fromkeys(law_words(audit.problem, each) for each in found)
    for law in laws:
        if law.fr:
            click.echo(f"    {spoken(law)}")
    for each in found:
        click.echo(f"    - {spoken(days_words(each))} : {spoken(each.words)}")


def _tell_counts(counts: tuple[Count, ...]) -> None:
    """Every warning, with an exclamation mark; of the rest, a few of each rule."""
    if counts:
        say(BLANK, GOOD_TO_KNOW)
    for count in counts:
        if count.warning:
            click.echo(f"  ! {spoken(count.words)}")
    for rule in dict.fromkeys(count.rule for count in counts):
        of_rule = [count for count in counts if count.rule == rule and not count.warning]
        for count in of_rule[:SHOWN]:
            click.echo(f"  - {spoken(count.words)}")
        if len(of_rule) > SHOWN:
            say(OTHERS.fill(n=len(of_rule) - SHOWN, title=rule_named(rule).info.title))
