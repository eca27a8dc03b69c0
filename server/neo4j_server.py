"""One running Neo4j server on loopback: started, killed, started again on the same data, stopped.

with Neo4jServer(Path("home"), password="a-password") as server:
    GraphDatabase.driver(server.uri, auth=(server.user, server.password))
"""

import atexit
import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Self

from neo4j import GraphDatabase
from neo4j.exceptions import AuthError, Neo4jError, ServiceUnavailable, SessionExpired

from server.assembly import ServerError, assemble

FIRST_PASSWORD = "neo4j"
START = 120.0  # seconds that a start may take on a slow machine
STOP = 30.0  # seconds for a clean end, before it is killed
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
SETTINGS = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.bolt.advertised_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.http.advertised_address=127.0.0.1:{http}
server.https.enabled=false
dbms.usage_report.enabled=false
client.allow_telemetry=false
server.memory.heap.initial_size={heap}
server.memory.heap.max_size={heap}
server.memory.pagecache.size={page_cache}
db.tx_log.rotation.retention_policy=1 files
browser.remote_content_hostname_whitelist=localhost,127.0.0.1
"""


class Neo4jServer:
    """A server with its data in one folder. Ports that are not given are free ones."""

    user = "neo4j"

    def __init__(
        self,
        home: Path,
        *,
        password: str,
        bolt_port: int | None = None,
        http_port: int | None = None,
        heap: str = "512m",
        page_cache: str = "128m",
    ) -> None:
        self.home = home
        self.password = password
        self.bolt_port = bolt_port or free_port()
        self.http_port = http_port or free_port()
        self._memory = {"heap": heap, "page_cache": page_cache}
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.bolt_port}"

    @property
    def browser(self) -> str:
        """Where its Browser is."""
        return f"http://127.0.0.1:{self.http_port}/browser/"

    @property
    def pid(self) -> int:
        """The process. Raises ServerError where none runs."""
        if self._process is None:
            raise ServerError("the server does not run")
        return self._process.pid

    def start(self) -> None:
        """Start, and wait until it answers. Raises ServerError, with what its log says last."""
        for port in (self.bolt_port, self.http_port):
            if is_taken(port):
                raise ServerError(f"port {port} is taken; stop what runs there or choose another")
        jars = assemble()
        conf = self.home / "conf"
        conf.mkdir(parents=True, exist_ok=True)
        settings = SETTINGS.format(bolt=self.bolt_port, http=self.http_port, **self._memory)
        (conf / "neo4j.conf").write_text(settings)
        command = ["java", f"-Xmx{self._memory['heap']}", f"-Xms{self._memory['heap']}", "-XX:+UseG1GC"]
        command += [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED]
        command += ["-cp", f"{jars}/*", "org.neo4j.server.CommunityEntryPoint"]
        command += [f"--home-dir={self.home}", f"--config-dir={conf}", "--console-mode"]
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C is for who started it, which then ends it in order
                preexec_fn=_end_with_parent if sys.platform == "linux" else None,
            )
        atexit.register(self.kill)
        try:
            self._wait()
        except BaseException:
            self.kill()
            raise

    @property
    def log(self) -> Path:
        return self.home / "server.log"

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End it in order."""
        self._end(signal.SIGTERM)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        atexit.unregister(self.kill)
        if process is None:
            return
        process.send_signal(how)
        try:
            process.wait(STOP)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _wait(self) -> None:
        assert self._process is not None
        until = time.monotonic() + START
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > until:
                last = " | ".join(self.log.read_text(errors="replace").splitlines()[-3:])
                raise ServerError(f"the Neo4j server did not start; {self.log} says: {last}")
            time.sleep(0.2)

    def _answers(self) -> bool:
        """Whether it takes our password; the one it is born with is changed at the first start."""
        if not is_taken(self.bolt_port):
            return False
        try:
            with GraphDatabase.driver(self.uri, auth=(self.user, self.password)) as driver:
                driver.execute_query("RETURN 1")
            return True
        except AuthError:
            return self._set_password()
        except (ServiceUnavailable, SessionExpired, Neo4jError):
            return False

    def _set_password(self) -> bool:
        born = GraphDatabase.driver(self.uri, auth=(self.user, FIRST_PASSWORD))
        try:
            with born, born.session(database="system") as session:
                session.run(
                    "ALTER CURRENT USER SET PASSWORD FROM $old TO $new",
                    old=FIRST_PASSWORD,
                    new=self.password,
                ).consume()
        except AuthError as error:
            raise ServerError(
                f"{self.home}: the server there has another password; give it as GKG_NEO4J_PASSWORD"
            ) from error
        return False


def free_port() -> int:
    """A port of loopback that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_taken(port: int) -> bool:
    """Whether something listens on a port of loopback."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _end_with_parent() -> None:
    """In the new process: end when the one that started it ends, however that comes about (Linux)."""
    set_death_signal = 1
    ctypes.CDLL(None).prctl(set_death_signal, signal.SIGTERM)
    if os.getppid() == 1:
        os._exit(1)
