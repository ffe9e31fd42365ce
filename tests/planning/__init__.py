"""Use cases, tried without a solver."""
