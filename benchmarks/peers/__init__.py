"""Peers side by side: the same instance, the same time and cores, judged by the product's own checker and bill."""
