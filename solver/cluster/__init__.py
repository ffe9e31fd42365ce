"""Plannings on other machines, through dask.distributed: an extra, known to this room only."""
