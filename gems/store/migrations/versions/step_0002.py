"""What members asked and got of essential hours, apart: nothing is known of it for the weeks behind."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

LEDGERS, COLUMNS = "member_ledgers", ("asked_essential", "served_essential")


def upgrade() -> None:
    """Take the step."""
    for name in COLUMNS:
        op.add_column(LEDGERS, sa.Column(name, sa.Integer, nullable=False, server_default="0"))
    with op.batch_alter_table(LEDGERS) as table:
        for name in COLUMNS:
            table.alter_column(name, existing_type=sa.Integer, existing_nullable=False, server_default=None)
