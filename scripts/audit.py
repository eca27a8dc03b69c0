"""Asks PyPI for published holes in what requirements.lock installs: part of `make check`.

Where its database cannot be reached nothing can be told, and that is said; it fails only for a known hole.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

LOCK = Path(__file__).parent.parent / "requirements.lock"
PATIENCE = 60  # seconds


def audited() -> list[dict[str, Any]] | None:
    """Each package with its `vulns`, or a `skip_reason`; None where nobody answers."""
    asked = [
        *(sys.executable, "-m", "pip_audit", "--requirement", str(LOCK), "--disable-pip", "--no-deps"),
        *("--format", "json", "--progress-spinner", "off"),
    ]
    try:
        done = subprocess.run(asked, capture_output=True, text=True, timeout=PATIENCE, check=False)
        found: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, ValueError, KeyError):
        return None
    return found


def main() -> int:
    """Tell what was found; 1 for a known hole."""
    found = audited()
    skipped = [package["name"] for package in found or () if "skip_reason" in package]
    if found is None or len(skipped) == len(found):
        print("audit: the database of known holes cannot be reached from here; nothing was audited")
        return 0
    holes = [(package, hole) for package in found for hole in package.get("vulns", ())]
    for package, hole in holes:
        mend = ", ".join(hole.get("fix_versions", ())) or "no mended version yet"
        print(f"audit: {package['name']} {package['version']}: {hole['id']} (mended in: {mend})")
    if skipped:
        print(f"audit: not audited: {', '.join(skipped)}")
    return 1 if holes else 0


if __name__ == "__main__":
    sys.exit(main())
