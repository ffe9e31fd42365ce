"""The Second International Nurse Rostering Competition, all weeks known at once."""
