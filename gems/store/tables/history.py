"""What was done before: twelve weeks, and the counters of the year."""

from sqlalchemy import Column, Date, Integer, Table, Text

from gems.store.tables.columns import METADATA, link, of_group, position

weeks_done = Table(
    "weeks_done",
    METADATA,
    of_group(),
    Column("employee_id", Text, primary_key=True),
    Column("monday", Date, primary_key=True),
    Column("minutes", Integer, nullable=False),
    Column("pattern", Text, nullable=False),
    Column("night_minutes", Integer, nullable=False),
    Column("last_end", Integer),
    position(),
    link("employee_id", "employees", "id"),
)
years_done = Table(
    "years_done",
    METADATA,
    of_group(),
    Column("employee_id", Text, primary_key=True),
    Column("minutes", Integer, nullable=False),
    Column("overtime_minutes", Integer, nullable=False),
    Column("territorial_minutes", Integer, nullable=False),
    Column("refusals", Integer, nullable=False),
    position(),
    link("employee_id", "employees", "id"),
)
known_faces = Table(
    "known_faces",
    METADATA,
    of_group(),
    Column("employee_id", Text, primary_key=True),
    Column("member_id", Text, primary_key=True),
    Column("minutes", Integer, nullable=False),
    position(),
    link("employee_id", "employees", "id"),
    link("member_id", "members", "id"),
)
member_ledgers = Table(
    "member_ledgers",
    METADATA,
    of_group(),
    Column("member_id", Text, primary_key=True),
    Column("asked_minutes", Integer, nullable=False),
    Column("served_minutes", Integer, nullable=False),
    Column("asked_essential", Integer, nullable=False),
    Column("served_essential", Integer, nullable=False),
    position(),
    link("member_id", "members", "id"),
)
