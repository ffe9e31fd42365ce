"""What one cell may hold: each type reads what people write, forgivingly, and writes it back one way."""
