"""A visitor who opens every screen and tries one of each kind of control there."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from streamlit.runtime.state.common import TESTING_KEY

from gems.access.policy import Actor
from gems.domain.words import Language
from tests.security.marks import MARK
from tests.web.visit import Seat, Visit

MOST_STEPS = 150
"""On one screen; more kinds of controls than that is a loop."""
NUMBERS = re.compile(r"\d+")
OFTEN = {"button choose-before": 2, "button choose-after": 6}
"""From week to week."""
KEPT_SHUT = {"leave", "language"}
"""Of the frame, tried elsewhere."""


def roam(seat: Seat, actor: Actor | None, paths: tuple[str, ...], language: Language = "fr") -> Iterator[str]:
    """Where the visitor stands after each step: once a screen is opened, and once each control is used."""
    for path in paths:
        visit = Visit(seat, actor, language, path)
        yield path
        tried = Counter[str]()
        for _ in range(MOST_STEPS):
            found = next((one for one in _controls(visit) if tried[one[0]] < OFTEN.get(one[0], 1)), None)
            if found is None:
                break
            kind, act = found
            tried[kind] += 1
            visit.after(act)
            yield f"{path}, {kind}"
        else:
            raise AssertionError(f"{path}: no end of controls: {sorted(tried)}")


def _controls(visit: Visit) -> Iterator[tuple[str, Any]]:
    """What may be pressed or chosen, the first of each kind first."""
    at = visit.at
    for button in at.button:
        if button.key and not button.disabled and _kind(button.key) not in KEPT_SHUT:
            yield f"button {_kind(button.key)}", _Pressed(button)
    for name in ("segmented_control", "pills", "selectbox", "radio"):
        for control in at.get(name):
            if control.key and not control.disabled and _kind(control.key) not in KEPT_SHUT:
                for place, option in enumerate(control.options):
                    yield f"{name} {_kind(control.key)} {_kind(str(option))}", _Chosen(control, place)
    for control in (*at.checkbox, *at.toggle):
        if control.key and not control.disabled:
            yield f"checkbox {_kind(control.key)}", _Ticked(control)


def _kind(key: str) -> str:
    """A key without whom it is about."""
    return NUMBERS.sub("#", MARK.sub("…", key))


class _Pressed:
    def __init__(self, button: Any) -> None:
        self._button = button

    def run(self) -> None:
        self._button.click().run()


class _Chosen:
    """An option as the browser names it: by its words. AppTest would have it by its value, which is not sent."""

    def __init__(self, control: Any, place: int) -> None:
        self._control, self._place = control, place

    def run(self) -> None:
        control = self._control
        control.root.session_state[TESTING_KEY][control.id] = str
        control.set_value(control.options[self._place]).run()


class _Ticked:
    def __init__(self, control: Any) -> None:
        self._control = control

    def run(self) -> None:
        (self._control.uncheck() if self._control.value else self._control.check()).run()
