"""What the grid does not say in full: what nobody serves, hours against contracts, the bill."""

from collections.abc import Iterable

import streamlit as st

from gems.domain.fairness import fairness_of
from gems.domain.fairness_words import fair_lines
from gems.domain.report import BillLine, Unserved
from gems.domain.words import Words, euros, hours
from gems.rules.catalogue import rule_named
from gems.rules.statement import Charge
from ui.web.markup import Column, Entry, entries, heading, sentence, table
from ui.web.state import WeekPage
from ui.web.texts import text
from ui.web.week_view import WeekView
from ui.web.week_words import need_when, signed_hours, site_words, whole_hours


def unserved_view(here: WeekPage, view: WeekView) -> None:
    """Each need with hours missing, and every reason."""
    if not view.unserved:
        st.success(here.say("unserved.none"), icon=":material/check_circle:")
        return
    entries(unserved_entry(view, line) for line in view.unserved)


def unserved_entry(view: WeekView, line: Unserved) -> Entry:
    """ "EHPAD Les Tilleuls · lun. 23 nov., 7 h 00–14 h 00", with the reasons under it."""
    group, need, language = view.week.problem.group, view.need(line.need_id), view.language
    member, site = group.member[line.member_id].name, group.site[need.request.site_id]
    known = (
        need.request.label,
        view.job_name(need.request.qualification),
        site_words(site.name, site.commune, member),
        hours(line.minutes)[language],
    )
    return Entry(
        title=f"{member} · {need_when(need)[language]}",
        facts=" · ".join(filter(None, known)),
        lines=tuple(reason[language] for reason in line.reasons),
        mark="todo",
    )


def hours_view(here: WeekPage, view: WeekView) -> None:
    """Each person's hours against the contract; those furthest from it first."""
    language, group = here.language, view.week.problem.group
    lines = sorted(view.week.hours, key=lambda line: line.worked_minutes - line.contract_minutes)
    sentence(here.say("hours.note"), kind="quiet")
    table(
        (
            Column(title=here.say("table.person")),
            Column(title=here.say("table.contract"), figures=True),
            Column(title=here.say("table.worked"), figures=True),
            Column(title=here.say("table.travel"), figures=True),
            Column(title=here.say("table.balance"), figures=True),
            Column(title=here.say("table.why"), wide=True),
        ),
        (
            (
                group.employee[line.employee_id].name,
                whole_hours(line.contract_minutes)[language],
                whole_hours(line.worked_minutes)[language],
                hours(line.travel_minutes)[language] if line.travel_minutes else "",
                signed_hours(line.worked_minutes - line.contract_minutes)[language],
                line.why_short[language] if line.why_short else "",
            )
            for line in lines
        ),
    )


def bill_view(here: WeekPage, view: WeekView) -> None:
    """Each line of the bill that is not nought, the dearest first, and the total."""
    language = here.language
    lines = sorted((line for line in view.week.bill if line.cents), key=lambda line: -line.cents)
    if not lines:
        st.success(here.say("bill.none"), icon=":material/check_circle:")
        return
    table(
        (
            Column(title=here.say("table.line"), wide=True),
            Column(title=here.say("table.amount"), figures=True),
            Column(title=here.say("table.cost"), figures=True),
        ),
        ((line.title[language], _amount(line)[language], euros(line.cents)[language]) for line in lines),
        total=(here.say("total"), "", euros(view.week.cost_cents)[language]),
    )
    sentence(here.say("bill.note"), kind="quiet")
    missed(view, view.week.verdict.charges)
    _fairness(here, view)


def missed(view: WeekView, charges: Iterable[Charge]) -> None:
    """For each line of the bill that says what was missed, each case with its price."""
    told = [(charge, charge.words[view.language]) for charge in charges if charge.words is not None and charge.cents]
    found = []
    for name in dict.fromkeys(charge.rule for charge, _ in told):
        cases = [f"{words} {euros(charge.cents)[view.language]}" for charge, words in told if charge.rule == name]
        found.append(Entry(title=rule_named(name).info.title[view.language], lines=tuple(cases), mark="todo"))
    if found:
        entries(found)


def _fairness(here: WeekPage, view: WeekView) -> None:
    """How evenly members are served and people loaded, before this schedule and with it."""
    week, language = view.week, here.language
    lines = list(fair_lines(week.problem.group, fairness_of(week.problem, week.schedule)))
    if not lines:
        return
    heading(here.say("fair"), level=2)
    table(
        (
            Column(title=here.say("fair.what"), wide=True),
            Column(title=here.say("fair.before")),
            Column(title=here.say("fair.after")),
        ),
        ((line.title[language], line.before[language], line.after[language]) for line in lines),
    )
    sentence(here.say("fair.note"), kind="quiet")


def _amount(line: BillLine) -> Words:
    return hours(line.amount) if line.unit == "minutes" else text(f"unit.{line.unit}").fill(n=line.amount)
