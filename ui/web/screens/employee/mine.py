"""The employee's one page: the next shift first, then what to answer, the week, the counters, wishes and calendar."""

import streamlit as st

from gems.planning.views.employee import next_shift
from ui.web.here import here
from ui.web.panels.calendar_link import calendar_link
from ui.web.screens.employee.counters import counters
from ui.web.screens.employee.proposal import proposal_panel
from ui.web.screens.employee.shift import shift_card
from ui.web.screens.employee.week import week_panel
from ui.web.screens.employee.wishes import wishes


def show() -> None:
    """From top to bottom, what is needed in a car park first."""
    visit = here()
    employee_id = visit.actor.employee_id or ""
    with st.container(key="mine"):
        with st.container(border=True, key="shift"):
            shift_card(visit, next_shift(visit.office, visit.actor, employee_id=employee_id))
        proposal_panel(visit, employee_id)
        week_panel(visit, employee_id)
        counters(visit, employee_id)
        with st.expander(visit.say("wish.title"), icon=":material/event_busy:"):
            wishes(visit, employee_id)
        with st.expander(visit.say("calendar.title"), icon=":material/calendar_month:"):
            calendar_link(visit)
