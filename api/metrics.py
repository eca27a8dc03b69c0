"""What is counted and timed while the server runs, in Prometheus' form at /metrics."""

import time
from collections.abc import Callable, Iterator
from typing import Any, cast

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from api.loading import Loaded
from api.requests import Served
from graph.model import Reading
from graph.store import Store

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """The figures of one server. Labels have few values: routes, not paths; faults, not words."""

    def __init__(self, version: str) -> None:
        self.registry = CollectorRegistry()
        known: dict[str, Any] = {"registry": self.registry}
        self.requests = Counter(
            "gkg_requests", "Requests by method, route and status.", ["method", "route", "status"], **known
        )
        self.seconds = Histogram(
            "gkg_request_seconds",
            "Seconds until the last byte of an answer.",
            ["route"],
            buckets=SECONDS,
            **known,
        )
        self.articles = Counter(
            "gkg_articles", "Articles taken in, by what became of them.", ["outcome"], **known
        )
        self.rejected = Counter(
            "gkg_rejected", "Articles rejected, by what was wrong with them.", ["fault"], **known
        )
        self.events = Counter("gkg_events", "Events found in texts, by relation.", ["relation"], **known)
        self.store = Histogram(
            "gkg_store_seconds",
            "Seconds of a call to the store, of lists until their last row.",
            ["call"],
            buckets=SECONDS,
            **known,
        )
        self.store_errors = Counter("gkg_store_errors", "Calls to the store that failed.", ["call"], **known)
        Gauge("gkg_info", "The version of gkg.", ["version"], **known).labels(version).set(1)

    def text(self) -> bytes:
        """All figures as they are now."""
        return generate_latest(self.registry)

    def count_served(self, served: Served) -> None:
        self.requests.labels(served.method, served.route, str(served.status)).inc()
        self.seconds.labels(served.route).observe(served.seconds)

    def count_loaded(self, loaded: Loaded) -> None:
        self.articles.labels(str(loaded.outcome or "rejected")).inc()
        if loaded.fault is not None:
            self.rejected.labels(str(loaded.fault)).inc()

    def count_read(self, reading: Reading) -> None:
        for event in reading.events:
            self.events.labels(event.relation).inc()

    def timed(self, store: Store) -> Store:
        """The store, its calls timed."""
        return cast(Store, _Timed(store, self))


class _Timed:
    """A store whose calls are timed by name; all else is the store's own."""

    def __init__(self, store: Store, metrics: Metrics) -> None:
        self._store = store
        self._metrics = metrics

    def revision(self) -> str | None:
        """Asked with every request, and too quick to be worth timing."""
        return self._store.revision()

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._store, name)
        return self._timing(name, found) if callable(found) and not name.startswith("_") else found

    def _timing(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def timing(*given: Any, **named: Any) -> Any:
            start = time.perf_counter()
            try:
                result = call(*given, **named)
            except Exception:
                self._metrics.store_errors.labels(name).inc()
                raise
            if isinstance(result, Iterator):
                return self._rows(name, result, start)
            self._metrics.store.labels(name).observe(time.perf_counter() - start)
            return result

        return timing

    def _rows(self, name: str, rows: Iterator[Any], start: float) -> Iterator[Any]:
        try:
            yield from rows
        except Exception:
            self._metrics.store_errors.labels(name).inc()
            raise
        finally:
            self._metrics.store.labels(name).observe(time.perf_counter() - start)
