"""The group, its places, its members, its people and their contracts."""

from sqlalchemy import Boolean, Column, Date, Float, Integer, Table, Text

from gems.domain.people import AbsenceKind, ContractKind, WishKind
from gems.store.tables.columns import METADATA, choice, link, of_group, position, stamp, weekdays

groups = Table(
    "groups",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("revision", Integer, nullable=False),  # rises with every change of the data entered
    Column("name", Text, nullable=False),
    Column("agreement", Text, nullable=False),
    Column("profile", Text, nullable=False),
    Column("grid_minutes", Integer, nullable=False),
    Column("school_zone", Text, nullable=False),
    Column("fortnight_start", Date, nullable=False),
    Column("requests_days", Integer, nullable=False),
    Column("answers_days", Integer, nullable=False),
    Column("publish_days", Integer, nullable=False),
    stamp("made_at"),
)
communes = Table(
    "communes",
    METADATA,
    of_group(),
    Column("name", Text, primary_key=True),
    Column("latitude", Float, nullable=False),
    Column("longitude", Float, nullable=False),
    Column("dual_carriageway", Boolean, nullable=False),
    position(),
)
travel = Table(
    "travel",
    METADATA,
    of_group(),
    Column("origin", Text, primary_key=True),
    Column("destination", Text, primary_key=True),
    Column("minutes", Integer, nullable=False),
    Column("km", Integer, nullable=False),
    position(),
)
members = Table(
    "members",
    METADATA,
    of_group(),
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("territorial", Boolean, nullable=False),
    Column("phone", Text, nullable=False),
    position(),
)
sites = Table(
    "sites",
    METADATA,
    of_group(),
    Column("id", Text, primary_key=True),
    Column("member_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("commune", Text, nullable=False),
    position(),
    link("member_id", "members", "id"),
)
qualifications = Table(
    "qualifications",
    METADATA,
    of_group(),
    Column("code", Text, primary_key=True),
    Column("name_fr", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("sunday_work", Boolean, nullable=False),
    position(),
)
stand_ins = Table(
    "stand_ins",
    METADATA,
    of_group(),
    Column("held", Text, primary_key=True),
    Column("needed", Text, primary_key=True),
    Column("allowed", Boolean, nullable=False),
    Column("cents_per_minute", Integer, nullable=False),
    position(),
    link("held", "qualifications", "code"),
    link("needed", "qualifications", "code"),
)
employees = Table(
    "employees",
    METADATA,
    of_group(),
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("home", Text, nullable=False),
    Column("birth_date", Date),
    Column("vehicle", Boolean, nullable=False),
    Column("max_commute_minutes", Integer, nullable=False),
    Column("other_employer_weekly_minutes", Integer, nullable=False),
    Column("lighter_first_day", Date),
    Column("lighter_last_day", Date),
    Column("lighter_minutes_less", Integer),
    position(),
)
contracts = Table(
    "contracts",
    METADATA,
    of_group(),
    Column("employee_id", Text, primary_key=True),
    Column("kind", choice(ContractKind), nullable=False),
    Column("weekly_minutes", Integer, nullable=False),
    Column("annual_minutes", Integer, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date),
    Column("annualised", Boolean, nullable=False),
    Column("night_worker", Boolean, nullable=False),
    link("employee_id", "employees", "id"),
)
contract_members = Table(
    "contract_members",
    METADATA,
    of_group(),
    Column("employee_id", Text, primary_key=True),
    Column("member_id", Text, primary_key=True),
    link("employee_id", "contracts", "employee_id"),
    link("member_id", "members", "id"),
)
held_qualifications = Table(
    "held_qualifications",
    METADATA,
    of_group(),
    Column("employee_id", Text, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("valid_until", Date),
    position(),
    link("employee_id", "employees", "id"),
    link("code", "qualifications", "code"),
)
absences = Table(
    "absences",
    METADATA,
    of_group(),
    Column("id", Text, primary_key=True),
    Column("employee_id", Text, nullable=False),
    Column("kind", choice(AbsenceKind), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    position(),
    link("employee_id", "employees", "id"),
)
wishes = Table(
    "wishes",
    METADATA,
    of_group(),
    Column("id", Text, primary_key=True),
    Column("employee_id", Text, nullable=False),
    Column("kind", choice(WishKind), nullable=False),
    Column("weekdays", weekdays(), nullable=False),
    Column("start_clock", Integer, nullable=False),
    Column("end_clock", Integer, nullable=False),
    Column("first_day", Date),
    Column("last_day", Date),
    position(),
    link("employee_id", "employees", "id"),
)
on_calls = Table(
    "on_calls",
    METADATA,
    of_group(),
    Column("id", Text, primary_key=True),
    Column("employee_id", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("announced", Date, nullable=False),
    position(),
    link("employee_id", "employees", "id"),
)
derogations = Table(
    "derogations",
    METADATA,
    of_group(),
    Column("id", Text, primary_key=True),
    Column("rule", Text, nullable=False),
    Column("employee_id", Text),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("limit", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    position(),
    link("employee_id", "employees", "id"),
)
