"""Versions of the weeks and their work, edits, answers, changes after publication, work under way, acts."""

from sqlalchemy import Boolean, Column, Date, Index, Integer, Table, Text, text

from gems.domain.life import AnswerKind, ChangeKind, NoticeBand, Side, VersionState
from gems.domain.schedule import Origin
from gems.store.tables.columns import METADATA, choice, link, of_group, plain, stamp

ISSUED = text("state IN ('published', 'closed')")
versions = Table(
    "versions",
    METADATA,
    of_group(),
    Column("monday", Date, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("state", choice(VersionState), nullable=False),
    Column("edit", Integer, nullable=False),
    Column("based_on", Integer),
    Column("profile", Text, nullable=False),
    Column("prices", plain(), nullable=False),  # the price list it was judged by, kept with it
    Column("report", plain()),
    Column("comment", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    stamp("made_at"),
    stamp("changed_at"),
    stamp("published_at", nullable=True),
    # Everybody goes by one version of a week: the database itself knows no second.
    Index("one_issued_version", "group_id", "monday", unique=True, sqlite_where=ISSUED, postgresql_where=ISSUED),
)
assignments = Table(
    "assignments",
    METADATA,
    of_group(),
    Column("monday", Date, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("place", Integer, primary_key=True),  # order among pieces of one moment
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("employee_id", Text, nullable=False),
    Column("site_id", Text, nullable=False),
    Column("qualification", Text, nullable=False),
    Column("mission_id", Text),
    Column("origin", choice(Origin), nullable=False),
    Column("locked", Boolean, nullable=False),
    Column("published", Boolean, nullable=False),
    Column("comment", Text, nullable=False),
    link("monday number", "versions", "monday number"),
    link("employee_id", "employees", "id"),
    link("site_id", "sites", "id"),
    Index(None, "group_id", "employee_id"),
)
edits = Table(
    "edits",
    METADATA,
    of_group(),
    Column("monday", Date, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("step", Integer, primary_key=True),  # 1, 2, 3…
    Column("undone", Boolean, nullable=False),
    Column("removed", plain(), nullable=False),
    Column("added", plain(), nullable=False),
    Column("words", plain(), nullable=False),
    Column("written", plain()),  # records of the group that the same change wrote; none when only the work changed
    link("monday number", "versions", "monday number"),
)
answers = Table(
    "answers",
    METADATA,
    of_group(),
    Column("monday", Date, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("side", choice(Side), primary_key=True),
    Column("who", Text, primary_key=True),
    Column("piece", Text, primary_key=True),
    Column("kind", choice(AnswerKind), nullable=False),
    Column("reason", Text, nullable=False),
    Column("wish", Text, nullable=False),
    stamp("at"),
    Column("carried", Boolean, nullable=False),
    link("monday number", "versions", "monday number"),
)
changes = Table(
    "changes",
    METADATA,
    of_group(),
    Column("monday", Date, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("employee_id", Text, primary_key=True),
    Column("piece", Text, primary_key=True),
    Column("kind", choice(ChangeKind), primary_key=True),
    Column("day", Date, nullable=False),
    Column("notice_days", Integer, nullable=False),
    Column("band", choice(NoticeBand), nullable=False),
    stamp("at"),
    link("monday number", "versions", "monday number"),
    link("employee_id", "employees", "id"),
)
refusals = Table(
    "refusals",
    METADATA,
    of_group(),
    Column("employee_id", Text, primary_key=True),
    Column("piece", Text, primary_key=True),
    Column("day", Date, nullable=False),
    Column("band", choice(NoticeBand), nullable=False),
    stamp("at"),
    link("employee_id", "employees", "id"),
)
week_dates = Table(
    "week_dates",
    METADATA,
    of_group(),
    Column("monday", Date, primary_key=True),
    Column("requests_close", Date, nullable=False),  # the last day included, where it is not the usual one
)
jobs = Table(
    "jobs",
    METADATA,
    of_group(),
    Column("id", Text, primary_key=True),  # random, says nothing
    Column("kind", Text, nullable=False),
    Column("monday", Date, nullable=False),
    Column("state", Text, nullable=False),
    Column("asked_by", Text, nullable=False),
    Column("server", Text, nullable=False),  # which run of the server follows it
    stamp("started_at"),
    stamp("ended_at", nullable=True),
    Column("number", Integer),  # of the version it made
    Column("words", plain(), nullable=False),
)
deeds = Table(
    "deeds",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("group_id", Integer, nullable=False),
    stamp("at"),
    Column("who", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("words", plain(), nullable=False),
    Index(None, "group_id", "at"),
)
