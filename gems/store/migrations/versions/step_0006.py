"""Roster terms of kinds of shift by the clock, and of what follows them."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

TABLE, CLOCKS = "roster_terms", ("begins_before", "ends_after", "then_before")


def upgrade() -> None:
    """Take the step: terms written before tell nothing of it."""
    for name in CLOCKS:
        op.add_column(TABLE, sa.Column(name, sa.Integer))
    op.add_column(TABLE, sa.Column("then_shift", sa.Text))
