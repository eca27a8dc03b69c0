"""Answers that are kept until the graph changes: a question asked again costs no reading of the store."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.errors import StoreError

ANSWERS = 32_000_000  # bytes of answers that are kept
LONGEST = 1_000_000  # bytes of one that is
OVERHEAD = 4_000  # bytes of a key with its address, and of the headers


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer of a state of the graph."""

    revision: str
    start: Message
    body: bytes
    route: object

    @property
    def size(self) -> int:
        """Bytes that it takes, with its key and headers."""
        return len(self.body) + OVERHEAD


class KeptAnswers:
    """Keeps what `/v1` answers to GET, while the store says that nothing was written since.

    A key is all that an answer depends on: the address, the form asked for, and the day ("last year"). A
    store that cannot tell cheaply whether it changed (Neo4j) is always asked.
    """

    def __init__(self, app: ASGIApp, *, most: int = ANSWERS) -> None:
        self._app = app
        self._most = most
        self._size = 0
        self._answers: OrderedDict[tuple[object, ...], Kept] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        revision = _revision(scope)
        if revision is None:
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        address = scope["scheme"], headers.get("host"), scope["path"], scope["query_string"]
        key = (address, tuple(headers.getlist("accept")), date.today())
        kept = self._found(key, revision)
        if kept is not None:
            scope["route"] = kept.route  # who counts requests by route counts this one too
            await send({**kept.start, "headers": list(kept.start["headers"])})
            await send({"type": "http.response.body", "body": kept.body})
            return
        start: Message | None = None

        async def sending(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = {**message, "headers": list(message["headers"])} if message["status"] == 200 else None
            elif start is not None and not message.get("more_body", False):
                self._keep(key, Kept(revision, start, message.get("body", b""), scope.get("route")))
            else:
                start = None  # comes in pieces
            await send(message)

        await self._app(scope, receive, sending)

    def _found(self, key: tuple[object, ...], revision: str) -> Kept | None:
        kept = self._answers.get(key)
        if kept is None:
            return None
        if kept.revision != revision:
            self._drop(key)
            return None
        self._answers.move_to_end(key)
        return kept

    def _keep(self, key: tuple[object, ...], kept: Kept) -> None:
        if len(kept.body) > LONGEST:
            return
        if key in self._answers:
            self._drop(key)
        self._answers[key] = kept
        self._size += kept.size
        while self._size > self._most:
            self._drop(next(iter(self._answers)))

    def _drop(self, key: tuple[object, ...]) -> None:
        self._size -= self._answers.pop(key).size


def _revision(scope: Scope) -> str | None:
    """The state of the graph, where an answer depends on it; a store that fails is told of by the route."""
    if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].startswith("/v1/"):
        return None
    try:
        return scope["app"].state.services.store.revision()  # type: ignore[no-any-return]  # a state holds anything
    except StoreError:
        return None
