"""Measurements anyone can run again; figures in the docs come from here."""
