"""What each role sees: frozen views that hold nothing else than what domain.md §6 lets them see."""
