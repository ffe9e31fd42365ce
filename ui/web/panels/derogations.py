"""Derogations: named, dated exceptions with a reason, opened and closed by the coordinator."""

from dataclasses import replace
from datetime import timedelta

import streamlit as st

from gems.domain.group import Group
from gems.domain.issues import Kind
from gems.domain.people import Derogation
from gems.domain.words import Words, day
from gems.planning.group_data import remove_record, save_record, see_group
from gems.rules.catalogue import DEROGABLE, rule_named
from gems.rules.describe import said
from gems.rules.law import Figure, law_of
from gems.workbook.cells.choices import Choice
from gems.workbook.cells.clocks import Duration
from gems.workbook.columns import Column
from gems.workbook.sheets import SHEET
from ui.web.here import Here
from ui.web.markup import Entry, entries, heading, sentence
from ui.web.panels.one_act import one_act
from ui.web.panels.record_form import RecordForm, fresh_id, keeping
from ui.web.record_words import label_of
from ui.web.texts import text

ONE_DAY = timedelta(days=1)


def derogations_part(here: Here) -> None:
    """Those in force and to come, those over, and a form to open one."""
    group = see_group(here.office, here.actor)
    ordered = sorted(group.derogations, key=lambda one: one.first_day, reverse=True)
    alive = [one for one in ordered if one.last_day >= here.today]
    heading(here.say("derogation.alive"), "" if alive else here.say("derogation.alive.none"), level=2)
    for one in alive:
        _alive(here, group, one)
    with st.container(border=True):
        _open(here, group)
    over = [one for one in ordered if one.last_day < here.today]
    if over:
        with st.expander(here.say("derogation.over", n=len(over))):
            entries(_entry(here, group, one) for one in over)


def _open(here: Here, group: Group) -> None:
    figures = {name: figure for name in DEROGABLE if (figure := _figure(here, group, name)) is not None}
    heading(here.say("derogation.new"), here.say("derogation.new.about"), level=2)
    if not figures:
        sentence(here.say("derogation.never"))
        return
    fixed = {"id": fresh_id(group, Kind.DEROGATION, "X")}
    form = RecordForm(here, group, Kind.DEROGATION, "derogation new", fixed=fixed)
    column = SHEET[Kind.DEROGATION].column
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        rule = form.ask("rule", replace(column["rule"], cell=_rules(figures)))
        form.ask("employee_id")
        form.ask("limit", _limit_column(column["limit"], figures.get(rule)))
    if rule in figures:
        _furthest(here, rule, figures[rule])
    form.ask_all("first_day", "last_day", "reason")
    form.finish(keeping(here, Kind.DEROGATION), text("derogation.opened"), label=here.say("derogation.open"))
    never = [rule_named(name).info.title[here.language] for name in DEROGABLE if name not in figures]
    if never:
        sentence(here.say("derogation.not_for", rules=", ".join(never)), kind="quiet")


def _figure(here: Here, group: Group, rule: str) -> Figure | None:
    """The figure that a derogation from this rule replaces; None when the agreement admits none."""
    names = rule_named(rule).info.figures
    figure = law_of(group.settings.agreement).figure(names[0], here.today) if names else None
    return figure if figure is not None and figure.outer is not None else None


def _rules(figures: dict[str, Figure]) -> Choice[str]:
    """The rules that may be derogated from, by their titles."""
    return Choice({name: rule_named(name).info.title for name in figures}, Words("une règle", "a rule"))


def _limit_column(column: Column, figure: Figure | None) -> Column:
    """Minutes are typed as hours; anything else as a number."""
    if figure is None or figure.unit != "minutes":
        return column
    return replace(column, cell=Duration(), help=text("derogation.limit.help"))


def _furthest(here: Here, rule: str, figure: Figure) -> None:
    info = rule_named(rule).info
    assert figure.outer is not None
    now, outer = said(figure.value, figure.unit), said(figure.outer, figure.unit)
    sentence(info.says[here.language], kind="quiet")
    sentence(here.say("derogation.furthest", now=now, outer=outer, article=figure.article))


def _alive(here: Here, group: Group, one: Derogation) -> None:
    begun = one.first_day <= here.today
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        with st.container(width="stretch"):
            entries([_entry(here, group, one)])
        key, end = ("derogation.close", _close) if begun else ("derogation.drop", _drop)
        st.button(here.say(key), key=f"end derogation {one.id}", on_click=end, args=(here, one))


def _entry(here: Here, group: Group, one: Derogation) -> Entry:
    info, language = rule_named(one.rule).info, here.language
    who = here.say("derogation.everybody")
    if one.employee_id is not None:
        who = label_of(group, Kind.EMPLOYEE, one.employee_id, language)
    dates = here.say("derogation.dates", first=day(one.first_day, year=True), last=day(one.last_day, year=True))
    limit = here.say("derogation.limit", limit=said(one.limit, str(info.unit)))
    return Entry(title=info.title[language], facts=f"{who} · {dates} · {limit}", lines=(one.reason,))


def _close(here: Here, one: Derogation) -> None:
    """It no longer holds from today on; yesterday it did."""
    yesterday = here.today - ONE_DAY
    if one.first_day > yesterday:
        _drop(here, one)
        return
    after = replace(one, last_day=yesterday)
    one_act(here, text("derogation.closed"), save_record, kind=Kind.DEROGATION, before=one, after=after)


def _drop(here: Here, one: Derogation) -> None:
    one_act(here, text("derogation.dropped"), remove_record, kind=Kind.DEROGATION, before=one)
