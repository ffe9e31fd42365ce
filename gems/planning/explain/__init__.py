"""Why not: who is kept from hours nobody serves and by what, what serving them costs, what would open the way."""
