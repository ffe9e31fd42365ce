"""Composings are written down beside plannings: what a crash cuts off is told of both."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

TABLE, COLUMN = "jobs", "kind"


def upgrade() -> None:
    """Take the step; whatever was written down before it is a planning."""
    op.add_column(TABLE, sa.Column(COLUMN, sa.Text, nullable=False, server_default="planning"))
    with op.batch_alter_table(TABLE) as table:
        table.alter_column(COLUMN, existing_type=sa.Text, existing_nullable=False, server_default=None)
