"""One script a peer: it reads the question as JSON, knows nothing of the product, and writes who does what."""
