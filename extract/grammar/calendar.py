"""The words of days and times, which stand where objects stand and are none: "met on Friday"."""

CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july "
    "august september october november december day night week weekend month year decade morning "
    "evening afternoon hour minute time moment century spring summer autumn winter eve".split()
)
"""Lemmas of days, months and times of day; not "may", which is a verb more often."""
