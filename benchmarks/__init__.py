"""Repeatable measurements: peers side by side in one run, told as ratios."""
