"""Neighbourhoods: pieces of a plan worth opening again, and the search that opens one after another."""
