"""`make neo4j`: a Neo4j server with its Browser, until Ctrl-C; `make run STORE=neo4j`: a command beside one.

python -m server                   # in the foreground
python -m server run COMMAND ...   # COMMAND with GKG_STORE set to it, then stop what was started
"""

import os
import secrets
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

from platformdirs import user_data_path

from api.settings import Settings
from server.assembly import ServerError
from server.neo4j_server import Neo4jServer, is_taken

BOLT, HTTP = 7687, 7474
FIRST_LOOK = "MATCH p=(:Country)-[:CONDEMN]->() RETURN p"


def main(arguments: list[str]) -> int:
    """Run the server, or a command beside it; every foreseen failure is one line on standard error."""
    home = user_data_path("gkg", appauthor=False) / "neo4j"
    try:
        if arguments[:1] == ["run"]:
            return _beside(home, arguments[1:])
        if arguments:
            print(__doc__, file=sys.stderr)
            return 2
        return _foreground(home)
    except ServerError as error:
        print(f"neo4j: {error}", file=sys.stderr)
        return 2


def _foreground(home: Path) -> int:
    with _server(home) as server:
        link = f"{server.browser}?dbms=bolt://{server.user}@127.0.0.1:{server.bolt_port}&db=neo4j"
        print(f"neo4j: {server.uri} answers, user {server.user}, password {_told(home)}")
        print(f"neo4j: Browser with a first question: {link}&cmd=edit&arg={quote(FIRST_LOOK)}")
        print("neo4j: in another window: make run STORE=neo4j; Ctrl-C ends the server", flush=True)
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            signal.pause()
        except KeyboardInterrupt:
            print("neo4j: ending", flush=True)
    return 0


def _beside(home: Path, command: list[str]) -> int:
    """The exit code of a command that finds the server in its environment."""
    server = _server(home)
    running = is_taken(server.bolt_port)
    if not running:
        print(f"neo4j: starting on {server.uri}, data in {home}", file=sys.stderr)
        server.start()
    environment = {"GKG_STORE": server.uri, "GKG_NEO4J_PASSWORD": server.password}
    environment["GKG_NEO4J_BROWSER"] = server.browser
    try:
        with subprocess.Popen(command, env=os.environ | environment) as child:  # noqa: TID251
            while True:
                try:
                    return child.wait()
                except KeyboardInterrupt:
                    continue  # the command was told too, and ends in its own way
    finally:
        if not running:
            server.stop()


def _server(home: Path) -> Neo4jServer:
    return Neo4jServer(
        home, password=_password(home), bolt_port=BOLT, http_port=HTTP, heap="1g", page_cache="512m"
    )


def _password(home: Path) -> str:
    """GKG_NEO4J_PASSWORD, or one made at random at the first start and kept beside the data."""
    given = Settings().login.password
    if given:
        return given
    kept = home / "password"
    if not kept.exists():
        home.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(12) + "\n")
    return kept.read_text().strip()


def _told(home: Path) -> str:
    return "as in GKG_NEO4J_PASSWORD" if Settings().login.password else f"in {home / 'password'}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
