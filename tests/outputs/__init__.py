"""Tests of what leaves the group for people's own tools."""
