"""The tables beside the grid: what is not served, hours, bill, members."""

import pandas as pd
import streamlit as st

from gems.domain.report import BillLine
from gems.domain.words import Words, day, euros, hours, percent
from ui.web.state import Desk
from ui.web.week_view import WeekView


def unserved_table(here: Desk, view: WeekView) -> None:
    """Each need with hours missing, and why."""
    problem, language = view.built.problem, here.language
    if not view.report.unserved:
        st.success(here.say("unserved.none"), icon=":material/check_circle:")
        return
    rows = []
    for line in view.report.unserved:
        need = problem.need[line.need_id]
        rows.append(
            {
                here.say("table.member"): problem.group.member[line.member_id].name,
                here.say("table.site"): problem.group.site[need.request.site_id].name,
                here.say("table.request"): need.request.label,
                here.say("table.day"): day(need.missions[0].day)[language]
                if len(need.missions) == 1
                else view.say("any_day"),
                here.say("table.hours"): hours(line.minutes)[language],
                here.say("table.why"): " · ".join(reason[language] for reason in line.reasons),
            }
        )
    _table(rows, wide=here.say("table.why"))


def hours_table(here: Desk, view: WeekView) -> None:
    """Each person's hours against the contract, and why they fall short."""
    language, group = here.language, view.built.problem.group
    rows = [
        {
            here.say("table.person"): group.employee[line.employee_id].name,
            here.say("table.contract"): hours(line.contract_minutes)[language],
            here.say("table.worked"): hours(line.worked_minutes)[language],
            here.say("table.travel"): hours(line.travel_minutes)[language],
            here.say("table.balance"): hours(line.worked_minutes - line.contract_minutes)[language],
            here.say("table.why"): line.why_short[language] if line.why_short else "",
        }
        for line in view.report.hours
    ]
    _table(rows, wide=here.say("table.why"))


def members_table(here: Desk, view: WeekView) -> None:
    """Each member's hours asked and served."""
    rows = []
    for member in view.built.problem.group.members:
        asked, served = view.asked_and_served(member.id)
        rows.append(
            {
                here.say("table.member"): member.name,
                here.say("table.asked"): hours(asked)[here.language],
                here.say("table.served"): hours(served)[here.language],
                here.say("table.share"): percent(served / asked)[here.language] if asked else "–",
            }
        )
    _table(rows)


def bill_table(here: Desk, view: WeekView) -> None:
    """Each line of the bill that is not nought, and the total."""
    language = here.language
    lines = [line for line in view.report.bill if line.cents]
    if not lines:
        st.success(here.say("bill.none"), icon=":material/check_circle:")
        return
    rows = [
        {
            here.say("table.line"): line.title[language],
            here.say("table.amount"): _amount(line)[language],
            here.say("table.cost"): euros(line.cents)[language],
        }
        for line in lines
    ]
    rows.append(
        {
            here.say("table.line"): here.say("total"),
            here.say("table.amount"): "",
            here.say("table.cost"): euros(view.report.cost_cents)[language],
        }
    )
    _table(rows)
    st.caption(here.say("bill.note"))


def _amount(line: BillLine) -> Words:
    if line.unit == "minutes":
        return hours(line.amount)
    if line.unit == "km":
        return Words(f"{line.amount} km", f"{line.amount} km")
    if line.unit == "days":
        return Words(f"{line.amount} j", f"{line.amount} d")
    return Words(f"{line.amount} ×", f"{line.amount} ×")


def _table(rows: list[dict[str, str]], *, wide: str = "") -> None:
    setting = {wide: st.column_config.TextColumn(width="large")} if wide else None
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", column_config=setting)
