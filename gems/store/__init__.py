"""Where a group's data lives: SQLAlchemy tables on SQLite or PostgreSQL, one transaction a use case."""
