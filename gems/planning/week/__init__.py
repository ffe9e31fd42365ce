"""The life of a week: built, edited, proposed, answered, published, changed, closed."""
