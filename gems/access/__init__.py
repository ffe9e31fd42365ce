"""Who somebody is, and what they may do and see: the one place where that is decided."""
