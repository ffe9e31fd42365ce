"""Who instead: holes, ways, lists."""
