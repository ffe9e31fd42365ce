"""Requests may be part of a visit by several people, who begin at the same time."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Take the step: whatever was asked before is no visit."""
    op.add_column("requests", sa.Column("visit", sa.Text))
