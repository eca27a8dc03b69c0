"""What docker-compose.yml and the Dockerfile promise; the same start-up is run here without containers."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import Any

import httpx2
import pytest
import yaml
from fastapi.testclient import TestClient

from api.app import create_app
from api.browser import link
from api.settings import Settings
from graph.query import EventQuery
from server.neo4j_server import free_port
from tests.stores import Server, emptied, server_address

ROOT = Path(__file__).parents[1]
FILE = ROOT / "docker-compose.yml"
PASSWORD = "GKG_NEO4J_PASSWORD"
KEY = "GKG_API_KEY"
REQUIRED = re.compile(rf"\$\{{({PASSWORD}|{KEY}):\?([^}}]+)\}}")
SECRETS = {PASSWORD: "not-a-secret", KEY: "not-a-secret-of-any-kind"}
KEYED = {"Authorization": f"Bearer {SECRETS[KEY]}"}
START = 120.0  # seconds until the model is loaded on a slow machine
SERVICES: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))["services"]
every_service = pytest.mark.parametrize("name", SERVICES)


def steps() -> list[tuple[str, str]]:
    """The instructions of the Dockerfile with what they are given."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line.split(maxsplit=1) for line in text.splitlines() if line and not line.startswith("#")]
    return [(word, given.strip()) for word, given in lines]


def given(word: str) -> list[str]:
    """What every such instruction of the Dockerfile is given."""
    return [given for instruction, given in steps() if instruction == word]


def copied() -> list[str]:
    """The files and folders of the project that the image is built from."""
    own = [line.split() for line in given("COPY") if not line.startswith("--from=")]
    return [source.rstrip("/") for words in own for source in words[:-1]]


def is_sent(path: str) -> bool:
    """Whether .dockerignore lets a file through to the build: the last line that fits it decides."""
    pure = PurePosixPath(path)
    names = [str(pure), *(str(parent) for parent in pure.parents if parent.name)]
    sent = True
    for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines():
        pattern = line.strip().removeprefix("!")
        if not pattern or pattern.startswith("#"):
            continue
        for name in names:
            anywhere = pattern.removeprefix("**/")
            if fnmatchcase(name, pattern) or (
                anywhere != pattern and fnmatchcase(PurePosixPath(name).name, anywhere)
            ):
                sent = line.startswith("!")
    return sent


def files_of(folder: Path, *parts: str) -> set[str]:
    """The files in some parts of a folder, without what Python compiled."""
    found = (path for part in parts for path in (folder / part).rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix() for path in found if "__pycache__" not in path.parts}


# The compose file.


@every_service
def test_every_port_is_published_on_this_machine_only(name: str) -> None:
    ports = {"neo4j": ["7474", "7687"], "api": ["8000"]}
    assert SERVICES[name]["ports"] == [f"127.0.0.1:{port}:{port}" for port in ports[name]]
    assert "network_mode" not in SERVICES[name]


@pytest.mark.parametrize(
    ("name", "wanted"), [("neo4j", {"NEO4J_AUTH": PASSWORD}), ("api", {PASSWORD: PASSWORD, KEY: KEY})]
)
def test_every_secret_comes_from_outside_or_nothing_starts(name: str, wanted: dict[str, str]) -> None:
    given = SERVICES[name]["environment"].items()
    secrets = {key: value for key, value in given if re.search("AUTH|PASSWORD|KEY", key)}
    assert secrets.keys() == wanted.keys()
    for key, value in secrets.items():
        required = REQUIRED.search(value)
        assert required is not None
        assert required[1] == wanted[key]
        assert required[2].startswith(f"set {wanted[key]} to ")
        assert REQUIRED.sub("", value) in ("", "neo4j/")


@every_service
def test_every_service_is_watched_and_comes_back(name: str) -> None:
    health = SERVICES[name]["healthcheck"]
    assert health["test"][0] == "CMD"
    assert {"interval", "timeout", "retries", "start_period"} <= set(health)
    assert SERVICES[name]["restart"] == "unless-stopped"


def test_gkg_starts_once_neo4j_is_healthy() -> None:
    assert SERVICES["api"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert SERVICES["api"]["environment"]["GKG_STORE"] == "bolt://neo4j:7687"


def test_the_graph_outlives_its_container() -> None:
    mounts = dict(mount.split(":") for mount in SERVICES["neo4j"]["volumes"])
    assert sorted(mounts.values()) == ["/data", "/logs"]
    assert set(mounts) == set(yaml.safe_load(FILE.read_text(encoding="utf-8"))["volumes"])


def test_neo4j_reports_nothing_and_shows_its_browser_here() -> None:
    settings = SERVICES["neo4j"]["environment"]
    assert SERVICES["neo4j"]["image"] == "neo4j:5.26-community"
    assert settings["NEO4J_dbms_usage__report_enabled"] == "false"
    assert settings["NEO4J_client_allow__telemetry"] == "false"
    assert settings["NEO4J_server_http_advertised__address"] == "127.0.0.1:7474"
    assert settings["NEO4J_server_bolt_advertised__address"] == "127.0.0.1:7687"


def test_gkg_can_change_nothing_in_its_container() -> None:
    api = SERVICES["api"]
    assert api["read_only"] is True
    assert api["tmpfs"] == ["/tmp"]
    assert api["cap_drop"] == ["ALL"]
    assert api["security_opt"] == ["no-new-privileges:true"]
    assert not {"volumes", "privileged", "cap_add"} & set(api)


def test_every_setting_of_gkg_exists() -> None:
    known = {f"GKG_{name.upper()}" for name in Settings.model_fields}
    assert set(SERVICES["api"]["environment"]) <= known


def test_answers_link_to_the_browser_as_this_machine_sees_it() -> None:
    given = SERVICES["api"]["environment"]
    settings = Settings(store=given["GKG_STORE"], neo4j_browser=given["GKG_NEO4J_BROWSER"])
    address = link(settings, EventQuery())
    assert address
    assert address.startswith("http://127.0.0.1:7474/browser/?dbms=bolt://neo4j@127.0.0.1:7687&db=neo4j&")


@pytest.mark.parametrize(("host", "status"), [("127.0.0.1", 200), ("localhost", 200), ("api", 421)])
def test_a_server_on_all_addresses_answers_to_this_machine_only(host: str, status: int) -> None:
    settings = Settings(host=SERVICES["api"]["environment"]["GKG_HOST"])
    client = TestClient(create_app(settings), base_url=f"http://{host}:8000")
    assert client.get("/healthz").status_code == status


@pytest.fixture(scope="module")
def compose() -> list[str]:
    """The command of Docker Compose; it reads a compose file without a Docker engine."""
    for command in (["docker", "compose"], ["docker-compose"]):
        found = shutil.which(command[0])
        if found and subprocess.run([*command, "version"], capture_output=True).returncode == 0:
            return [found, *command[1:]]
    pytest.skip("Docker Compose is missing (Debian: apt install docker-compose)")


def read_by(compose: list[str], folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """What Docker Compose makes of the file, with these settings and no others."""
    nothing = folder / "empty.env"
    nothing.touch()
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GKG_", "COMPOSE_"))}
    return subprocess.run(
        [*compose, "--env-file", str(nothing), "-f", str(FILE), "config"],
        env=kept | settings,
        capture_output=True,
        text=True,
    )


def test_compose_accepts_the_file(compose: list[str], tmp_path: Path) -> None:
    read = read_by(compose, tmp_path, **SECRETS)
    assert read.returncode == 0, read.stderr
    services = yaml.safe_load(read.stdout)["services"]
    assert services["neo4j"]["environment"]["NEO4J_AUTH"] == "neo4j/not-a-secret"
    assert {key: services["api"]["environment"][key] for key in SECRETS} == SECRETS
    assert services["api"]["depends_on"]["neo4j"]["condition"] == "service_healthy"


@pytest.mark.parametrize(("missing", "least"), [(PASSWORD, 8), (KEY, 20)])
@pytest.mark.parametrize("empty", [True, False], ids=["empty", "unset"])
def test_compose_names_the_secret_that_is_missing(
    compose: list[str], tmp_path: Path, missing: str, least: int, empty: bool
) -> None:
    rest = {key: value for key, value in SECRETS.items() if key != missing}
    read = read_by(compose, tmp_path, **rest | ({missing: ""} if empty else {}))
    assert read.returncode != 0
    assert f"set {missing} to {least} characters or more" in read.stderr


# The same start-up without containers.


@dataclass(frozen=True, slots=True)
class Served:
    """A running `gkg serve`, with the environment and the command that the container has."""

    process: subprocess.Popen[str]
    port: int

    def get(self, path: str, **options: Any) -> httpx2.Response:
        return httpx2.get(f"http://127.0.0.1:{self.port}{path}", timeout=30, **options)

    def wait(self) -> httpx2.Response:
        """The first answer to whether it is ready."""
        until = time.monotonic() + START
        while True:
            try:
                return self.get("/readyz")
            except httpx2.TransportError:
                assert self.process.poll() is None, self.process.communicate()[1]
                assert time.monotonic() < until, "gkg serve does not answer"
                time.sleep(0.1)

    def healthcheck(self) -> int:
        """How the health check of the container ends here."""
        kind, command, *arguments = SERVICES["api"]["healthcheck"]["test"]
        assert (kind, command) == ("CMD", "python")
        here = [argument.replace(":8000/", f":{self.port}/") for argument in arguments]
        assert here != arguments
        return subprocess.run([sys.executable, *here], capture_output=True).returncode


def command() -> list[str]:
    """What the image starts, as it is installed here."""
    (line,) = given("CMD")
    program, *arguments = json.loads(line)
    return [str(Path(sys.executable).with_name(program)), *arguments]


def environment(password: str, port: int, **server: str) -> dict[str, str]:
    """The whole environment that the container gives gkg; where it listens and where Neo4j is are of here."""
    settings = SERVICES["api"]["environment"].items()
    secrets = SECRETS | {PASSWORD: password}
    filled = {key: REQUIRED.sub(lambda found: secrets[found[1]], value) for key, value in settings}
    return filled | {"GKG_HOST": "127.0.0.1", "GKG_PORT": str(port)} | server


@pytest.fixture
def served(neo4j: Server, tmp_path: Path) -> Iterator[Served]:
    """The server as the container starts it, on an empty graph."""
    emptied(server_address(neo4j))
    port = free_port()
    process = subprocess.Popen(
        command(),
        env=environment(neo4j.password, port, GKG_STORE=neo4j.uri, GKG_NEO4J_USER=neo4j.user),
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield Served(process, port)
    finally:
        process.kill()
        process.communicate()


def test_gkg_as_the_container_starts_it_reads_and_answers_until_it_is_ended(served: Served) -> None:
    ready = served.wait()
    assert ready.status_code == 200, ready.text
    assert served.healthcheck() == 0
    article = {"id": "note", "published": "2024-06-20", "text": "France condemned Russia."}
    posted = httpx2.post(
        f"http://127.0.0.1:{served.port}/v1/articles",
        content=json.dumps(article),
        headers=KEYED | {"Content-Type": "application/x-ndjson"},
        timeout=30,
    )
    assert posted.status_code == 200, posted.text
    assert served.get("/v1/relations").status_code == 401
    (row,) = served.get("/v1/relations", headers=KEYED).json()["relations"]
    assert (row["source"]["id"], row["relation"], row["target"]["id"]) == ("FRA", "CONDEMN", "RUS")
    assert served.get("/healthz", headers={"Host": f"localhost:{served.port}"}).status_code == 200
    served.process.send_signal(signal.SIGTERM)
    _, log = served.process.communicate(timeout=10)  # when Docker would kill it
    assert served.process.returncode in (0, -signal.SIGTERM)
    assert "Traceback" not in log
    assert SECRETS[KEY] not in log
    assert served.healthcheck() != 0


def test_gkg_ends_where_neo4j_is_away_so_that_it_is_started_again(tmp_path: Path) -> None:
    away = environment("not-a-secret", free_port(), GKG_STORE=f"bolt://127.0.0.1:{free_port()}")
    ended = subprocess.run(
        command(), env=away, cwd=tmp_path, capture_output=True, text=True, timeout=START, check=False
    )
    assert ended.returncode == 2
    (line,) = ended.stderr.splitlines()
    assert "the server cannot be reached" in line


# The image.


def test_the_image_is_not_run_as_root() -> None:
    words = [word for word, _ in steps()]
    last_stage = steps()[len(words) - words[::-1].index("FROM") :]
    users = [user for word, user in last_stage if word == "USER"]
    assert re.fullmatch(r"[1-9]\d+:[1-9]\d+", users[-1])
    assert given("FROM") == ["python:3.11-slim AS page", "python:3.11-slim AS build", "python:3.11-slim"]


def test_the_image_has_what_the_lock_names_and_nothing_else() -> None:
    installs = [line for line in given("RUN") if " install " in line]
    assert len(installs) == 3
    node, lock, project = installs
    for words, name in ((node, "requirements-build.lock"), (lock, "requirements.lock")):
        assert {"--require-hashes", "--no-deps", "-r", name} <= set(words.split())
        assert "--only-binary :all:" in words
    assert {"--no-index", "--no-deps", "--no-build-isolation"} <= set(project.split())
    assert re.search(r"^en-core-web-sm", (ROOT / "requirements.lock").read_text(encoding="utf-8"), flags=re.M)


def test_the_image_builds_its_page_with_a_node_that_stays_behind() -> None:
    words = steps()
    page, build = (words.index(("FROM", f"python:3.11-slim AS {stage}")) for stage in ("page", "build"))
    assert ("RUN", "mkdir -p api/web && python scripts/explorer.py") in words[page:build]
    assert ("COPY", "--from=page /page/api/web/explorer/ api/web/explorer/") in words[build:]
    assert not is_sent("api/web/explorer/explorer.js")


def test_what_the_image_copies_is_there_and_sent_to_the_build() -> None:
    assert copied()
    for source in copied():
        assert (ROOT / source).exists(), source
        assert is_sent(source), source
    for kept_back in (".git/config", ".venv/bin/gkg", ".env", "tests/conftest.py", "api/__pycache__/app.pyc"):
        assert not is_sent(kept_back), kept_back


def test_what_the_image_copies_installs_whole(tmp_path: Path) -> None:
    code = {name for name in files_of(ROOT, "graph", "extract", "api") if is_sent(name)}
    assert code
    folders = [source for source in copied() if (ROOT / source).is_dir()]
    beside = {source for source in copied() if (ROOT / source).is_file()}
    for name in beside | {name for name in files_of(ROOT, *folders) if is_sent(name)}:
        (tmp_path / "build" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / "build" / name)
    into = ["--quiet", "--disable-pip-version-check", "--no-compile", "--target", str(tmp_path / "installed")]
    alone = ["--no-deps", "--no-build-isolation", "--no-index"]
    installed = subprocess.run(
        [sys.executable, "-m", "pip", "install", *into, *alone, "."],
        cwd=tmp_path / "build",
        capture_output=True,
        text=True,
    )
    assert installed.returncode == 0, installed.stderr
    assert files_of(tmp_path / "installed", "graph", "extract", "api") == code
