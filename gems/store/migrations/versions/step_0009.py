"""Roster terms of one day."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

TABLE, COLUMN = "roster_terms", "on_day"


def upgrade() -> None:
    """Take the step: terms written before are of no one day."""
    op.add_column(TABLE, sa.Column(COLUMN, sa.Date))
