"""One file a screen, one folder a role. A screen reads the state, calls a use case, draws; it judges nothing."""
