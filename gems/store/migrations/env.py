"""Alembic runs this to take a step: on the connection it is given, inside that transaction."""

from alembic import context

from gems.store.tables import METADATA

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=METADATA,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=False,
)
context.run_migrations()
