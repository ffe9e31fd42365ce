"""What is wrong with the data entered, said once, for people."""

from dataclasses import dataclass
from enum import StrEnum

from gems.domain.words import Words


class Kind(StrEnum):
    """The kinds of records a group enters; a workbook has one sheet for each."""

    SETTINGS = "settings"
    COMMUNE = "commune"
    MEMBER = "member"
    SITE = "site"
    QUALIFICATION = "qualification"
    STAND_IN = "stand_in"
    EMPLOYEE = "employee"
    ABSENCE = "absence"
    WISH = "wish"
    ROSTER_TERM = "roster_term"
    REQUEST = "request"
    ON_CALL = "on_call"
    DEROGATION = "derogation"
    TRAVEL = "travel"
    WEEK_DONE = "week_done"
    YEAR_DONE = "year_done"
    KNOWN_FACE = "known_face"
    MEMBER_LEDGER = "member_ledger"
    ASSIGNMENT = "assignment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One fault: where (kind of record, its place in entry order, its field), what is wrong, what to do."""

    kind: Kind
    index: int
    """Position in the tuple of that kind, from 0."""
    field: str
    """Attribute name of the record ("span", "contract.member_ids")."""
    wrong: Words
    fix: Words


class InvalidGroup(Exception):
    """Raised with all faults at once when data cannot be planned."""

    def __init__(self, issues: tuple[Issue, ...]) -> None:
        super().__init__(f"{len(issues)} faults: " + "; ".join(issue.wrong.en for issue in issues[:5]))
        self.issues = issues
