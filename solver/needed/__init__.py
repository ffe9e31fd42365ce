"""Days composed as they are needed, where there are too many to compose them all."""
