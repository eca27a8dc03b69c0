"""One log line a request, and an id that ties all its lines together; who counts requests is told as well."""

import re
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = structlog.stdlib.get_logger("gkg.requests")
HEADER = "X-Request-ID"
GIVEN = re.compile(r"[A-Za-z0-9._-]{1,64}")
QUIET = frozenset({"/healthz", "/readyz", "/metrics"})  # asked every few seconds; logged at debug


@dataclass(frozen=True, slots=True)
class Served:
    """A request that was answered: by which route, how, and how many seconds until the last byte."""

    method: str
    route: str
    status: int
    seconds: float


class RequestLog:
    """Logs method, path, status and time of each request, never its query, headers or body.

    A proxy may give the id in `X-Request-ID`; the answer carries it, and so does every line that is logged
    while the request is served.
    """

    def __init__(self, app: ASGIApp, *, count: Callable[[Served], None]) -> None:
        self._app = app
        self._count = count

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get(HEADER, "")
        request = given if GIVEN.fullmatch(given) else uuid.uuid4().hex
        start = time.perf_counter()
        status = 500

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = request
            await send(message)

        with structlog.contextvars.bound_contextvars(request=request):
            try:
                await self._app(scope, receive, sending)
            finally:
                method, path, seconds = scope["method"], scope["path"], time.perf_counter() - start
                self._count(Served(method, _route(scope), status, seconds))
                write = log.debug if path in QUIET else log.info
                write("request", method=method, path=path, status=status, ms=round(seconds * 1000, 1))


def _route(scope: Scope) -> str:
    """The path of the route that answered, as the description has it; whatever came to none is one."""
    if scope["path"].startswith(("/web/", "/swagger/")):
        return "static"
    return getattr(scope.get("route"), "path_format", "none")
