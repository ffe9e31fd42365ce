"""The hours part of a person's sheet: the year's balance, overtime, refusals, week by week; derogations in force."""

import streamlit as st

from gems.domain.group import Group
from gems.domain.history import YearDone
from gems.domain.people import Employee
from gems.domain.words import day
from gems.domain.year_words import closing_words, target_words
from gems.planning.views.my_hours import MyHours, my_hours
from gems.planning.views.people_years import PersonYear, people_years
from gems.rules.catalogue import rule_named
from ui.web.here import Here
from ui.web.links import screen_link
from ui.web.markup import Column, Entry, entries, facts, heading, sentence, table
from ui.web.panels.year_chart import year_chart
from ui.web.week_words import signed_hours, whole_hours


def counters_part(here: Here, group: Group, person: Employee) -> None:
    """What the year has come to."""
    counted = my_hours(here.office, here.actor, employee_id=person.id)
    if counted is None:
        return
    entered = next((one for one in group.history.years if one.employee_id == person.id), None)
    ahead = people_years(here.office, here.actor).get(person.id)
    if ahead is not None:
        _ahead(here, ahead)
    left, right = st.columns(2, gap="large")
    with left:
        _year(here, counted, entered)
        _derogations(here, group, person)
    with right:
        _weeks(here, counted)


def _ahead(here: Here, year: PersonYear) -> None:
    """Where the year is going: this week's hours and why, the drawing, the closing, what is left of the quota."""
    outlook, language = year.outlook, here.language
    heading(here.say("year.title"), level=2)
    if outlook.weeks:
        sentence(f"{target_words(outlook, here.today)[language]}.", kind="answer")
    year_chart(here, year)
    said = [closing_words(outlook)[language]]
    if outlook.modulated:
        closing = whole_hours(outlook.closing_by_demand)
        said.append(
            here.say("year.by_demand", closing=closing, gap=signed_hours(outlook.closing_by_demand - outlook.due))
        )
    if year.quota is not None:
        left = whole_hours(max(0, year.quota - year.overtime))
        said.append(here.say("year.quota", used=whole_hours(year.overtime), quota=whole_hours(year.quota), left=left))
    for words in said:
        sentence(words, kind="quiet")


def _year(here: Here, counted: MyHours, entered: YearDone | None) -> None:
    year, language = counted.year, here.language
    heading(here.say("counters.year"), level=2)
    if year is None or entered is None:
        sentence(here.say("counters.none"))
    refusals = str(counted.refusals_used)
    if counted.refusals_right is not None:
        refusals = here.say("counters.of", used=counted.refusals_used, right=counted.refusals_right)
    rows = [(here.say("counters.refusals"), refusals), (here.say("counters.km"), f"{counted.km_this_month} km")]
    if year is not None and entered is not None:
        worked, reference = whole_hours(year.worked_minutes), whole_hours(year.reference_minutes)
        done = here.say("counters.done.of", done=worked, due=reference)
        rows = [
            (here.say("counters.until"), day(year.until, year=True)[language]),
            (here.say("counters.done"), done),
            (here.say("counters.balance"), signed_hours(year.balance_minutes)[language]),
            (here.say("counters.overtime"), whole_hours(entered.overtime_minutes)[language]),
            (here.say("counters.territorial"), whole_hours(entered.territorial_minutes)[language]),
            *rows,
        ]
    facts(rows)


def _weeks(here: Here, counted: MyHours) -> None:
    language = here.language
    heading(here.say("counters.weeks"), level=2)
    if not counted.weeks:
        sentence(here.say("counters.weeks.none"))
        return
    columns = (
        Column(title=here.say("counters.week")),
        Column(title=here.say("counters.worked"), figures=True),
        Column(title=here.say("counters.contract"), figures=True),
        Column(title=here.say("counters.gap"), figures=True),
    )
    table(
        columns,
        (
            (
                day(week.monday, year=True)[language],
                whole_hours(week.worked_minutes)[language],
                whole_hours(week.contract_minutes)[language],
                signed_hours(week.worked_minutes - week.contract_minutes)[language],
            )
            for week in reversed(counted.weeks)
        ),
    )


def _derogations(here: Here, group: Group, person: Employee) -> None:
    """Those that hold for this person, or for everybody."""
    heading(here.say("counters.derogations"), level=2)
    own = [one for one in group.derogations if one.employee_id in (None, person.id) and one.last_day >= here.today]
    if not own:
        sentence(here.say("counters.derogations.none"))
    entries(
        Entry(
            title=rule_named(one.rule).info.title[here.language],
            facts=here.say("derogation.dates", first=day(one.first_day, year=True), last=day(one.last_day, year=True)),
            lines=(one.reason,),
        )
        for one in own
    )
    screen_link(here, "reglages", here.say("counters.derogations.open"), rubrique="derogations")
