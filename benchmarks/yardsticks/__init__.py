"""Public instances with published best values: read, planned by the product, judged by evaluators of their own."""
