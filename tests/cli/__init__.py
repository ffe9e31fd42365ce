"""The command line, called in process but for a few runs of the real thing."""
