"""The commands, one file each. Heavy libraries are imported inside them, so that `gems --help` answers at once."""
