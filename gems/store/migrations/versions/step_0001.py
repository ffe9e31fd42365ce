"""The first tables: the group's data, requests, versions of weeks, answers, accounts, acts."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

from gems.store.migrations.guards_0001 import guard

revision = "0001"
down_revision = None

Columns = list[sa.Column[Any]]
PERSON = {"employee_id": "employees.id"}
VERSION = {"monday number": "versions.monday number"}
ISSUED = "state IN ('published', 'closed')"


def upgrade() -> None:
    """Take the step."""
    _tables_of_the_house()
    _tables_of_places_and_members()
    _tables_of_people()
    _tables_of_requests()
    _tables_of_the_past()
    _tables_of_the_weeks()
    _tables_around_the_weeks()
    guard()


def _tables_of_the_house() -> None:
    _table(
        "groups",
        _number("id revision"),
        _text("name agreement profile"),
        _number("grid_minutes"),
        _text("school_zone"),
        _day("fortnight_start"),
        _number("requests_days answers_days publish_days"),
        _stamp("made_at"),
    )
    _table("deeds", _number("id group_id"), _stamp("at"), _text("who role act subject words"))
    op.create_index("ix_deeds_group_id_deeds_at", "deeds", ["group_id", "at"])
    _table(
        "accounts",
        _number("id group_id"),
        _text("login name role"),
        _text("member_id employee_id password_hash", nullable=True),
        _flag("must_change disabled"),
        _text("language"),
        _stamp("made_at"),
        links={"group_id": "groups.id"},
        unique="login",
    )
    _table(
        "links",
        _number("id"),
        _text("token_hash purpose"),
        _number("account_id"),
        _stamp("made_at"),
        _stamp("expires_at revoked_at used_at", nullable=True),
        links={"account_id": "accounts.id"},
        unique="token_hash",
    )
    op.create_index("ix_links_account_id", "links", ["account_id"])
    _table(
        "sessions",
        _text("token_hash"),
        _number("account_id"),
        _number("link_id", nullable=True),
        _stamp("made_at expires_at"),
        key="token_hash",
        links={"account_id": "accounts.id", "link_id": "links.id"},
    )
    op.create_index("ix_sessions_account_id", "sessions", ["account_id"])
    _table("attempts", _number("id"), _text("of"), _stamp("at"))
    op.create_index("ix_attempts_of_attempts_at", "attempts", ["of", "at"])
    _table("first_start", _text("code_hash"), _stamp("expires_at"), key="code_hash")


def _tables_of_places_and_members() -> None:
    _of_group(
        "communes",
        _text("name"),
        _degrees("latitude longitude"),
        _flag("dual_carriageway"),
        _number("position"),
        key="name",
    )
    _of_group("travel", _text("origin destination"), _number("minutes km position"), key="origin destination")
    _of_group("members", _text("id name"), _flag("territorial"), _text("phone"), _number("position"))
    _of_group("sites", _text("id member_id name commune"), _number("position"), links={"member_id": "members.id"})
    _of_group("qualifications", _text("code name_fr name_en"), _flag("sunday_work"), _number("position"), key="code")
    _of_group(
        "stand_ins",
        _text("held needed"),
        _flag("allowed"),
        _number("cents_per_minute position"),
        key="held needed",
        links={"held": "qualifications.code", "needed": "qualifications.code"},
    )


def _tables_of_people() -> None:
    _of_group(
        "employees",
        _text("id name home"),
        _day("birth_date", nullable=True),
        _flag("vehicle"),
        _number("max_commute_minutes other_employer_weekly_minutes"),
        _day("lighter_first_day lighter_last_day", nullable=True),
        _number("lighter_minutes_less", nullable=True),
        _number("position"),
    )
    _of_group(
        "contracts",
        _text("employee_id kind"),
        _number("weekly_minutes annual_minutes"),
        _day("first_day"),
        _day("last_day", nullable=True),
        _flag("annualised night_worker"),
        key="employee_id",
        links=PERSON,
    )
    _of_group(
        "contract_members",
        _text("employee_id member_id"),
        key="employee_id member_id",
        links={"employee_id": "contracts.employee_id", "member_id": "members.id"},
    )
    _of_group(
        "held_qualifications",
        _text("employee_id code"),
        _day("valid_until", nullable=True),
        _number("position"),
        key="employee_id code",
        links=PERSON | {"code": "qualifications.code"},
    )
    _of_group("absences", _text("id employee_id kind"), _number("start end position"), links=PERSON)
    _of_group(
        "wishes",
        _text("id employee_id kind weekdays"),
        _number("start_clock end_clock"),
        _day("first_day last_day", nullable=True),
        _number("position"),
        links=PERSON,
    )
    _of_group(
        "on_calls", _text("id employee_id"), _number("start end"), _day("announced"), _number("position"), links=PERSON
    )
    _of_group(
        "derogations",
        _text("id rule"),
        _text("employee_id", nullable=True),
        _day("first_day last_day"),
        _number("limit"),
        _text("reason"),
        _number("position"),
        links=PERSON,
    )


def _tables_of_requests() -> None:
    _of_group(
        "requests",
        _text("id state"),
        _stamp("changed_at"),
        _flag("seen"),
        _text("member_id site_id qualification label demand"),
        _number("start_clock end_clock"),
        _number("headcount minutes shortest longest most_days", nullable=True),
        _text("weekdays"),
        _day("first_day"),
        _day("last_day", nullable=True),
        _number("every_weeks"),
        _text("season except_days"),
        _number("priority"),
        _flag("same_person"),
        _number("break_minutes position"),
        links={"member_id": "members.id", "site_id": "sites.id", "qualification": "qualifications.code"},
    )
    op.create_index("ix_requests_group_id_requests_member_id", "requests", ["group_id", "member_id"])
    _of_group(
        "request_people",
        _text("request_id employee_id"),
        _flag("wanted"),
        key="request_id employee_id wanted",
        links=PERSON | {"request_id": "requests.id"},
    )
    _of_group("week_dates", _day("monday requests_close"), key="monday")


def _tables_of_the_past() -> None:
    _of_group(
        "weeks_done",
        _text("employee_id"),
        _day("monday"),
        _number("minutes"),
        _text("pattern"),
        _number("night_minutes"),
        _number("last_end", nullable=True),
        _number("position"),
        key="employee_id monday",
        links=PERSON,
    )
    _of_group(
        "years_done",
        _text("employee_id"),
        _number("minutes overtime_minutes territorial_minutes refusals position"),
        key="employee_id",
        links=PERSON,
    )
    _of_group(
        "known_faces",
        _text("employee_id member_id"),
        _number("minutes position"),
        key="employee_id member_id",
        links=PERSON | {"member_id": "members.id"},
    )
    _of_group(
        "member_ledgers",
        _text("member_id"),
        _number("asked_minutes served_minutes position"),
        key="member_id",
        links={"member_id": "members.id"},
    )


def _tables_of_the_weeks() -> None:
    _of_group(
        "versions",
        _day("monday"),
        _number("number"),
        _text("state"),
        _number("edit"),
        _number("based_on", nullable=True),
        _text("profile prices"),
        _text("report", nullable=True),
        _text("comment made_by"),
        _stamp("made_at changed_at"),
        _stamp("published_at", nullable=True),
        key="monday number",
    )
    only: dict[str, Any] = {"sqlite_where": sa.text(ISSUED), "postgresql_where": sa.text(ISSUED)}
    op.create_index("one_issued_version", "versions", ["group_id", "monday"], unique=True, **only)
    _of_group(
        "assignments",
        _day("monday"),
        _number("number place start end"),
        _text("employee_id site_id qualification"),
        _text("mission_id", nullable=True),
        _text("origin"),
        _flag("locked published"),
        _text("comment"),
        key="monday number place",
        links=VERSION | PERSON | {"site_id": "sites.id"},
    )
    op.create_index("ix_assignments_group_id_assignments_employee_id", "assignments", ["group_id", "employee_id"])
    _of_group(
        "edits",
        _day("monday"),
        _number("number step"),
        _flag("undone"),
        _text("removed added words"),
        key="monday number step",
        links=VERSION,
    )


def _tables_around_the_weeks() -> None:
    _of_group(
        "answers",
        _day("monday"),
        _number("number"),
        _text("side who piece kind reason wish"),
        _stamp("at"),
        _flag("carried"),
        key="monday number side who piece",
        links=VERSION,
    )
    _of_group(
        "changes",
        _day("monday"),
        _number("number"),
        _text("employee_id piece kind"),
        _day("day"),
        _number("notice_days"),
        _text("band"),
        _stamp("at"),
        key="monday number employee_id piece kind",
        links=VERSION | PERSON,
    )
    _of_group(
        "refusals",
        _text("employee_id piece"),
        _day("day"),
        _text("band"),
        _stamp("at"),
        key="employee_id piece",
        links=PERSON,
    )
    _of_group(
        "jobs",
        _text("id"),
        _day("monday"),
        _text("state asked_by server"),
        _stamp("started_at"),
        _stamp("ended_at", nullable=True),
        _number("number", nullable=True),
        _text("words"),
    )


# --- How this step writes tables: its own words, so that nothing done later changes what it does ---------------


def _of_group(name: str, *columns: Columns, key: str = "id", links: Mapping[str, str] | None = None) -> None:
    """A table whose rows belong to a group: its number begins every key and every reference.

    References are checked as the transaction ends.
    """
    later: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}
    references = [_reference(name, "group_id", "groups.id", **later)]
    for ours, theirs in (links or {}).items():
        references.append(_reference(name, f"group_id {ours}", theirs.replace(".", ".group_id "), **later))
    _create(name, (_number("group_id"), *columns), f"group_id {key}", references)


def _table(
    name: str, *columns: Columns, key: str = "id", links: Mapping[str, str] | None = None, unique: str | None = None
) -> None:
    """A table of the whole house."""
    constraints: list[sa.Constraint] = [_reference(name, ours, theirs) for ours, theirs in (links or {}).items()]
    if unique is not None:
        constraints.append(sa.UniqueConstraint(unique, name=f"uq_{name}_{unique}"))
    _create(name, columns, key, constraints)


def _create(name: str, columns: Sequence[Columns], key: str, constraints: Sequence[sa.Constraint]) -> None:
    primary = sa.PrimaryKeyConstraint(*key.split(), name=f"pk_{name}")
    op.create_table(name, *(column for several in columns for column in several), primary, *constraints)


def _reference(name: str, columns: str, target: str, **when: Any) -> sa.ForeignKeyConstraint:
    """From these columns to "table.key key"."""
    ours, (table, _, keys) = columns.split(), target.partition(".")
    targets = [f"{table}.{key}" for key in keys.split()]
    return sa.ForeignKeyConstraint(ours, targets, name=f"fk_{name}_{'_'.join(ours)}", **when)


def _columns(kind: type[sa.types.TypeEngine[Any]]) -> Callable[..., Columns]:
    def make(names: str, *, nullable: bool = False) -> Columns:
        return [sa.Column(name, kind(), nullable=nullable) for name in names.split()]

    return make


_text, _number, _stamp = _columns(sa.Text), _columns(sa.Integer), _columns(sa.BigInteger)
_day, _flag, _degrees = _columns(sa.Date), _columns(sa.Boolean), _columns(sa.Float)
