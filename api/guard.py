"""Who may speak to the server, and how much at once: checked before anything is parsed."""

import ipaddress
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import problem

OWN_HOSTS = ("127.0.0.1", "localhost", "[::1]")
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
}


def own_host(host: str) -> Iterable[str]:
    """The name under which a server that listens on an address is called, unless it listens on all."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return (host,)
    if address.is_unspecified:
        return ()
    return (f"[{host}]" if address.version == 6 else host,)


class HostCheck:
    """Answers only to its own names. A page elsewhere cannot read the graph by pointing its name at us."""

    def __init__(self, app: ASGIApp, *, allowed: Iterable[str]) -> None:
        self._app = app
        self._allowed = frozenset(host.strip().lower() for host in (*OWN_HOSTS, *allowed))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        hosts = Headers(scope=scope).getlist("host")
        if len(hosts) != 1:
            await problem(400, "A request needs one Host header.")(scope, receive, send)
        elif not self._known(hosts[0].lower()):
            detail = (
                f"This server does not answer to {hosts[0]!r}; its operator can add it to GKG_ALLOWED_HOSTS."
            )
            await problem(421, detail)(scope, receive, send)
        else:
            await self._app(scope, receive, self._with_headers(send))

    def _known(self, host: str) -> bool:
        name, colon, port = host.rpartition(":")
        bare = name if colon and port.isdigit() else host
        return bool({host, bare} & self._allowed)

    @staticmethod
    def _with_headers(send: Send) -> Send:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for key, value in HEADERS.items():
                    headers.setdefault(key, value)
            await send(message)

        return sending


class BodyLimit:
    """Stops reading a request's body at the limit, declared or chunked."""

    def __init__(self, app: ASGIApp, *, limit: int) -> None:
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        declared = Headers(scope=scope).get("content-length", "")
        if declared.isdigit() and int(declared) > self._limit:
            await problem(413, self._words())(scope, receive, send)
            return
        read = 0

        async def receiving() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self._limit:
                raise HTTPException(413, self._words())
            return message

        await self._app(scope, receiving, send)

    def _words(self) -> str:
        return f"The body is larger than {self._limit:,} bytes; send the articles in several requests."
