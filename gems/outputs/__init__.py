"""What leaves the group for people's own tools; pure functions from data to bytes."""
