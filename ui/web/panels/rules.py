"""What the checker says of a schedule: broken rules with their law, then what is good to know."""

from collections.abc import Iterable

import streamlit as st

from gems.rules.catalogue import rule_named
from gems.rules.law import title_of
from gems.rules.statement import Count, Violation
from ui.cli.figures import law_behind
from ui.web.markup import Entry, entries, heading
from ui.web.state import WeekPage
from ui.web.week_view import WeekView


def rules_view(here: WeekPage, view: WeekView) -> None:
    """Rule by rule, each sentence naming who, when and by how much."""
    verdict = view.week.verdict
    if verdict.violations:
        names = dict.fromkeys(found.rule for found in verdict.violations)
        entries(_broken(view, [one for one in verdict.violations if one.rule == name]) for name in names)
    else:
        st.success(here.say("rules.none"), icon=":material/check_circle:")
    if verdict.counts:
        heading(here.say("rules.know"), level=2)
        _known(view, verdict.counts)


def _broken(view: WeekView, found: list[Violation]) -> Entry:
    return Entry(
        title=rule_named(found[0].rule).info.title[view.language],
        facts=" · ".join(_law(view, found)),
        lines=tuple(one.words[view.language] for one in found),
        mark="law",
    )


def _law(view: WeekView, found: Iterable[Violation]) -> Iterable[str]:
    """The articles behind the rule, once each."""
    problem = view.week.problem
    return dict.fromkeys(
        f"{title_of(figure.text)}, {figure.article}"
        for one in found
        for figure in law_behind(problem.group, one, problem.horizon.first)
    )


def _known(view: WeekView, counts: Iterable[Count]) -> None:
    """Figures to show, rule by rule, folded; warnings first."""
    ordered = sorted(counts, key=lambda count: not count.warning)
    for name in dict.fromkeys(count.rule for count in ordered):
        mine = [count for count in ordered if count.rule == name]
        icon = ":material/warning:" if mine[0].warning else None
        with st.expander(f"{rule_named(name).info.title[view.language]} · {len(mine)}", icon=icon):
            entries(Entry(title=count.words[view.language], mark="todo" if count.warning else "") for count in mine)
