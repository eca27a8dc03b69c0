"""What every GET gives: HEAD, and an ETag by which an answer that has not changed is not sent again."""

import hashlib
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class HeadersOnly:
    """Answers HEAD as GET would be answered, without its body. A body that is streamed is not made."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return
        over = False

        async def sending(message: Message) -> None:
            nonlocal over
            if message["type"] == "http.response.start":
                await send(message)
            elif over:
                raise _Enough  # as if the client were gone: nothing further is read from the store
            else:
                over = True
                await send({"type": "http.response.body", "body": b""})

        asked = {**scope, "method": "GET"}
        try:
            await self._app(asked, receive, sending)
        except (ClientDisconnect, _Enough):
            if not over:
                raise
        finally:
            scope["route"] = asked.get("route")  # for who counts


class _Enough(OSError):
    """The headers are out, and nothing else is wanted."""


class Revalidation:
    """Gives an answer that is sent in one piece an ETag, and 304 to who has it already.

    The tag is made of the body, so it holds for every store, and after a restart. What is streamed has none.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        known = Headers(scope=scope).getlist("if-none-match")
        start: Message | None = None

        async def sending(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start" and message["status"] == 200:
                start = message
                return
            if start is not None:
                first, start = start, None
                if not message.get("more_body", False) and _tag(first, message.get("body", b""), known):
                    message = {"type": "http.response.body", "body": b""}
                await send(first)
            await send(message)

        await self._app(scope, receive, sending)


def _tag(start: Message, body: bytes, known: Iterable[str]) -> bool:
    """Put the tag of a body among the headers; where it is known already, the answer becomes a 304."""
    headers = MutableHeaders(raw=start["headers"])
    if "etag" not in headers:
        headers["ETag"] = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        headers.setdefault("Cache-Control", "no-cache")  # may be kept, must be asked for again
    tags = {tag.strip().removeprefix("W/") for line in known for tag in line.split(",")}
    if not tags & {headers["ETag"].removeprefix("W/"), "*"}:
        return False
    start["status"] = 304
    for name in ("content-length", "content-type"):
        if name in headers:
            del headers[name]
    return True
