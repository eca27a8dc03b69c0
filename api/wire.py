"""How much uvicorn reads and how patiently, before an application gets to see a request."""

import asyncio
import json

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

LONGEST_HEAD = 65_536  # bytes of a request's first line and headers
HEAD_SECONDS = 10.0  # from the connection, or the last answer, until they are there
READING_SECONDS = 60.0  # that a client may leave an answer lying that is sent to it
TOO_LONG = f"The headers are longer than {LONGEST_HEAD:,} bytes."


class Wire(HttpToolsProtocol):
    """Reads HTTP as uvicorn does, but not headers without end, nor from or to who never goes on."""

    _timer: asyncio.TimerHandle | None = None
    _stuck: asyncio.TimerHandle | None = None
    _in_head = True
    _refused = False
    _head = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in uvicorn
        super().connection_made(transport)
        self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._end(self._timer)
        self._end(self._stuck)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self._in_head:
            self._head += len(data)
        super().data_received(data)
        if self._in_head and self._head > LONGEST_HEAD:
            self._refuse(431, TOO_LONG)

    def on_headers_complete(self) -> None:
        self._in_head, self._head = False, 0
        self._end(self._timer)
        if len(self.url) + sum(len(name) + len(value) for name, value in self.headers) > LONGEST_HEAD:
            self._refuse(431, TOO_LONG)  # it came in one piece
        if not self._refused:
            super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        if not self._refused:
            super().on_body(body)

    def on_message_complete(self) -> None:
        self._in_head = True
        if not self._refused:
            super().on_message_complete()

    def on_response_complete(self) -> None:
        waiting = not self.pipeline
        super().on_response_complete()
        if waiting and not self.transport.is_closing():
            self._await_head()  # also ends who sends on what nobody reads any more

    def pause_writing(self) -> None:
        super().pause_writing()
        self._end(self._stuck)
        self._stuck = self.loop.call_later(READING_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        self._end(self._stuck)
        super().resume_writing()

    def _await_head(self) -> None:
        self._end(self._timer)
        self._timer = self.loop.call_later(HEAD_SECONDS, self._no_head)

    def _no_head(self) -> None:
        if self._head:
            self._refuse(408, f"The headers did not come within {HEAD_SECONDS:.0f} s.")
        else:
            self.transport.close()

    def _refuse(self, status: int, detail: str) -> None:
        """Answer without an application and hang up."""
        self._refused = True
        if self.transport.is_closing():
            return
        line = STATUS_LINE[status]
        title = line.split(b" ", 2)[2].strip().decode()
        body = json.dumps(
            {"type": "about:blank", "title": title, "status": status, "detail": detail}
        ).encode()
        self.transport.write(
            line + b"content-type: application/problem+json\r\nconnection: close\r\n"
            b"content-length: %d\r\n\r\n" % len(body) + body
        )
        self.transport.close()

    @staticmethod
    def _end(timer: asyncio.TimerHandle | None) -> None:
        if timer is not None:
            timer.cancel()
