"""Use cases around a planning, and the ports a planner must offer. Knows no solver and no screen."""
