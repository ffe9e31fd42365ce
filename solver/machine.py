"""Facts about the running process: memory at its peak, versions that decide answers."""

import platform
import sys
from collections.abc import Mapping
from importlib.metadata import version

MEGABYTE = 1024 * 1024


def peak_memory_mb() -> int:
    """The most memory this process has held, in MB; 0 where the system does not say (Windows)."""
    if sys.platform == "win32":
        return 0
    import resource  # not on Windows

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // MEGABYTE if sys.platform == "darwin" else peak // 1024


def versions() -> Mapping[str, str]:
    """What must be the same for the same plan to come out."""
    return {"gems": version("gems"), "ortools": version("ortools"), "python": platform.python_version()}
