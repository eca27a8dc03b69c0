"""Logs go to standard error, one event a line; standard output belongs to data."""

import logging
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TextIO

import structlog


class _StandardError(logging.StreamHandler[TextIO]):
    """Writes to whatever standard error is just now, not to what it was when logging began."""

    def __init__(self) -> None:
        logging.Handler.__init__(self)

    @property
    def stream(self) -> TextIO:  # type: ignore[override]  # an attribute there, looked up anew here
        return sys.stderr


@dataclass(frozen=True, slots=True)
class _Lines:
    """Where structlog writes: standard error itself, since the way over logging takes as long again."""

    name: str

    def msg(self, line: str) -> None:
        with suppress(OSError):  # no request fails because its line cannot be written
            sys.stderr.write(line + "\n")

    debug = info = warning = error = critical = msg


def set_up_logs(level: str, *, as_json: bool = False) -> None:
    """Send structlog's and the standard library's log lines to standard error in one form."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    written: list[structlog.typing.Processor] = (
        [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]
        if as_json
        else [
            structlog.dev.ConsoleRenderer(
                colors=sys.stderr.isatty(),
                # Its usual one writes out all local variables: texts and keys, and half a minute long.
                exception_formatter=structlog.dev.plain_traceback,
            )
        ]
    )
    handler = _StandardError()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *written],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    structlog.configure(
        processors=[*shared, *written],
        logger_factory=_Lines,
        wrapper_class=structlog.make_filtering_bound_logger(root.level),
        cache_logger_on_first_use=False,
    )
