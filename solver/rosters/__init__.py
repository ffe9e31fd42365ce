"""Whole rosters of people: the best roster of one person by dynamic programming, and plans made of such rosters."""
