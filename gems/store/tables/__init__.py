"""The tables, by subject. Importing this package fills `METADATA`."""

from gems.store.tables import access, group, history, life, requests, scenarios
from gems.store.tables.columns import METADATA

__all__ = ["METADATA", "access", "group", "history", "life", "requests", "scenarios"]
