"""The three questions of a request: for what, when or how many hours, how flexible."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from gems.access.policy import Role
from gems.domain.requests import Priority, Season
from gems.domain.validation.requests import LONGEST_VISIT
from gems.domain.validation.roster_terms import HIGHEST_PRICE
from gems.domain.words import DAYS, hours
from gems.planning.asks.requests import Asking, Choice
from ui.web.here import Here
from ui.web.markup import heading, sentence
from ui.web.one_of import one_of
from ui.web.screens.member.typed import Often, Shape, Typed

QUARTER, HALF_HOUR, HOUR = 15, 30, 60
DURATIONS = range(HALF_HOUR, 12 * HOUR + 1, QUARTER)
VOLUMES = range(HOUR, 70 * HOUR + 1, HALF_HOUR)
MOST_PEOPLE, MOST_WEEKS_APART, LONGEST_BREAK = 50, 12, 120


class Questions:
    """The form of one request. Each widget starts from what was typed, and gives back what is typed now."""

    def __init__(self, here: Here, asking: Asking, name: str, typed: Typed) -> None:
        self._here, self._asking, self._name, self._was = here, asking, name, typed

    def ask(self) -> Typed:
        """Draw the three questions; what they say now."""
        typed = self._was
        for number, question in enumerate((self._for_what, self._when, self._how_flexible), 1):
            with st.container(border=True, key=f"question-{number}"):
                heading(f"{number}. {self._here.say(f'ask.question.{number}')}", level=2)
                typed = question(typed)
        return typed

    # --- 1. For what -------------------------------------------------------------------------------------

    def _for_what(self, typed: Typed) -> Typed:
        sites = {site.id: site for site in self._asking.sites}
        usual = {code: number for number, code in enumerate(self._asking.usual_jobs)}
        jobs = {job.id: job for job in sorted(self._asking.jobs, key=lambda job: usual.get(job.id, len(usual)))}
        with st.container(horizontal=True, key="for-what"):
            if len(sites) > 1:
                typed = replace(typed, site=self._choice("site", tuple(sites), typed.site, sites))
            typed = replace(typed, job=self._choice("job", tuple(jobs), typed.job, jobs))
            label = st.text_input(
                self._say("label"),
                key=self._key("label", typed.label),
                placeholder=self._say("label.example"),
                max_chars=80,
            )
        return replace(typed, label=label)

    # --- 2. When, or how many hours ----------------------------------------------------------------------

    def _when(self, typed: Typed) -> Typed:
        typed = replace(typed, shape=self._one_of("shape", tuple(Shape), typed.shape))
        typed = self._hours(typed)
        typed = replace(typed, often=self._one_of("often", tuple(Often), typed.often))
        return self._days(typed)

    def _hours(self, typed: Typed) -> Typed:
        with st.container(horizontal=True, key="hours"):
            if typed.shape is Shape.WINDOW:
                typed = replace(typed, minutes=self._duration("minutes", DURATIONS, typed.minutes))
            if typed.shape is Shape.VOLUME:
                typed = replace(typed, weekly=self._duration("weekly", VOLUMES, typed.weekly))
            fixed = typed.shape is Shape.FIXED
            start = st.time_input(self._say("start" if fixed else "earliest"), key=self._key("start", typed.start))
            end = st.time_input(self._say("end" if fixed else "latest"), key=self._key("end", typed.end))
            typed = replace(typed, start=start or typed.start, end=end or typed.end)
            if typed.shape is Shape.VOLUME:
                typed = replace(typed, shortest=self._duration("shortest", DURATIONS, typed.shortest))
                return replace(typed, longest=self._duration("longest", DURATIONS, typed.longest))
            least = min(1, typed.headcount)
            return replace(typed, headcount=self._count("headcount", typed.headcount, least, MOST_PEOPLE))

    def _days(self, typed: Typed) -> Typed:
        with st.container(horizontal=True, vertical_alignment="bottom", key="days"):
            once = typed.often is Often.ONCE
            name = "of_week" if once and typed.shape is Shape.VOLUME else "on" if once else "from"
            typed = replace(typed, first=self._date("first", name, typed.first))
            if typed.often is Often.SOME_DAYS:
                typed = replace(typed, last=self._date("last", "to", max(typed.last, typed.first)))
            elif typed.often is Often.EVERY_WEEK:
                typed = self._end(typed)
        if once and typed.shape is not Shape.VOLUME:
            return typed
        possible = "weekdays.possible" if typed.shape is Shape.VOLUME else "weekdays"
        chosen = st.pills(
            self._say(possible),
            range(7),
            selection_mode="multi",
            key=self._key("weekdays", sorted(typed.weekdays)),
            format_func=DAYS[self._here.language].__getitem__,
        )
        return replace(typed, weekdays=frozenset(chosen))

    def _end(self, typed: Typed) -> Typed:
        every = tuple(range(1, MOST_WEEKS_APART + 1))
        rhythm = self._select("every_weeks", every, typed.every_weeks, format_func=self._rhythm)
        season = self._select("season", tuple(Season), typed.season, format_func=partial(self._named, "season"))
        typed = replace(typed, every_weeks=rhythm, season=season)
        ends = st.checkbox(self._say("ends"), key=self._key("ends", typed.ends))
        if ends:
            typed = replace(typed, last=self._date("last", "to", max(typed.last, typed.first)))
        return replace(typed, ends=ends)

    def _rhythm(self, weeks: int) -> str:
        return self._say("every.week") if weeks == 1 else self._here.say("ask.every.weeks", n=weeks)

    # --- 3. How flexible ---------------------------------------------------------------------------------

    def _how_flexible(self, typed: Typed) -> Typed:
        typed = replace(typed, priority=self._one_of("priority", tuple(Priority), typed.priority))
        same = st.checkbox(self._say("same_person"), key=self._key("same_person", typed.same_person))
        typed = replace(typed, same_person=same)
        with st.expander(self._say("more"), expanded=_has_more(typed)):
            typed = self._people(typed)
            if typed.shape is not Shape.VOLUME:
                typed = replace(typed, visit=self._visit(typed.visit))
            with st.container(horizontal=True, vertical_alignment="bottom", key="more-figures"):
                pause = self._count("break_minutes", typed.break_minutes, 0, LONGEST_BREAK, step=5)
                typed = replace(typed, break_minutes=pause)
                if typed.shape is Shape.VOLUME:
                    return replace(typed, most_days=self._count("most_days", typed.most_days, 1, 7))
                return self._beyond(typed)

    def _beyond(self, typed: Typed) -> Typed:
        """How many more may come. Their price weighs schedules against each other: the coordinator's business."""
        typed = replace(typed, beyond=self._count("beyond", typed.beyond, 0, MOST_PEOPLE - typed.headcount))
        if not typed.beyond or self._here.actor.role is not Role.COORDINATOR:
            return typed
        return replace(typed, beyond_cents=self._price("beyond_cents", typed.beyond_cents))

    def _visit(self, name: str) -> str:
        return st.text_input(
            self._say("visit"),
            key=self._key("visit", name),
            placeholder=self._say("visit.example"),
            max_chars=LONGEST_VISIT,
        )

    def _people(self, typed: Typed) -> Typed:
        people = {person.id: person for person in self._asking.people}
        if not people:
            sentence(self._say("people.none"), kind="quiet")
            return typed
        wanted = self._several("wanted", tuple(people), typed.wanted, people)
        return replace(typed, wanted=wanted, excluded=self._several("excluded", tuple(people), typed.excluded, people))

    # --- Widgets -----------------------------------------------------------------------------------------

    def _key(self, name: str, value: Any) -> str:
        """The key of a widget, which starts from `value` unless something is typed in it."""
        key = f"ask {self._name} {name}"
        st.session_state.setdefault(key, value)
        return key

    def _say(self, name: str) -> str:
        return self._here.say(f"ask.{name}")

    def _named(self, kind: str, value: Any) -> str:
        return self._here.say(f"ask.{kind}.{getattr(value, 'name', value).lower()}")

    def _one_of(self, name: str, options: Sequence[Any], value: Any) -> Any:
        return one_of(
            self._say(name),
            options,
            usual=value,
            starts=False,
            key=self._key(name, value),
            format_func=partial(self._named, name),
        )

    def _select(self, name: str, options: Sequence[Any], value: Any, **how: Any) -> Any:
        known = options if value in options else (*options, value)
        choose = self._here.say("field.choose")
        return st.selectbox(self._say(name), known, key=self._key(name, value), placeholder=choose, **how)

    def _choice(self, name: str, ids: Sequence[str], value: str, known: dict[str, Choice]) -> str:
        language = self._here.language
        chosen: str = self._select(name, ids, value, format_func=lambda id: known[id].name[language])
        return chosen

    def _several(self, name: str, ids: Sequence[str], value: Iterable[str], known: dict[str, Choice]) -> frozenset[str]:
        chosen = st.multiselect(
            self._say(name),
            ids,
            key=self._key(name, [id for id in ids if id in set(value)]),
            format_func=lambda id: known[id].name[self._here.language],
            placeholder=self._say("people.choose"),
        )
        return frozenset(chosen)

    def _duration(self, name: str, options: Sequence[int], value: int) -> int:
        said = self._here.language
        chosen: int = self._select(name, options, value, format_func=lambda minutes: hours(minutes)[said])
        return chosen

    def _count(self, name: str, value: int, least: int, most: int, *, step: int = 1) -> int:
        return int(
            st.number_input(
                self._say(name), min_value=least, max_value=max(most, value), step=step, key=self._key(name, value)
            )
        )

    def _price(self, name: str, cents: int) -> int:
        """Whole cents, asked in euros."""
        key = self._key(name, cents / 100)
        return round(100 * st.number_input(self._say(name), 0.0, HIGHEST_PRICE / 100, step=1.0, format="%.2f", key=key))

    def _date(self, name: str, words: str, value: Any) -> Any:
        return st.date_input(self._say(words), key=self._key(name, value), format="DD/MM/YYYY") or value


def _has_more(typed: Typed) -> bool:
    """Whether something is typed of what is asked last."""
    return bool(typed.wanted | typed.excluded or typed.break_minutes or typed.beyond or typed.visit)
