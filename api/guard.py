"""Who may speak to the server, how much at once and how slowly: checked before anything is parsed."""

import asyncio
import ipaddress
import re
import time
from collections.abc import Iterable
from urllib.parse import parse_qsl

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import problem

LONGEST_ADDRESS = 8_192  # bytes; what other servers and proxies take at most, too
SLOWEST = 16_384  # bytes a second that a long body comes in at least
SECRETS = frozenset(("key", "apikey", "token", "accesstoken", "authorization", "password", "secret"))
KEY = re.compile(r"gkg_[0-9a-f]{8}_[0-9a-f]{64}")  # as `gkg key new` prints it

OWN_HOSTS = ("127.0.0.1", "localhost", "[::1]")
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data:; object-src 'none'; "
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


class SafeHeaders:
    """Tells browsers to load nothing from elsewhere, and to guess nothing."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for key, value in HEADERS.items():
                    headers.setdefault(key, value)
            await send(message)

        await self._app(scope, receive, sending)


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
            await self._app(scope, receive, send)

    def _known(self, host: str) -> bool:
        name, colon, port = host.rpartition(":")
        bare = name if colon and port.isdigit() else host
        return bool({host, bare} & self._allowed)


class AddressCheck:
    """Refuses addresses that are too long, and those with a key in them: every log keeps addresses."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        path, query = scope.get("raw_path") or scope["path"].encode(), scope["query_string"]
        if len(path) + len(query) > LONGEST_ADDRESS:
            detail = f"The address is longer than {LONGEST_ADDRESS:,} bytes; ask for less at once."
            scope["path"], scope["query_string"] = "/", b""  # nor does the log keep it
            await problem(414, detail)(scope, receive, send)
            return
        where = _secret_in(scope["path"], query.decode("latin-1"))
        if where:
            detail = (
                f"A key stands in the address ({where}), where logs and histories keep it. Send it as the "
                "header Authorization: Bearer KEY, and revoke this one if it was yours."
            )
            scope["path"], scope["query_string"] = "/", b""  # what the server logs is taken from here
            await problem(400, detail, kind="key-in-address")(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _secret_in(path: str, query: str) -> str | None:
    """Where a key stands in an address: the name of the parameter, or that it is in the path."""
    for name, value in parse_qsl(query, keep_blank_values=True):
        if re.sub("[^a-z]", "", name.lower()) in SECRETS:
            return f"as {name}"
        if KEY.search(name + " " + value):
            return "in its query"
    return "in its path" if KEY.search(path) else None


class BodyLimit:
    """Stops reading a request's body at the limit, declared or chunked, and where it comes too slowly."""

    def __init__(self, app: ASGIApp, *, limit: int, seconds: float) -> None:
        self._app = app
        self._limit = limit
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        declared = Headers(scope=scope).get("content-length", "")
        if declared.isdigit() and int(declared) > self._limit:
            await problem(413, self._words())(scope, receive, send)
            return
        read, waited = 0, 0.0
        whole = answered = False

        async def receiving() -> Message:
            nonlocal read, waited, whole
            if whole or answered:
                return await receive()
            asked = time.monotonic()
            try:
                message = await asyncio.wait_for(receive(), self._seconds + read / SLOWEST - waited)
            except TimeoutError:
                detail = (
                    f"The body came too slowly: {read:,} bytes in {self._seconds + read / SLOWEST:.0f} s."
                )
                raise HTTPException(408, detail, headers={"Connection": "close"}) from None
            waited += time.monotonic() - asked
            read += len(message.get("body", b""))
            whole = not message.get("more_body", False)
            if read > self._limit:
                raise HTTPException(413, self._words())
            return message

        async def sending(message: Message) -> None:
            nonlocal answered
            answered = True
            await send(message)

        await self._app(scope, receiving, sending)

    def _words(self) -> str:
        return f"The body is larger than {self._limit:,} bytes; send the articles in several requests."
