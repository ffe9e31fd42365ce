"""The one currency: the price list of soft goals in cents, its profiles, and the bill of a schedule."""
