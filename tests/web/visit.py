"""One visitor's page without a browser: what it says, what it offers, and how to act on it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from gems.access.policy import Actor
from gems.domain.words import Language
from ui.web import app
from ui.web.state import KEY, Desk
from ui.web.texts import TEXTS

SECONDS = 120
LABELLED = ("text_input", "text_area", "number_input", "date_input", "time_input", "checkbox", "toggle", "multiselect")
CHOICES = ("segmented_control", "radio", "selectbox")
SAID = ("markdown", "caption", "error", "warning", "info", "success")


@dataclass
class Seat:
    """Where the visitor's cookie would be: AppTest has none."""

    actor: Actor | None = None


class Visit:
    """One visitor's page. `path`: which screen, "" for the one where they arrive; `address`: what follows it."""

    def __init__(self, seat: Seat, actor: Actor | None, language: Language, path: str, **address: str) -> None:
        self.seat, self.actor = seat, actor
        self._read: tuple[object, str] | None = None
        self.at = AppTest.from_file(app.__file__, default_timeout=SECONDS)
        self.at._page_hash = calc_hash(path)  # AppTest itself only finds screens that are files
        self.at.query_params["lang"] = language
        for name, value in address.items():
            self.at.query_params[name] = value
        self.run()

    def run(self) -> "Visit":
        return self.after(self.at)

    def after(self, act: Any) -> "Visit":
        """The page once it has been drawn again after an act."""
        self.seat.actor = self.actor
        act.run()
        assert not self.at.exception
        return self

    @property
    def desk(self) -> Desk:
        found: Desk = self.at.session_state[KEY]
        return found

    def press(self, key: str) -> "Visit":
        return self.after(self.at.button(key=key).click())

    def choose(self, key: str, value: Any) -> "Visit":
        return self.after(self.at.segmented_control(key=key).set_value(value))

    def view(self, name: str) -> "Visit":
        return self.choose("view", name)

    def pick(self, picked: str) -> "Visit":
        """The details of a card or a row."""
        self.desk.pick(picked)
        return self.run()

    @property
    def words(self) -> str:
        """Everything said, as plain text."""
        if self._read is None or self._read[0] is not self.at._tree:  # drawn again since
            self._read = self.at._tree, " ".join(unescape(text) for text in self._texts())
        return self._read[1]

    def _texts(self) -> Iterator[str]:
        for element in self.at.get("html"):
            body = str(element.proto.body)
            if not body.startswith("<style>"):
                yield body
        for kind in SAID:
            yield from (str(element.value) for element in self.at.get(kind))
        for button in (*self.at.button, *self.at.get("download_button"), *self.at.expander):
            yield str(getattr(button, "label", "") or button.proto.label)
        for metric in self.at.metric:
            yield f"{metric.label} {metric.value} {metric.proto.help}"
        for kind in CHOICES:
            for control in self.at.get(kind):
                yield " ".join((str(control.label), *map(str, control.options)))
        for kind in LABELLED:
            yield from (str(control.label) for control in self.at.get(kind))

    def shown(self, column: str) -> list[str]:
        """What the figures of a column of the table say, as they are drawn."""
        drawn = self.at.dataframe[0].proto.arrow_data.styler.display_values
        return list(convert_arrow_bytes_to_pandas_df(drawn)[column])

    @property
    def strong(self) -> list[str]:
        """The buttons that stand out, but for those folded away."""
        folded = {id(button) for fold in self.at.expander if not fold.proto.expanded for button in fold.button}
        every = (*self.at.button, *self.at.get("download_button"))
        shown = (button for button in every if id(button) not in folded)
        return [str(button.proto.label) for button in shown if button.proto.type == "primary"]


Visiting = Callable[..., Visit]
"""From a language, an actor (None: nobody), the path of a screen and an address to a visit; see the fixture."""


def said(key: str, language: Language = "fr", **values: Any) -> str:
    return TEXTS[key].fill(**values)[language] if values else TEXTS[key][language]
