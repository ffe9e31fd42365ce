"""A short name for a problem's data, to know it again when it comes in another transaction or another process."""

from hashlib import sha256

from gems.domain.problem import Problem
from solver.fields_only import written


def fingerprint(problem: Problem) -> bytes:
    """Equal for equal data, as far as it is built alike; what was worked out of it on the way does not count."""
    return sha256(written(problem)).digest()
