"""Who instead? Ranked legal ways to fill a hole in a schedule, each with its price."""
