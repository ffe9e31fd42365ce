"""An answer made so changed the group's data too: what it wrote is kept beside the edit, to be taken back with it."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Take the step: edits made before it take back the schedule only."""
    op.add_column("edits", sa.Column("written", sa.Text))
