"""A proxy on loopback in front of a Neo4j server, to do to connections what networks do to them."""

import contextlib
import random
import socket
import threading
from typing import Self
from urllib.parse import urlsplit

COMMIT = b"\x00\x02\xb0\x12\x00\x00"  # the Bolt message, in a chunk of its own


class Proxy:
    """Passes bytes on, both ways.

    With `lost_commits` it loses the answer to that share of COMMITs: the server has done as it was told, and
    the connection breaks before it can say so. With `server_calls_itself` the server's name is another, of
    the same length. `cut()` takes the server away, `mend()` brings it back at the same address.
    """

    def __init__(
        self, uri: str, *, lost_commits: float = 0.0, server_calls_itself: tuple[bytes, bytes] | None = None
    ) -> None:
        self._server = urlsplit(uri).hostname or "", urlsplit(uri).port or 7687
        self._lost_commits = lost_commits
        self._renamed = server_calls_itself
        self._chance = random.Random(1)
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._listener: socket.socket | None = None
        self._port = 0
        self.lost = 0

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self._port}"

    def __enter__(self) -> Self:
        self.mend()
        return self

    def __exit__(self, *_: object) -> None:
        self.cut()

    def mend(self) -> None:
        listener = socket.create_server(("127.0.0.1", self._port))
        self._listener, self._port = listener, listener.getsockname()[1]
        threading.Thread(target=self._accept, args=[listener], daemon=True).start()

    def cut(self) -> None:
        with self._lock:
            listener, self._listener = self._listener, None
            open_now = [*self._open]
        if listener is not None:
            with contextlib.suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()
        _break(*open_now)

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            try:
                server = socket.create_connection(self._server)
            except OSError:
                _break(client)
                continue
            with self._lock:
                if self._listener is not listener:
                    _break(client, server)
                    return
                self._open |= {client, server}
            losing = threading.Event()
            for pass_on in (self._to_server, self._to_client):
                threading.Thread(target=pass_on, args=[client, server, losing], daemon=True).start()

    def _to_server(self, client: socket.socket, server: socket.socket, losing: threading.Event) -> None:
        tail = b""
        with contextlib.suppress(OSError):
            while data := client.recv(65536):
                met = COMMIT in tail + data
                if met and self._chance.random() < self._lost_commits:
                    losing.set()
                tail = data[-len(COMMIT) + 1 :]
                server.sendall(data)
        self._end(client, server)

    def _to_client(self, client: socket.socket, server: socket.socket, losing: threading.Event) -> None:
        with contextlib.suppress(OSError):
            while data := server.recv(65536):
                if losing.is_set():
                    self.lost += 1
                    break
                client.sendall(data.replace(*self._renamed) if self._renamed else data)
        self._end(client, server)

    def _end(self, *ends: socket.socket) -> None:
        with self._lock:
            self._open -= {*ends}
        _break(*ends)


def _break(*ends: socket.socket) -> None:
    for end in ends:
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()
