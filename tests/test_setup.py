"""Setting up fails with one line that says what to do."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# Makes an environment whose pip fails, having written what it was given as PIP_SAYS to its log.
PYTHON = """#!/bin/sh
case "$*" in
"-m venv"*)
    for folder in "$@"; do :; done
    mkdir -p "$folder/bin"
    cp "$0" "$folder/bin/python"
    ;;
-V) echo Python 3.11.0 ;;
"-m pip"*)
    echo "$PIP_SAYS" >"$(dirname "$0")/../install.log"
    exit 1
    ;;
esac
"""
FULL = """#!/bin/sh
echo Filesystem 1024-blocks Used Available Capacity Mounted on
echo tmpfs 40960 40960 0 100% /
"""
ROOM = FULL.replace("40960 0", "0 40960")


@pytest.mark.parametrize(
    ("said", "disk", "mend"),
    [
        ("OSError: [Errno 28] No space left on device", ROOM, "the disk is full; make 1 GB of room"),
        ("Skipping link: none of the wheel's ta", FULL, "the disk is full; make 1 GB of room"),
        ("NameResolutionError", ROOM, "the package index cannot be reached; go online"),
        ("ERROR: something new", ROOM, "says why: ERROR: something new"),
    ],
)
def test_failed_install_says_what_to_do(tmp_path: Path, said: str, disk: str, mend: str) -> None:
    (tmp_path / "bin").mkdir()
    for name, script in (("python", PYTHON), ("df", disk)):
        (tmp_path / "bin" / name).write_text(script, encoding="utf-8")
        (tmp_path / "bin" / name).chmod(0o755)
    (tmp_path / "scripts").mkdir()
    shutil.copy(ROOT / "scripts" / "setup.sh", tmp_path / "scripts")
    for name in ("requirements.lock", "requirements-dev.lock", "requirements-build.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    tools = {
        "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}",
        "PYTHON": str(tmp_path / "bin" / "python"),
        "PIP_SAYS": said,
    }
    run = subprocess.run(
        ["sh", tmp_path / "scripts" / "setup.sh", "requirements.lock"],
        env=os.environ | tools,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 1
    assert mend in run.stderr.splitlines()[-1]
    assert len(run.stderr.splitlines()) == 2
