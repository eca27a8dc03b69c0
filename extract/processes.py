"""Articles read by several processes side by side, each with an extractor of its own."""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from types import TracebackType
from typing import TypeVar

from extract.pipeline import Extractor
from graph.errors import GkgError
from graph.model import Article, Reading

T = TypeVar("T")

AHEAD = 8
"""Articles that wait for each process: enough that none is idle, few enough that memory stays flat."""


class ProcessEnded(GkgError):
    """One of the processes was ended from outside, most often for want of memory."""


class Extractors:
    """Reads articles as one extractor does, in the same order, with several processes.

    `build` makes the extractor of a process; it is sent there, so it must be a function of a module. Each
    process loads the model and the codebook anew, which takes seconds: worth it from some hundred articles.
    """

    def __init__(self, processes: int, build: Callable[[], Extractor]) -> None:
        self._processes = processes
        # What a fork would copy of threads and locks is not known; a spawned process begins clean.
        self._pool = ProcessPoolExecutor(
            processes, mp_context=get_context("spawn"), initializer=_begin, initargs=(build,)
        )

    def __enter__(self) -> "Extractors":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=True)

    @property
    def version(self) -> str:
        """The version of rules and model, as `Extractor.version`."""
        return self._result(self._pool.submit(_version))

    def extract_all(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """Each article with its events, in the order given: whenever another article comes, all that is read.

        Raises ProcessEnded where a process is ended from outside; what it had not read yet is not lost to
        the caller, who has its articles.
        """
        waiting: deque[Future[Reading]] = deque()
        for article in articles:
            waiting.append(self._pool.submit(_read, article))
            while waiting and (len(waiting) >= AHEAD * self._processes or waiting[0].done()):
                yield self._result(waiting.popleft())
        while waiting:
            yield self._result(waiting.popleft())

    def _result(self, future: Future[T]) -> T:
        try:
            return future.result()
        except BrokenProcessPool as error:
            raise ProcessEnded(
                f"one of {self._processes} processes that read articles was ended by the system; "
                "give fewer --processes, each takes about 350 MB"
            ) from error


_extractor: Extractor | GkgError | None = None
"""That of this process, or why it has none."""


def _begin(build: Callable[[], Extractor]) -> None:
    global _extractor
    threading.Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who is asked to stop is the one who began it
    try:
        _extractor = build()
    except GkgError as error:
        _extractor = error


def _end_with_parent() -> None:
    """End when whoever began this process is gone, however that came: nobody is left to read for."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _own() -> Extractor:
    if _extractor is None:
        raise RuntimeError("this process was not begun by Extractors")
    if isinstance(_extractor, GkgError):
        raise _extractor
    return _extractor


def _version() -> str:
    return _own().version


def _read(article: Article) -> Reading:
    return _own().extract(article)
