"""The settings in docs/operating.md, as api/settings.py has them: `python -m tests.docs.settings_table`."""

import json
from pathlib import Path
from typing import Any

from pydantic.fields import FieldInfo

from api.settings import Settings

PAGE = Path(__file__).parents[2] / "docs" / "operating.md"
BEGIN = "<!-- written by python -m tests.docs.settings_table -->\n"
END = "<!-- end of the settings -->\n"
FILES = {"store": "`graph.db` in your data directory", "keys": "`keys.json` in your data directory"}


def table() -> str:
    """A row for each setting: its name, its default, what it means."""
    rows = [
        f"| `GKG_{name.upper()}` | {default(name, field)} | {field.description} |" for name, field in fields()
    ]
    return "\n".join(["| setting | default | means |", "|---|---|---|", *rows]) + "\n"


def fields() -> list[tuple[str, FieldInfo]]:
    return list(Settings.model_fields.items())


def default(name: str, field: FieldInfo) -> str:
    """What holds where nobody says anything; of a file, where it is on any machine."""
    if name in FILES:
        return FILES[name]
    value: Any = field.get_default(call_default_factory=True)
    if value is None or value == []:
        return "none"
    return f"`{value if isinstance(value, str) else json.dumps(value)}`"


def parts(page: str) -> tuple[str, str, str]:
    """The page before the table, the table, and the page behind it."""
    before, begin, rest = page.partition(BEGIN)
    inside, end, behind = rest.partition(END)
    assert all((begin, end)), f"{PAGE.name} has lost the marks around its table of settings"
    return before + begin, inside, end + behind


if __name__ == "__main__":
    before, _, behind = parts(PAGE.read_text(encoding="utf-8"))
    PAGE.write_text(before + table() + behind, encoding="utf-8")
