"""The words of the trade as immutable values: time, people, members, requests, schedules. No file, no screen."""
