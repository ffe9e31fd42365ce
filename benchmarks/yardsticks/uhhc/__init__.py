"""One-day home care ("UHHC"): instance, solution file, evaluator, and what of it the product can say."""
