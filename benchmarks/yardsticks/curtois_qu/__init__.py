"""The shift scheduling instances 1 to 24 of T. Curtois and R. Qu (2014)."""
