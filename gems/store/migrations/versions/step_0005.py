"""Roster terms: what a person's roster may hold at least and at most, hard or at a price."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

TABLE, FIGURES = "roster_terms", ("least", "most", "cents", "done")


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        TABLE,
        sa.Column("group_id", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("employee_id", sa.Text),
        sa.Column("counts", sa.Text, nullable=False),
        sa.Column("shift", sa.Text),
        *(sa.Column(name, sa.Integer) for name in FIGURES),
        sa.Column("position", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("group_id", "id", name=f"pk_{TABLE}"),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=f"fk_{TABLE}_group_id", deferrable=True, initially="DEFERRED"
        ),
        sa.ForeignKeyConstraint(
            ["group_id", "employee_id"],
            ["employees.group_id", "employees.id"],
            name=f"fk_{TABLE}_group_id_employee_id",
            deferrable=True,
            initially="DEFERRED",
        ),
    )
