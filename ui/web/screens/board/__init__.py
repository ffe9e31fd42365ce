"""What the board sees."""
