"""The first tables: the group's data, requests, versions of weeks, answers, accounts, acts."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

DRAFT = (
    "(SELECT state FROM versions v "
    "WHERE v.group_id = {row}.group_id AND v.monday = {row}.monday AND v.number = {row}.number)"
)
"""The state of the version that a row of work belongs to."""
ISSUED = "state IN ('published', 'closed')"
WORK_IS_KEPT = "the work of a version that is no draft never changes"
VERSION_IS_KEPT = "a version that is no draft is kept as it was"
ACTS_ARE_KEPT = "the history of acts is only added to"


def upgrade() -> None:
    """Take the step."""
    _tables()
    if op.get_bind().dialect.name == "sqlite":
        _guards_of_sqlite()
    else:
        _guards_of_postgresql()


def _guards_of_sqlite() -> None:
    for act, rows in (("INSERT", ["NEW"]), ("UPDATE", ["OLD", "NEW"]), ("DELETE", ["OLD"])):
        kept = " OR ".join(f"{DRAFT.format(row=row)} <> 'draft'" for row in rows)
        op.execute(
            f"CREATE TRIGGER work_is_kept_{act.lower()} BEFORE {act} ON assignments "
            f"WHEN {kept} BEGIN SELECT RAISE(ABORT, '{WORK_IS_KEPT}'); END"
        )
    op.execute(
        "CREATE TRIGGER version_is_kept BEFORE UPDATE ON versions WHEN OLD.state <> 'draft' AND NOT ("
        f"{_unchanged('IS')}) BEGIN SELECT RAISE(ABORT, '{VERSION_IS_KEPT}'); END"
    )
    op.execute(
        "CREATE TRIGGER version_stays BEFORE DELETE ON versions WHEN OLD.state <> 'draft' "
        f"BEGIN SELECT RAISE(ABORT, '{VERSION_IS_KEPT}'); END"
    )
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER acts_are_kept_{act.lower()} BEFORE {act} ON deeds "
            f"BEGIN SELECT RAISE(ABORT, '{ACTS_ARE_KEPT}'); END"
        )


def _unchanged(same: str) -> str:
    """That an update leaves alone what a version that is no draft must keep; it never becomes a draft again."""
    kept = ("group_id", "monday", "number", "based_on", "profile", "prices", "report", "made_by", "made_at")
    same_work = " AND ".join(f"NEW.{column} {same} OLD.{column}" for column in kept)
    same_date = f"(OLD.published_at IS NULL OR NEW.published_at {same} OLD.published_at)"
    return f"{same_work} AND {same_date} AND NEW.state <> 'draft'"


def _guards_of_postgresql() -> None:
    op.execute(f"""
        CREATE FUNCTION gems_keep_work() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP <> 'INSERT' AND {DRAFT.format(row="OLD")} <> 'draft' THEN RAISE EXCEPTION '{WORK_IS_KEPT}'; END IF;
            IF TG_OP <> 'DELETE' AND {DRAFT.format(row="NEW")} <> 'draft' THEN RAISE EXCEPTION '{WORK_IS_KEPT}'; END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        END $$""")
    op.execute(f"""
        CREATE FUNCTION gems_keep_version() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF OLD.state <> 'draft' THEN
                IF TG_OP = 'DELETE' THEN RAISE EXCEPTION '{VERSION_IS_KEPT}'; END IF;
                IF NOT ({_unchanged("IS NOT DISTINCT FROM")}) THEN RAISE EXCEPTION '{VERSION_IS_KEPT}'; END IF;
            END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        END $$""")
    op.execute(f"""
        CREATE FUNCTION gems_keep_acts() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '{ACTS_ARE_KEPT}'; END $$""")
    for name, table, function in (
        ("work_is_kept", "assignments", "gems_keep_work"),
        ("version_is_kept", "versions", "gems_keep_version"),
        ("acts_are_kept", "deeds", "gems_keep_acts"),
    ):
        acts = "INSERT OR UPDATE OR DELETE" if table == "assignments" else "UPDATE OR DELETE"
        op.execute(f"CREATE TRIGGER {name} BEFORE {acts} ON {table} FOR EACH ROW EXECUTE FUNCTION {function}()")


def _tables() -> None:
    op.create_table(
        "attempts",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("of", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempts")),
    )
    op.create_index(op.f("ix_attempts_of_attempts_at"), "attempts", ["of", "at"], unique=False)
    op.create_table(
        "deeds",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deeds")),
    )
    op.create_index(op.f("ix_deeds_group_id_deeds_at"), "deeds", ["group_id", "at"], unique=False)
    op.create_table(
        "first_start",
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_first_start")),
    )
    op.create_table(
        "groups",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("grid_minutes", sa.Integer(), nullable=False),
        sa.Column("school_zone", sa.Text(), nullable=False),
        sa.Column("fortnight_start", sa.Date(), nullable=False),
        sa.Column("requests_days", sa.Integer(), nullable=False),
        sa.Column("answers_days", sa.Integer(), nullable=False),
        sa.Column("publish_days", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_groups")),
    )
    op.create_table(
        "accounts",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=True),
        sa.Column("employee_id", sa.Text(), nullable=True),
        sa.Column("password_hash", sa.Text(), nullable=True),
        sa.Column("must_change", sa.Boolean(), nullable=False),
        sa.Column("disabled", sa.Boolean(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_accounts_group_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("login", name=op.f("uq_accounts_login")),
    )
    op.create_table(
        "communes",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=False),
        sa.Column("longitude", sa.Float(), nullable=False),
        sa.Column("dual_carriageway", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_communes_group_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group_id", "name", name=op.f("pk_communes")),
    )
    op.create_table(
        "employees",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("vehicle", sa.Boolean(), nullable=False),
        sa.Column("max_commute_minutes", sa.Integer(), nullable=False),
        sa.Column("other_employer_weekly_minutes", sa.Integer(), nullable=False),
        sa.Column("lighter_first_day", sa.Date(), nullable=True),
        sa.Column("lighter_last_day", sa.Date(), nullable=True),
        sa.Column("lighter_minutes_less", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_employees_group_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group_id", "id", name=op.f("pk_employees")),
    )
    op.create_table(
        "jobs",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("monday", sa.Date(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("server", sa.Text(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_jobs_group_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group_id", "id", name=op.f("pk_jobs")),
    )
    op.create_table(
        "members",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("territorial", sa.Boolean(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_members_group_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group_id", "id", name=op.f("pk_members")),
    )
    op.create_table(
        "qualifications",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name_fr", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("sunday_work", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_qualifications_group_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group_id", "code", name=op.f("pk_qualifications")),
    )
    op.create_table(
        "travel",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("destination", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("km", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_travel_group_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group_id", "origin", "destination", name=op.f("pk_travel")),
    )
    op.create_table(
        "versions",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("monday", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("edit", sa.Integer(), nullable=False),
        sa.Column("based_on", sa.Integer(), nullable=True),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("prices", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=True),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("published_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_versions_group_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group_id", "monday", "number", name=op.f("pk_versions")),
    )
    op.create_index(
        "one_issued_version",
        "versions",
        ["group_id", "monday"],
        unique=True,
        sqlite_where=sa.text(ISSUED),
        postgresql_where=sa.text(ISSUED),
    )
    op.create_table(
        "week_dates",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("monday", sa.Date(), nullable=False),
        sa.Column("requests_close", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_week_dates_group_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group_id", "monday", name=op.f("pk_week_dates")),
    )
    op.create_table(
        "absences",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "employee_id"],
            ["employees.group_id", "employees.id"],
            name=op.f("fk_absences_group_id_employee_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_absences_group_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group_id", "id", name=op.f("pk_absences")),
    )
    op.create_table(
        "answers",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("monday", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("piece", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("wish", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("carried", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "monday", "number"],
            ["versions.group_id", "versions.monday", "versions.number"],
            name=op.f("fk_answers_group_id_monday_number"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_answers_group_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group_id", "monday", "number", "side", "who", "piece", name=op.f("pk_answers")),
    )
    op.create_table(
        "changes",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("monday", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("piece", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("notice_days", sa.Integer(), nullable=False),
        sa.Column("band", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "employee_id"],
            ["employees.group_id", "employees.id"],
            name=op.f("fk_changes_group_id_employee_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id", "monday", "number"],
            ["versions.group_id", "versions.monday", "versions.number"],
            name=op.f("fk_changes_group_id_monday_number"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_changes_group_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint(
            "group_id", "monday", "number", "employee_id", "piece", "kind", name=op.f("pk_changes")
        ),
    )
    op.create_table(
        "contracts",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("weekly_minutes", sa.Integer(), nullable=False),
        sa.Column("annual_minutes", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("annualised", sa.Boolean(), nullable=False),
        sa.Column("night_worker", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "employee_id"],
            ["employees.group_id", "employees.id"],
            name=op.f("fk_contracts_group_id_employee_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_contracts_group_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group_id", "employee_id", name=op.f("pk_contracts")),
    )
    op.create_table(
        "derogations",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("limit", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "employee_id"],
            ["employees.group_id", "employees.id"],
            name=op.f("fk_derogations_group_id_employee_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_derogations_group_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group_id", "id", name=op.f("pk_derogations")),
    )
    op.create_table(
        "edits",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("monday", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("removed", sa.Text(), nullable=False),
        sa.Column("added", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "monday", "number"],
            ["versions.group_id", "versions.monday", "versions.number"],
            name=op.f("fk_edits_group_id_monday_number"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_edits_group_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group_id", "monday", "number", "step", name=op.f("pk_edits")),
    )
    op.create_table(
        "held_qualifications",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "code"],
            ["qualifications.group_id", "qualifications.code"],
            name=op.f("fk_held_qualifications_group_id_code"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id", "employee_id"],
            ["employees.group_id", "employees.id"],
            name=op.f("fk_held_qualifications_group_id_employee_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["groups.id"],
            name=op.f("fk_held_qualifications_group_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("group_id", "employee_id", "code", name=op.f("pk_held_qualifications")),
    )
    op.create_table(
        "known_faces",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "employee_id"],
            ["employees.group_id", "employees.id"],
            name=op.f("fk_known_faces_group_id_employee_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id", "member_id"],
            ["members.group_id", "members.id"],
            name=op.f("fk_known_faces_group_id_member_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_known_faces_group_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group_id", "employee_id", "member_id", name=op.f("pk_known_faces")),
    )
    op.create_table(
        "links",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=True),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_links_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_links")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_links_token_hash")),
    )
    op.create_index(op.f("ix_links_account_id"), "links", ["account_id"], unique=False)
    op.create_table(
        "member_ledgers",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("asked_minutes", sa.Integer(), nullable=False),
        sa.Column("served_minutes", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "member_id"],
            ["members.group_id", "members.id"],
            name=op.f("fk_member_ledgers_group_id_member_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_member_ledgers_group_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group_id", "member_id", name=op.f("pk_member_ledgers")),
    )
    op.create_table(
        "on_calls",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("announced", sa.Date(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "employee_id"],
            ["employees.group_id", "employees.id"],
            name=op.f("fk_on_calls_group_id_employee_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_on_calls_group_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group_id", "id", name=op.f("pk_on_calls")),
    )
    op.create_table(
        "refusals",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("piece", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("band", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "employee_id"],
            ["employees.group_id", "employees.id"],
            name=op.f("fk_refusals_group_id_employee_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_refusals_group_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group_id", "employee_id", "piece", name=op.f("pk_refusals")),
    )
    op.create_table(
        "sessions",
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("link_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_sessions_account_id")),
        sa.ForeignKeyConstraint(["link_id"], ["links.id"], name=op.f("fk_sessions_link_id")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_sessions")),
    )
    op.create_index(op.f("ix_sessions_account_id"), "sessions", ["account_id"], unique=False)
    op.create_table(
        "sites",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("commune", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "member_id"],
            ["members.group_id", "members.id"],
            name=op.f("fk_sites_group_id_member_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_sites_group_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group_id", "id", name=op.f("pk_sites")),
    )
    op.create_table(
        "stand_ins",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("held", sa.Text(), nullable=False),
        sa.Column("needed", sa.Text(), nullable=False),
        sa.Column("allowed", sa.Boolean(), nullable=False),
        sa.Column("cents_per_minute", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "held"],
            ["qualifications.group_id", "qualifications.code"],
            name=op.f("fk_stand_ins_group_id_held"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id", "needed"],
            ["qualifications.group_id", "qualifications.code"],
            name=op.f("fk_stand_ins_group_id_needed"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_stand_ins_group_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group_id", "held", "needed", name=op.f("pk_stand_ins")),
    )
    op.create_table(
        "weeks_done",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("monday", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("pattern", sa.Text(), nullable=False),
        sa.Column("night_minutes", sa.Integer(), nullable=False),
        sa.Column("last_end", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "employee_id"],
            ["employees.group_id", "employees.id"],
            name=op.f("fk_weeks_done_group_id_employee_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_weeks_done_group_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group_id", "employee_id", "monday", name=op.f("pk_weeks_done")),
    )
    op.create_table(
        "wishes",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("weekdays", sa.Text(), nullable=False),
        sa.Column("start_clock", sa.Integer(), nullable=False),
        sa.Column("end_clock", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "employee_id"],
            ["employees.group_id", "employees.id"],
            name=op.f("fk_wishes_group_id_employee_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_wishes_group_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group_id", "id", name=op.f("pk_wishes")),
    )
    op.create_table(
        "years_done",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("overtime_minutes", sa.Integer(), nullable=False),
        sa.Column("territorial_minutes", sa.Integer(), nullable=False),
        sa.Column("refusals", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "employee_id"],
            ["employees.group_id", "employees.id"],
            name=op.f("fk_years_done_group_id_employee_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_years_done_group_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group_id", "employee_id", name=op.f("pk_years_done")),
    )
    op.create_table(
        "assignments",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("monday", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("site_id", sa.Text(), nullable=False),
        sa.Column("qualification", sa.Text(), nullable=False),
        sa.Column("mission_id", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("locked", sa.Boolean(), nullable=False),
        sa.Column("published", sa.Boolean(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "employee_id"],
            ["employees.group_id", "employees.id"],
            name=op.f("fk_assignments_group_id_employee_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id", "monday", "number"],
            ["versions.group_id", "versions.monday", "versions.number"],
            name=op.f("fk_assignments_group_id_monday_number"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id", "site_id"],
            ["sites.group_id", "sites.id"],
            name=op.f("fk_assignments_group_id_site_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_assignments_group_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group_id", "monday", "number", "place", name=op.f("pk_assignments")),
    )
    op.create_index(
        op.f("ix_assignments_group_id_assignments_employee_id"),
        "assignments",
        ["group_id", "employee_id"],
        unique=False,
    )
    op.create_table(
        "contract_members",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "employee_id"],
            ["contracts.group_id", "contracts.employee_id"],
            name=op.f("fk_contract_members_group_id_employee_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id", "member_id"],
            ["members.group_id", "members.id"],
            name=op.f("fk_contract_members_group_id_member_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["groups.id"],
            name=op.f("fk_contract_members_group_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("group_id", "employee_id", "member_id", name=op.f("pk_contract_members")),
    )
    op.create_table(
        "requests",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("seen", sa.Boolean(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("site_id", sa.Text(), nullable=False),
        sa.Column("qualification", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("demand", sa.Text(), nullable=False),
        sa.Column("start_clock", sa.Integer(), nullable=False),
        sa.Column("end_clock", sa.Integer(), nullable=False),
        sa.Column("headcount", sa.Integer(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("shortest", sa.Integer(), nullable=True),
        sa.Column("longest", sa.Integer(), nullable=True),
        sa.Column("most_days", sa.Integer(), nullable=True),
        sa.Column("weekdays", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("every_weeks", sa.Integer(), nullable=False),
        sa.Column("season", sa.Text(), nullable=False),
        sa.Column("except_days", sa.Text(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("same_person", sa.Boolean(), nullable=False),
        sa.Column("break_minutes", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "member_id"],
            ["members.group_id", "members.id"],
            name=op.f("fk_requests_group_id_member_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id", "qualification"],
            ["qualifications.group_id", "qualifications.code"],
            name=op.f("fk_requests_group_id_qualification"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id", "site_id"],
            ["sites.group_id", "sites.id"],
            name=op.f("fk_requests_group_id_site_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_requests_group_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group_id", "id", name=op.f("pk_requests")),
    )
    op.create_index(
        op.f("ix_requests_group_id_requests_member_id"), "requests", ["group_id", "member_id"], unique=False
    )
    op.create_table(
        "request_people",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Text(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("wanted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "employee_id"],
            ["employees.group_id", "employees.id"],
            name=op.f("fk_request_people_group_id_employee_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id", "request_id"],
            ["requests.group_id", "requests.id"],
            name=op.f("fk_request_people_group_id_request_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_request_people_group_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("group_id", "request_id", "employee_id", "wanted", name=op.f("pk_request_people")),
    )
