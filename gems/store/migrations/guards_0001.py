"""What the database itself refuses from step 0001 on: changing issued work, and rewriting the history of acts."""

from alembic import op

DRAFT = (
    "(SELECT state FROM versions v "
    "WHERE v.group_id = {row}.group_id AND v.monday = {row}.monday AND v.number = {row}.number)"
)
"""The state of the version that a row of work belongs to."""
WORK_IS_KEPT = "the work of a version that is no draft never changes"
VERSION_IS_KEPT = "a version that is no draft is kept as it was"
ACTS_ARE_KEPT = "the history of acts is only added to"


def guard() -> None:
    """Set the triggers."""
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
    else:
        _guard_postgresql()


def _guard_sqlite() -> None:
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


def _guard_postgresql() -> None:
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
