"""What members ask, with its state."""

from sqlalchemy import Boolean, Column, Date, Index, Integer, Table, Text

from gems.domain.life import RequestState
from gems.domain.requests import Season
from gems.store.tables.columns import METADATA, choice, dates, link, of_group, position, stamp, weekdays

requests = Table(
    "requests",
    METADATA,
    of_group(),
    Column("id", Text, primary_key=True),
    Column("state", choice(RequestState), nullable=False),
    stamp("changed_at"),
    Column("seen", Boolean, nullable=False),
    Column("member_id", Text, nullable=False),
    Column("site_id", Text, nullable=False),
    Column("qualification", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("demand", Text, nullable=False),  # fixed, window or volume; the figures follow
    Column("start_clock", Integer, nullable=False),
    Column("end_clock", Integer, nullable=False),
    Column("headcount", Integer),
    Column("most_headcount", Integer),
    Column("beyond_cents", Integer),  # a person beyond the headcount
    Column("minutes", Integer),  # of a window's piece, or of a volume's week
    Column("shortest", Integer),
    Column("longest", Integer),
    Column("most_days", Integer),
    Column("weekdays", weekdays(), nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date),
    Column("every_weeks", Integer, nullable=False),
    Column("season", choice(Season), nullable=False),
    Column("except_days", dates(), nullable=False),
    Column("priority", Integer, nullable=False),
    Column("same_person", Boolean, nullable=False),
    Column("break_minutes", Integer, nullable=False),
    Column("visit", Text),
    position(),
    link("member_id", "members", "id"),
    link("site_id", "sites", "id"),
    link("qualification", "qualifications", "code"),
    Index(None, "group_id", "member_id"),
)
request_people = Table(
    "request_people",
    METADATA,
    of_group(),
    Column("request_id", Text, primary_key=True),
    Column("employee_id", Text, primary_key=True),
    Column("wanted", Boolean, primary_key=True),  # false: excluded
    link("request_id", "requests", "id"),
    link("employee_id", "employees", "id"),
)
