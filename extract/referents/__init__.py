"""Whom words refer to that name nobody by themselves: "it", "both nations", "the army", "its raid"."""
