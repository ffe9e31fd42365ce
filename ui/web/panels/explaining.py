"""Why hours are not served: who is kept from them, what serving them would cost, what would open the way."""

import streamlit as st

from gems.domain.life import piece_key
from gems.domain.schedule import Assignment
from gems.planning.explain.explaining import Explanation, Price, Unlocked
from gems.planning.explain.saying import (
    able_words,
    blocked_words,
    changes_words,
    missing_words,
    need_words,
    other_words,
    serving_words,
)
from gems.planning.explain.saying import price_words as said_price
from gems.planning.explain.unlocks import Unlock, UnlockKind
from gems.planning.week.explain import make_so, pose_question, why_this_person
from gems.planning.week.steps import Step
from ui.web.asking import Asking
from ui.web.components.into_sight import into_sight
from ui.web.here import tell
from ui.web.markup import Entry, entries, heading, sentence
from ui.web.state import WeekPage
from ui.web.texts import text

REFRESH_SECONDS = 0.5
SHOWN = 6
"""Changes said of one answer before the rest is counted."""


def ask_why(page: WeekPage, need_id: str) -> None:
    """The button on hours that nobody serves."""
    st.button(page.say("why.ask"), icon=":material/help:", key="explain", on_click=_ask, args=(page, need_id))


def why_here(page: WeekPage, piece: Assignment) -> None:
    """On a card: why this person, and who else at what price; found when asked."""
    version = page.sight.version
    if version is None or not st.button(page.say("who.ask"), icon=":material/help:", key="why-here"):
        return
    here, head, language = page.here, version.head, page.language
    found = here.attempt(
        why_this_person, here.office, here.actor, monday=head.monday, number=head.number, piece=piece_key(piece)
    )
    if found is not None:
        group = page.sight.problem.group
        others = tuple(other_words(group, one)[language] for one in found.able[:SHOWN])
        kept = tuple(words[language] for words in found.grouped)
        entries(
            [
                Entry(title=found.words[language], lines=others),
                *([Entry(title=page.say("why.others"), lines=kept, mark="law")] if kept else []),
            ]
        )


def explaining_panel(page: WeekPage) -> None:
    """The question under way, then its answer; nothing otherwise."""
    asking = page.desk.asking
    version = page.sight.version
    if asking is None or version is None or asking.question.head != version.head:
        return
    with st.container(border=True, key="explaining"):
        need = asking.question.problem.need[asking.question.need_id]
        name = need_words(asking.question.problem.group, need)[page.language]
        into_sight("explaining", need.id)
        heading(page.say("why.title"), name, level=2)
        if asking.told is not None:
            _answer(page, asking, asking.told)
        elif asking.failed:
            entries([Entry(title=page.say("why.failed"), mark="todo")])
            _close_button(page, "why.close")
        else:
            _waiting(page, asking)


@st.fragment(run_every=REFRESH_SECONDS)
def _waiting(page: WeekPage, asking: Asking) -> None:
    if asking.over:
        st.rerun()
    seconds = min(asking.seconds, asking.limit)
    sentence(page.say("why.working"))
    st.progress(seconds / asking.limit, page.say("why.elapsed", seconds=seconds, limit=asking.limit))
    if _close_button(page, "why.stop"):
        st.rerun()


def _close_button(page: WeekPage, key: str) -> bool:
    icon = ":material/stop:" if key == "why.stop" else ":material/close:"
    return st.button(page.say(key), icon=icon, key="why-close", on_click=page.desk.ask, args=(None,))


def _ask(page: WeekPage, need_id: str) -> None:
    here, version = page.here, page.sight.version
    assert version is not None
    head = version.head
    found = here.attempt(
        pose_question, here.office, here.actor, monday=head.monday, number=head.number, need_id=need_id
    )
    if found is not None:
        page.desk.pick("")  # the answer is read beside the week, not under the card
        page.desk.ask(Asking.of(found))


def _answer(page: WeekPage, asking: Asking, told: Explanation) -> None:
    language = page.language
    _people(page, asking, told)
    serving, missing = serving_words(told)[language], missing_words(told)[language]
    entries([Entry(title=serving, facts=missing, lines=_changes(page, asking, told.price, None))])
    if told.price is not None:
        _use(page, asking, told.price, None, "serve")
    if told.unlocks or not told.candidates.able:
        heading(page.say("why.unlocks" if told.unlocks else "why.unlocks.none"), level=3)
    for place, one in enumerate(told.unlocks):
        _unlock(page, asking, one, place)
    sentence(page.say("why.verified"), kind="quiet")
    _close_button(page, "why.close")


def _people(page: WeekPage, asking: Asking, told: Explanation) -> None:
    """Who could, and who is kept by what."""
    language, problem = page.language, asking.question.problem
    found = told.candidates
    if found.able:
        lines = tuple(able_words(problem, one)[language] for one in found.able)
        entries([Entry(title=page.say("why.able"), lines=lines)])
    if found.blocked:
        title = page.say("why.others" if found.able else "why.nobody")
        entries([Entry(title=title, lines=tuple(words[language] for words in found.grouped), mark="law")])
        each = [Entry(title=name[language], lines=(why[language],)) for name, why in blocked_words(problem, told)]
        if each:
            with st.expander(page.say("why.each")):
                entries(each)
                if len(each) < len(found.blocked):
                    sentence(page.say("why.far"), kind="quiet")


def _unlock(page: WeekPage, asking: Asking, one: Unlocked, place: int) -> None:
    title, price = _capital(one.unlock.words[page.language]), said_price(one.price)[page.language]
    entries([Entry(title=title, facts=price, lines=_changes(page, asking, one.price, one.unlock))])
    _use(page, asking, one.price, one.unlock, f"unlock {place}")


def _use(page: WeekPage, asking: Asking, price: Price, unlock: Unlock | None, name: str) -> None:
    """The button that makes it so; nobody is hired by a button."""
    if (unlock is None or unlock.kind is not UnlockKind.HIRE) and _may_change(page):
        st.button(
            page.say("why.serve" if unlock is None else "why.apply"),
            key=f"apply {name}",
            help=page.say("why.apply.help"),
            on_click=_apply,
            args=(page, asking, price, unlock),
        )


def _changes(page: WeekPage, asking: Asking, price: Price | None, unlock: Unlock | None) -> tuple[str, ...]:
    """What moves and falls, the first sentences; nothing without a price."""
    if price is None:
        return ()
    group = asking.question.problem.group if unlock is None else unlock.group(asking.question.problem.group)
    said = tuple(words[page.language] for words in changes_words(group, price))
    more = (page.say("why.more", n=len(said) - SHOWN),) if len(said) > SHOWN else ()
    return (*said[:SHOWN], *more)


def _may_change(page: WeekPage) -> bool:
    steps = page.sight.steps
    return steps[Step.EDIT] is None or steps[Step.REVISE] is None


def _apply(page: WeekPage, asking: Asking, price: Price, unlock: Unlock | None) -> None:
    here, head = page.here, asking.question.head
    made = here.attempt(
        make_so,
        here.office,
        here.actor,
        monday=head.monday,
        number=head.number,
        edit=head.edit,
        need_id=asking.question.need_id,
        answer=price.schedule,
        unlock=unlock,
    )
    if made is not None:
        tell(text("why.done").fill(number=made.number))
        if unlock is not None:
            tell(text("why.done.data").fill(unlock=unlock.words))
        page.desk.go(made.monday)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
