"""Records written down by their fields alone, without what was worked out of them on the way."""

import copyreg
import pickle
from dataclasses import fields, is_dataclass
from io import BytesIO
from typing import Any


def written(record: object) -> bytes:
    """`pickle.loads` reads it back. Other threads may be working things out of the record meanwhile."""
    found = BytesIO()
    _OnlyFields(found, pickle.HIGHEST_PROTOCOL).dump(record)
    return found.getvalue()


class _OnlyFields(pickle.Pickler):
    """Leaves out what `cached_property` keeps beside the fields, and what another thread may be adding there."""

    def reducer_override(self, record: Any) -> Any:
        """See `pickle.Pickler`."""
        if isinstance(record, type) or not is_dataclass(record) or not hasattr(record, "__dict__"):
            return NotImplemented
        kept = {field.name: getattr(record, field.name) for field in fields(record)}
        return copyreg.__newobj__, (type(record),), kept  # type: ignore[attr-defined]
