"""Scenarios: sets of posts that could be created, kept to be compared."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

TABLE, TEXTS, NUMBERS = "scenarios", ("name", "made_by"), ("posts", "asked_minutes", "placed_minutes", "bound_minutes")


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        TABLE,
        sa.Column("group_id", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in TEXTS),
        sa.Column("made_at", sa.BigInteger, nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in NUMBERS),
        sa.Column("contents", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("group_id", "id", name=f"pk_{TABLE}"),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=f"fk_{TABLE}_group_id", deferrable=True, initially="DEFERRED"
        ),
    )
