"""A figure beside its goal."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: a ratio, and the goal it is held to, if any."""

    what: str
    measured: float
    least: float | None = None
    most: float | None = None

    @property
    def goal(self) -> str:
        if self.least is not None:
            return f"≥ {self.least:g}"
        return "-" if self.most is None else f"≤ {self.most:g}"

    @property
    def reached(self) -> str:
        if self.least is None and self.most is None:
            return "-"
        high = self.least is None or self.measured >= self.least
        return "yes" if high and (self.most is None or self.measured <= self.most) else "**no**"

    @property
    def row(self) -> str:
        """As a row of a table in docs/benchmarks.md."""
        return f"| {self.what} | {self.goal} | {self.measured:.2f} | {self.reached} |"
