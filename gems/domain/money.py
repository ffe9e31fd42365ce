"""Money in integer cents; prices per minute are whole cents so that every bill is exact."""

Cents = int
