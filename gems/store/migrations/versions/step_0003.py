"""Roster terms of a contract: days in a row, days off in a row, weekends, mean hours."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

TERMS = (
    *("most_days_in_row", "least_days_in_row", "least_days_off_in_row"),
    *("most_weekends", "most_mean_minutes", "least_mean_minutes"),
)


def upgrade() -> None:
    """Take the step; contracts written before it have no such terms."""
    for name in TERMS:
        op.add_column("contracts", sa.Column(name, sa.Integer(), nullable=True))
