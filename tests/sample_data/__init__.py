"""Tests of the sample groups."""
