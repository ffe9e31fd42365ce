"""What one visitor has on the desk: one typed object in the session, the truth behind the widgets."""

from dataclasses import dataclass, field

import streamlit as st

from gems.domain.group import Group
from gems.domain.report import PlanReport
from gems.domain.schedule import Schedule
from gems.domain.words import Language, Words
from gems.planning.build import Built
from gems.workbook import CellFault
from ui.web.texts import text

KEY = "desk"


@dataclass
class Desk:
    """One visitor's work. Nothing here is shared with anybody else."""

    language: Language = "fr"
    group: Group | None = None
    source: str = ""
    """The file or the sample it came from."""
    standing: Schedule | None = None
    """The schedule found in the workbook: its locks and what it published."""
    faults: tuple[CellFault, ...] = ()
    uploaded: bytes = b""
    """The visitor's own file, kept only while it has faults, for the annotated copy."""
    built: Built | None = None
    before: PlanReport | None = None
    """The report of the plan before this one, for the deltas."""
    picked: str = ""
    """The card whose details are open."""
    opened: set[str] = field(default_factory=set)
    """Uploads already read, so that a rerun does not read them again."""

    def say(self, key: str, **values: Words | str | int) -> str:
        """The words of a key in this visitor's language."""
        words = text(key)
        return (words.fill(**values) if values else words)[self.language]

    def open(self, group: Group, source: str, standing: Schedule | None) -> None:
        """Put a group on the desk; what was built before belongs to another."""
        self.group, self.source, self.standing = group, source, standing
        self.faults, self.uploaded, self.built, self.before, self.picked = (), b"", None, None, ""

    def close(self) -> None:
        """Clear the desk but for the language."""
        for name, value in vars(Desk(language=self.language)).items():
            setattr(self, name, value)


def desk() -> Desk:
    """This visitor's desk."""
    if KEY not in st.session_state:
        st.session_state[KEY] = Desk()
    found: Desk = st.session_state[KEY]
    return found
