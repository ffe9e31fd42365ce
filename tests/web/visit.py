"""One visitor's page without a browser: what it says, what it offers, and how to act on it."""

from collections.abc import Iterator
from html import unescape
from typing import Any

from streamlit.testing.v1 import AppTest

from gems.domain.words import Language
from ui.web import app
from ui.web.shown import ShownWeek
from ui.web.state import KEY, Desk
from ui.web.texts import TEXTS

SECONDS = 120


class Visit:
    """One visitor's page."""

    def __init__(self, language: Language = "fr", **address: str) -> None:
        self.at = AppTest.from_file(app.__file__, default_timeout=SECONDS)
        self.at.query_params["lang"] = language
        for name, value in address.items():
            self.at.query_params[name] = value
        self.run()

    def run(self) -> "Visit":
        self.at.run()
        assert not self.at.exception
        return self

    @property
    def desk(self) -> Desk:
        found: Desk = self.at.session_state[KEY]
        return found

    def press(self, key: str) -> "Visit":
        self.at.button(key=key).click().run()
        assert not self.at.exception
        return self

    def drop(self, content: bytes, name: str = "groupe.xlsx") -> "Visit":
        self.at.file_uploader[0].upload(name, content).run()
        assert not self.at.exception
        return self

    def view(self, name: str) -> "Visit":
        self.at.segmented_control(key="view").set_value(name).run()
        assert not self.at.exception
        return self

    @property
    def words(self) -> str:
        """Everything said, as plain text."""
        return " ".join(unescape(text) for text in self._texts())

    def _texts(self) -> Iterator[str]:
        for element in self.at.get("html"):
            body = str(element.proto.body)
            if not body.startswith("<style>"):
                yield body
        for kind in ("markdown", "caption", "error", "warning", "info", "success"):
            yield from (str(element.value) for element in self.at.get(kind))
        for button in (*self.at.button, *self.at.get("download_button"), *self.at.expander):
            yield str(getattr(button, "label", "") or button.proto.label)
        for metric in self.at.metric:
            yield f"{metric.label} {metric.value} {metric.proto.help}"
        for control in (*self.at.get("segmented_control"), *self.at.radio, *self.at.selectbox):
            yield " ".join((str(control.label), *map(str, control.options)))

    @property
    def strong(self) -> list[str]:
        """The buttons that stand out."""
        every = (*self.at.button, *self.at.get("download_button"))
        return [str(button.proto.label) for button in every if button.proto.type == "primary"]


def said(key: str, language: Language = "fr", **values: Any) -> str:
    return TEXTS[key].fill(**values)[language] if values else TEXTS[key][language]


def put(visit: Visit, week: ShownWeek) -> Visit:
    """A schedule on the desk of a visitor who opened the sample."""
    if visit.desk.group is None:
        visit.desk.open(week.problem.group, "small", None)
    visit.desk.put(week)
    return visit.run()
