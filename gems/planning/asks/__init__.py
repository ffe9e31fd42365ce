"""What members ask, from the first draft to the answer of the week."""
