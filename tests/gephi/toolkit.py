"""Gephi's own toolkit reads our files. It comes from Maven Central, is run by tests and never shipped."""

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from server.assembly import OLDEST_JAVA, PROJECT, assemble, missing_tools

HERE = Path(__file__).parent
KEPT = PROJECT / ".gephi"


def missing() -> str | None:
    """What this machine lacks to run the toolkit, None where it lacks nothing."""
    lacking = missing_tools()
    if lacking:
        return lacking
    modules = subprocess.run(["java", "--list-modules"], capture_output=True, text=True, check=True).stdout
    if "jdk.compiler" not in modules:
        return f"Java's compiler is missing (Debian: apt install openjdk-{OLDEST_JAVA}-jdk-headless)"
    return None


def read(files: Sequence[tuple[str, Path]]) -> list[dict[str, Any]]:
    """What Gephi holds of each file once it is open.

    With a file goes what becomes of parallel edges of a type: "SUM", as Gephi has it, or "NO_MERGE".
    """
    jars = assemble(HERE / "pom.xml", KEPT)
    command = ["java", "-Djava.awt.headless=true", "-cp", f"{jars}{os.sep}*", str(HERE / "Read.java")]
    run = subprocess.run(
        [*command, *(text for merge, file in files for text in (merge, str(file)))],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return [json.loads(line) for line in run.stdout.splitlines()]
