"""Which full-time posts could be created out of what members ask."""
