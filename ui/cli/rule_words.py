"""The rules told on the terminal, kind by kind, and as JSON."""

from collections.abc import Sequence
from datetime import date

import click

from gems.domain.words import MONTHS, Words, same
from gems.rules.describe import JUDGED, FigureDescription, RuleDescription
from gems.rules.statement import RuleKind
from ui.cli.speech import BLANK, say, session, spoken
from ui.cli.tables import wrapped
from ui.cli.violation_facts import NOT_READ, figure_facts

KIND_TITLES = {
    RuleKind.HARD: Words("Toujours respectées", "Always kept"),
    RuleKind.DEROGABLE: Words(
        "Respectées, sauf dérogation nommée et datée", "Kept, unless a named and dated derogation is open"
    ),
    RuleKind.PRICED: Words("Chiffrées dans la facture du planning", "Priced in the bill of the schedule"),
    RuleKind.COUNTED: Words("Comptées et montrées", "Counted and shown"),
}
VERIFIED = Words("vérifié le {day}", "verified on {day}")
SINCE = Words("depuis le {day}", "since {day}")
SOURCE = Words("source {source}, {read}", "source {source}, {read}")
OUTER = Words("dérogation jusqu'à {outer}", "derogation up to {outer}")
NOT_PLANNED = Words("Le calcul ne la connaît pas : {why}", "The planner does not know it: {why}")
SUMMARY = Words(
    "{rules} règles, {planned} connues du calcul ; tout planning fini est jugé sur toutes. {unread} chiffres sur "
    "{figures} n'ont pas été relus à leur source : ils sont marqués « non vérifié ». Ce n'est pas un conseil "
    "juridique.",
    "{rules} rules, {planned} known to the planner; every finished schedule is judged on all of them. {unread} figures "
    "of {figures} were not read again in their source: they are marked “not verified”. This is no legal advice.",
)
WIDTH = 100


def rule_facts(rule: RuleDescription) -> dict[str, object]:
    """One rule as JSON."""
    info = rule.info
    return {
        "name": info.name,
        "kind": str(info.kind),
        "title": spoken(info.title),
        "says": spoken(info.says),
        "unit": str(info.unit),
        "judged": str(rule.judged),
        "why_not_planned": spoken(rule.why_not_planned) if rule.why_not_planned else None,
        "prices": list(info.prices),
        "figures": [figure_facts(described.figure) for described in rule.figures],
    }


def tell(rules: Sequence[RuleDescription]) -> None:
    """Every rule, kind by kind, then what is known of the whole."""
    for kind, title in KIND_TITLES.items():
        of_kind = [rule for rule in rules if rule.info.kind is kind]
        if of_kind:
            say(title)
            click.echo("=" * len(spoken(title)))
        for rule in of_kind:
            _tell_rule(rule)
    figures = dict.fromkeys(described.figure for rule in rules for described in rule.figures)
    unread = sum(figure.verified is None for figure in figures)
    planned = sum(rule.why_not_planned is None and rule.info.kind is not RuleKind.COUNTED for rule in rules)
    _wrapped(spoken(SUMMARY.fill(rules=len(rules), planned=planned, unread=unread, figures=len(figures))), "")


def _tell_rule(rule: RuleDescription) -> None:
    say(same(f"{spoken(rule.info.title)} ({rule.info.name} ; {spoken(JUDGED[rule.judged])})"))
    _wrapped(spoken(rule.info.says), "  ")
    if rule.why_not_planned:
        _wrapped(spoken(NOT_PLANNED.fill(why=rule.why_not_planned)), "  ")
    for described in rule.figures:
        _wrapped(_figure(described), "    ", "  - ")
    say(BLANK)


def _figure(described: FigureDescription) -> str:
    """ "Code du travail, L3131-1 : 11 h (depuis le 2016-08-10 ; source S1, vérifié le 2026-11-22)"."""
    figure = described.figure
    read = VERIFIED.fill(day=_date(figure.verified)) if figure.verified else NOT_READ
    remarks = [SINCE.fill(day=_date(figure.since)), SOURCE.fill(source=figure.source, read=read)]
    if described.outer is not None:
        remarks.append(OUTER.fill(outer=described.outer))
    colon = " : " if session().language == "fr" else ": "
    note = f" {spoken(figure.note)}" if figure.note else ""
    inside = " ; ".join(map(spoken, remarks))
    return f"{described.text}, {figure.article}{colon}{spoken(described.value)} [{figure.name}] ({inside}){note}"


def _date(value: date) -> Words:
    """ "10 août 2016"."""
    french, english = MONTHS["fr"][value.month - 1], MONTHS["en"][value.month - 1]
    return Words(f"{value.day} {french} {value.year}", f"{value.day} {english} {value.year}")


def _wrapped(text: str, indent: str, first: str | None = None) -> None:
    for row in wrapped(text, WIDTH, first=indent if first is None else first, rest=indent):
        click.echo(row)
