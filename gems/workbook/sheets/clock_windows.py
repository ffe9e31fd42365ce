"""Clock windows that may cross midnight."""

from gems.domain.time import DAY


def next_day(start_clock: int, end_clock: int) -> int:
    """The end of a window in minutes after the midnight that starts its day: 21:00-7:00 ends at 31:00.

    Equal times are left as they are: an empty window, which the domain reports.
    """
    return end_clock + DAY if end_clock < start_clock < DAY else end_clock
