"""Full-time posts out of fragments of hours."""
