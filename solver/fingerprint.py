"""A short name for a problem's data, to know it again when it comes in another transaction or another process."""

import pickle
from dataclasses import fields, is_dataclass
from hashlib import sha256
from io import BytesIO
from typing import Any

from gems.domain.problem import Problem


def fingerprint(problem: Problem) -> bytes:
    """Equal for equal data, as far as it is built alike; what was worked out of it on the way does not count."""
    written = BytesIO()
    _OnlyFields(written, pickle.HIGHEST_PROTOCOL).dump(problem)
    return sha256(written.getbuffer()).digest()


class _OnlyFields(pickle.Pickler):
    """Writes the fields of a record, not what `cached_property` keeps beside them and another thread may be adding."""

    def reducer_override(self, record: Any) -> Any:
        """See `pickle.Pickler`; nothing is ever read back."""
        if isinstance(record, type) or not is_dataclass(record) or not hasattr(record, "__dict__"):
            return NotImplemented
        return type(record), tuple(getattr(record, field.name) for field in fields(record))
