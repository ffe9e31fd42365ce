"""Tests of gems.store."""
