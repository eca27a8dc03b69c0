"""The jars of a pom, copied once from Maven Central; the server's go into `.neo4j/`, which git ignores."""

import fcntl
import re
import shutil
import subprocess
from pathlib import Path

PROJECT = Path(__file__).parents[1]
POM = PROJECT / "server" / "pom.xml"
KEPT = PROJECT / ".neo4j"
OLDEST_JAVA = 17
PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"


class ServerError(Exception):
    """The server cannot be put together or started; the message says why and what mends it."""


def missing_tools() -> str | None:
    """What this machine lacks to fetch jars and run them, None where it lacks nothing."""
    version = _java_version()
    if version is None:
        return f"Java {OLDEST_JAVA} is missing (Debian: apt install openjdk-{OLDEST_JAVA}-jre-headless)"
    if version < OLDEST_JAVA:
        return f"Java {version} is too old; install Java {OLDEST_JAVA} or newer"
    if shutil.which("mvn") is None:
        return "Maven is missing (Debian: apt install maven)"
    return None


def assemble(pom: Path = POM, kept: Path = KEPT) -> Path:
    """The folder with the jars that a pom names, fetched if they are not there yet. Raises ServerError."""
    lacking = missing_tools()
    if lacking:
        raise ServerError(lacking)
    wanted = kept / "-".join(["lib", *re.findall(r"<version>([\d.]{2,})</version>", pom.read_text())])
    kept.mkdir(exist_ok=True)
    with (kept / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two test runs may begin at once
        if not wanted.is_dir():
            partial = kept / "partial"
            shutil.rmtree(partial, ignore_errors=True)
            _copy_jars(pom, partial)
            partial.rename(wanted)
    return wanted


def _copy_jars(pom: Path, folder: Path) -> None:
    command = ["mvn", "-B", "-q", "--strict-checksums", "-f", str(pom), PLUGIN]
    made = subprocess.run(
        [*command, "-DincludeScope=runtime", f"-DoutputDirectory={folder}"],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        errors = [line for line in made.stdout.splitlines() if "ERROR" in line]
        reason = (errors or ["no reason given"])[0]
        raise ServerError(f"Maven could not fetch what {pom.parent.name}/{pom.name} names: {reason}")


def _java_version() -> int | None:
    if shutil.which("java") is None:
        return None
    said = subprocess.run(["java", "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', said)
    return int(found[1]) if found else None
