"""The server's jars: copied once from Maven Central into `.neo4j/`, which git ignores."""

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
    """What this machine lacks to run the server, None where it lacks nothing."""
    version = _java_version()
    if version is None:
        return f"Java {OLDEST_JAVA} is missing (Debian: apt install openjdk-{OLDEST_JAVA}-jre-headless)"
    if version < OLDEST_JAVA:
        return f"Java {version} is too old for Neo4j; install Java {OLDEST_JAVA} or newer"
    if shutil.which("mvn") is None:
        return "Maven is missing (Debian: apt install maven)"
    return None


def assemble() -> Path:
    """The folder with the server's jars, fetched if they are not there yet. Raises ServerError."""
    lacking = missing_tools()
    if lacking:
        raise ServerError(lacking)
    wanted = KEPT / "-".join(["lib", *re.findall(r"<version>([\d.]{2,})</version>", POM.read_text())])
    KEPT.mkdir(exist_ok=True)
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two test runs may begin at once
        if not wanted.is_dir():
            partial = KEPT / "partial"
            shutil.rmtree(partial, ignore_errors=True)
            _copy_jars(partial)
            partial.rename(wanted)
    return wanted


def _copy_jars(folder: Path) -> None:
    command = ["mvn", "-B", "-q", "--strict-checksums", "-f", str(POM), PLUGIN]
    made = subprocess.run(
        [*command, "-DincludeScope=runtime", f"-DoutputDirectory={folder}"],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        errors = [line for line in made.stdout.splitlines() if "ERROR" in line]
        raise ServerError(f"Maven could not fetch the Neo4j server: {(errors or ['no reason given'])[0]}")


def _java_version() -> int | None:
    if shutil.which("java") is None:
        return None
    said = subprocess.run(["java", "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', said)
    return int(found[1]) if found else None
