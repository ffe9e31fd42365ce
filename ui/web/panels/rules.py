"""What the checker says of a schedule: broken rules with their law, then what is good to know."""

from collections.abc import Iterable, Iterator, Sequence

import streamlit as st

from gems.planning.explain.refusing import way_out
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
        entries(broken_entries(here, verdict.violations))
    else:
        st.success(here.say("rules.none"), icon=":material/check_circle:")
    if verdict.counts:
        heading(here.say("rules.know"), level=2)
        _known(view, verdict.counts)


def broken_entries(page: WeekPage, violations: Sequence[Violation], *, ways: bool = False) -> Iterator[Entry]:
    """One entry a rule: its title, the articles behind it, each case; with `ways`, how far a derogation could go."""
    problem, language = page.sight.problem, page.language
    for name in dict.fromkeys(found.rule for found in violations):
        found = [one for one in violations if one.rule == name]
        figures = [figure for one in found for figure in law_behind(problem.group, one, problem.horizon.first)]
        lines = [one.words[language] for one in found]
        if ways:
            lines.append(way_out(problem, found[0])[language])
        yield Entry(
            title=rule_named(name).info.title[language],
            facts=" · ".join(dict.fromkeys(f"{title_of(figure.text)}, {figure.article}" for figure in figures)),
            lines=tuple(lines),
            mark="law",
        )


def _known(view: WeekView, counts: Iterable[Count]) -> None:
    """Figures to show, rule by rule, folded; warnings first."""
    ordered = sorted(counts, key=lambda count: not count.warning)
    for name in dict.fromkeys(count.rule for count in ordered):
        mine = [count for count in ordered if count.rule == name]
        icon = ":material/warning:" if mine[0].warning else None
        with st.expander(f"{rule_named(name).info.title[view.language]} · {len(mine)}", icon=icon):
            entries(Entry(title=count.words[view.language], mark="todo" if count.warning else "") for count in mine)
