"""What is left out is seen: on the build server a test that cannot run is one that fails."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SKIPPED_TESTS = """
import pytest

def test_left_out_while_it_runs():
    pytest.skip("no chromium")

@pytest.mark.skipif(True, reason="no java")
def test_left_out_before_it_runs():
    raise AssertionError

@pytest.mark.xfail(strict=True)
def test_known_to_fail():
    raise AssertionError
"""
SKIPPED_MODULE = 'import pytest\npytest.importorskip("no_such_module")\n'


@pytest.mark.parametrize(
    ("ci", "code", "counts"), [("true", 1, "1 failed, 1 xfailed, 2 errors"), ("", 0, "3 skipped, 1 xfailed")]
)
def test_skipped_test_fails_the_build_and_nobody_else(
    tmp_path: Path, ci: str, code: int, counts: str
) -> None:
    (tmp_path / "test_skipped.py").write_text(SKIPPED_TESTS, encoding="utf-8")
    (tmp_path / "test_module.py").write_text(SKIPPED_MODULE, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider"]
    run = subprocess.run(
        [*command, "--continue-on-collection-errors", "--rootdir", tmp_path, tmp_path],
        env=os.environ | {"CI": ci},
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert run.returncode == code, run.stdout + run.stderr
    assert counts in run.stdout
    for reason in ("no chromium", "no java"):
        assert (f"skipped, which CI=true forbids: {reason}" in run.stdout) == (ci == "true")
