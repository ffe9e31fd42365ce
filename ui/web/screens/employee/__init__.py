"""What an employee sees and does, on a phone first."""
