"""A form over one record: nothing typed is lost, and nobody's change is overwritten without being seen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

import streamlit as st

from gems.access.policy import Refused
from gems.domain.group import Group
from gems.domain.issues import Issue, Kind
from gems.domain.records import Record, records_of
from gems.domain.words import Words
from gems.planning.asks.parts import new_id
from gems.planning.group_data import add_record, save_record
from gems.planning.office import Declined, Faulty, Overtaken
from gems.workbook.cells.base import Unreadable
from gems.workbook.columns import Column
from gems.workbook.sheet import Row
from gems.workbook.sheets import SHEET
from ui.web.here import Here, tell
from ui.web.markup import Column as TableColumn
from ui.web.markup import Entry, entries, plain, sentence, table
from ui.web.panels.fields import Asked, field
from ui.web.record_words import changes
from ui.web.texts import text

Values = Mapping[str, Any]
Save = Callable[[Record | None, Record], None]
"""Keeps a record; told the one that was seen (None: a new one) and the one that should be. Raises Declined."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What the form started from; kept in the session until it is saved or given up."""

    before: Record | None
    """The record as it was seen; None: a new one."""
    start: Values
    """What the fields began with."""
    turn: int = 0
    """Rises when the fields must begin again with other values."""
    overtaken: tuple[Record | None] | None = None
    """What somebody else saved meanwhile (None in it: removed)."""


def keeping(here: Here, kind: Kind) -> Save:
    """Add a new record of this kind, or save a changed one."""

    def keep(before: Record | None, after: Record) -> None:
        if before is None:
            add_record(here.office, here.actor, kind=kind, record=after)
        else:
            save_record(here.office, here.actor, kind=kind, before=before, after=after)

    return keep


def fresh_id(group: Group, kind: Kind, letter: str) -> str:
    """The next identifier of a kind, in the manner of the last one entered; `letter`: for the first of all."""
    taken = [str(one.id) for one in records_of(group, kind)]
    return new_id(taken[-1].rstrip("0123456789") if taken else letter, taken)


class RecordForm:
    """One form while a page is drawn: `ask` each field, then `finish`."""

    def __init__(
        self,
        here: Here,
        group: Group,
        kind: Kind,
        name: str,
        *,
        before: Record | None = None,
        given: Values | None = None,
        fixed: Values | None = None,
        build: Callable[[Row], Record] | None = None,
    ) -> None:
        """`name` tells this form from every other; `given`: how a new record begins; `fixed`: what is not asked."""
        self.here, self.group, self.kind = here, group, kind
        self._sheet, self._given, self._build = SHEET[kind], dict(given or {}), build
        self._key = f"form {name}"
        begun: Opened | int = st.session_state.get(self._key, 0)
        self._opened = Opened(before, self._values(before), begun) if isinstance(begun, int) else begun
        st.session_state[self._key] = self._opened
        self._now = before
        values = {**self._opened.start, **(fixed or {})}
        self._row = Row(0, values, dict.fromkeys(values, ""))
        self._asked = Asked(group, here.language)

    def ask(self, name: str, column: Column | None = None, *, required: bool | None = None) -> Any:
        """Draw the field of a column (the workbook's own, unless told); what it holds."""
        column = column or self._sheet.column[name]
        try:
            value = field(self._asked, column, self._opened.start.get(name), f"{self._key} {self._opened.turn} {name}")
        except Unreadable as fault:
            self._row.complain(name, fault.wrong, fault.fix or column.cell.hint)
            return None
        if value is None:
            if column.required if required is None else required:
                self._row.complain(name, text("form.missing"), column.cell.hint)
            value = column.default
        self._row.values[name] = value
        return value

    def ask_all(self, *names: str) -> None:
        """Several fields, side by side where there is room."""
        with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
            for name in names:
                self.ask(name)

    def finish(self, save: Save, done: Words, *, label: str | None = None, strong: bool = True) -> None:
        """The button, and what comes of it; `save` is given the record as it was seen and as it should be."""
        if self._opened.overtaken is not None:
            self._show_overtaken(self._opened.overtaken[0])
        typed = self._typed()
        if not typed and self._now != self._opened.before:
            self.forget()  # nothing was typed on what has changed since: begin with what stands now
            st.rerun()
        with st.container(horizontal=True, vertical_alignment="center"):
            kind: Literal["primary", "secondary"] = "primary" if strong else "secondary"
            pressed = st.button(label or self.here.say("form.save"), type=kind, key=f"{self._key} save")
            if typed and self._opened.before is not None:
                st.button(self.here.say("form.undo"), type="tertiary", key=f"{self._key} undo", on_click=self.forget)
                sentence(self.here.say("form.unsaved"), kind="quiet")
        if pressed:
            self._try(save, done)

    def forget(self) -> None:
        """The next time it is drawn, the form begins with what stands then, its fields under other keys."""
        st.session_state[self._key] = self._opened.turn + 1

    def _typed(self) -> Values:
        """The fields that hold something else than the record as it was seen."""
        before = self._values(self._opened.before)
        return {name: value for name, value in self._row.values.items() if value != self._settled(name, before)}

    def _settled(self, name: str, values: Values) -> Any:
        """A value as reading the field gives it: what a blank one means."""
        column, value = self._sheet.column.get(name), values.get(name)
        return column.default if value is None and column is not None else value

    def _values(self, record: Record | None) -> dict[str, Any]:
        columns = {column.field: column.default for column in self._sheet.read_columns}
        if record is None:
            return columns | self._given
        if self._build is not None:
            return {name: getattr(record, name) for name in columns if hasattr(record, name)}
        return columns | dict(self._sheet.fields(record))

    def _try(self, save: Save, done: Words) -> None:
        record = (self._build or self._sheet.build)(self._row)
        if self._row.complaints:
            self._show_faults([(one.field, one.wrong, one.fix) for one in self._row.complaints])
            return
        try:
            save(self._opened.before, record)
        except Faulty as no:
            self._show_faults([(one.field, one.wrong, one.fix) for one in _once(no.issues)])
        except Overtaken as no:
            st.session_state[self._key] = replace(self._opened, overtaken=(no.current,))
            st.rerun()
        except (Declined, Refused) as no:
            st.error(plain(no.words[self.here.language]), icon=":material/block:")
        else:
            self.forget()
            tell(done)
            st.rerun()

    def _show_faults(self, faults: list[tuple[str, Words, Words]]) -> None:
        language = self.here.language
        st.error(self.here.say("form.faults"), icon=":material/error:")
        entries(
            Entry(
                title=self.here.say("form.fault", field=self._heading(name), wrong=wrong),
                lines=(fix[language],),
                mark="todo",
            )
            for name, wrong, fix in faults
        )

    def _heading(self, name: str) -> str:
        """The heading of a field, or of the one that holds it."""
        near = (one for one in self._sheet.columns if name.startswith(one.field) or one.field.startswith(name))
        column = self._sheet.column.get(name) or next(near, self._sheet.columns[0])
        return column.heading[self.here.language]

    def _show_overtaken(self, current: Record | None) -> None:
        """What the other one changed, and the choice; what was typed stays in the fields."""
        here = self.here
        with st.container(border=True, key="overtaken"):
            if current is None:
                st.warning(here.say("form.gone"), icon=":material/group:")
            else:
                st.warning(here.say("form.overtaken"), icon=":material/group:")
                found = changes(self.group, self.kind, self._opened.before, current, here.language)
                headings = (here.say("form.field"), here.say("form.seen"), here.say("form.now"))
                table([TableColumn(title=one) for one in headings], [(c.heading, c.before, c.after) for c in found])
            with st.container(horizontal=True):
                if current is not None and st.button(here.say("form.merge"), key=f"{self._key} merge"):
                    self._merge(current)
                    st.rerun()
                st.button(here.say("form.drop"), key=f"{self._key} drop", on_click=self.forget)

    def _merge(self, current: Record) -> None:
        """Begin with what stands now, and on top of it the fields that were typed here."""
        merged = {**self._values(current), **self._typed()}
        st.session_state[self._key] = Opened(current, merged, self._opened.turn + 1)


def _once(issues: tuple[Issue, ...]) -> list[Issue]:
    """A fault said of several records is said once."""
    return list({(one.wrong, one.fix): one for one in issues}.values())
