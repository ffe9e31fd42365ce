"""Sets of posts that could be created, kept to be compared."""

from sqlalchemy import Column, Integer, Table, Text

from gems.store.tables.columns import METADATA, of_group, plain, stamp

scenarios = Table(
    "scenarios",
    METADATA,
    of_group(),
    Column("id", Text, primary_key=True),  # random, says nothing
    Column("name", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    stamp("made_at"),
    Column("posts", Integer, nullable=False),
    Column("asked_minutes", Integer, nullable=False),
    Column("placed_minutes", Integer, nullable=False),
    Column("bound_minutes", Integer, nullable=False),
    Column("contents", plain(), nullable=False),  # as proposed: data entered later changes nothing in it
)
