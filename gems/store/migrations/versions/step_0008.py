"""Requests may take more people than they ask for, each at a price."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

TABLE, MOST, PRICE = "requests", "most_headcount", "beyond_cents"


def upgrade() -> None:
    """Take the step: whatever was asked before takes nobody more; a volume knows no number of people."""
    for name in (MOST, PRICE):
        op.add_column(TABLE, sa.Column(name, sa.Integer))
    op.execute(f"UPDATE {TABLE} SET {PRICE} = 0 WHERE demand <> 'volume'")
