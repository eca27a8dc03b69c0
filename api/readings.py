"""Event lines and article lines back into readings: what `extract` and `export` wrote, loaded again."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any, BinaryIO

from extract.text.articles import Load, article_of
from graph.errors import GkgError, Rejected
from graph.model import Article, Event, Reading, Span
from graph.records import event_of

UNKNOWN = "unknown"  # extractor and codebook of lines that do not name theirs


def read_readings(
    events: str, articles: str | None, *, stdin: BinaryIO, limit: int
) -> Iterator[Reading | Rejected]:
    """Each article with its events. Lines may stand in any order; only their places are kept in memory.

    Without an articles file an article is only its id: its text stays empty. With one, an event whose
    article is missing, or whose offsets do not hold its words, is rejected by name.
    """
    with ExitStack() as stack:
        lines = stack.enter_context(_seekable(events, stdin))
        places: dict[str, list[tuple[int, int]]] = {}
        for number, start, line in _numbered(lines):
            name = f"{events}:{number}"
            try:
                places.setdefault(_event(line, name).article, []).append((number, start))
            except Rejected as rejected:
                yield rejected
        if articles is None:
            for id, found in places.items():
                yield from _reading(None, {"id": id}, lines, events, found)
            return
        given = stack.enter_context(_opened(articles))
        load = Load()
        for number, _, line in _numbered(given):
            name = f"{articles}:{number}"
            try:
                record = _object(line, name)
                article = load.take(article_of(record, name=name, limit=limit), name=name)
            except Rejected as rejected:
                yield rejected
                continue
            if isinstance(article, Rejected):
                yield article
            else:
                yield from _reading(article, record, lines, events, places.pop(article.id, []))
        for id, found in places.items():
            number = found[0][0]
            yield Rejected(
                f"{events}:{number}", f"{articles} has no article {id!r}; {len(found)} events are left out"
            )


def _reading(
    article: Article | None, record: dict[str, Any], lines: BinaryIO, name: str, places: list[tuple[int, int]]
) -> Iterator[Reading | Rejected]:
    events: dict[str, Event] = {}
    for number, start in places:
        lines.seek(start)
        event = _event(lines.readline(), f"{name}:{number}")
        wrong = _misplaced(event, article) if article else None
        if wrong:
            yield Rejected(f"{name}:{number}", wrong)
        else:
            events[event.id] = event
    if article is None:
        published = next((event.published for event in events.values()), None)
        article = Article(id=record["id"], text="", published=published)
    yield Reading(
        article=article,
        events=tuple(events.values()),
        extractor=str(record.get("extractor") or UNKNOWN),
        codebook=str(record.get("codebook") or UNKNOWN),
    )


def _misplaced(event: Event, article: Article) -> str | None:
    """Which words of an event do not stand where it says."""
    text = (article.title or "") if event.field == "title" else article.text
    spans: dict[str, Span | None] = {
        "sentence": event.sentence,
        "trigger": event.trigger,
        "source": event.source.mention,
        "target": event.target.mention,
    }
    for key, span in spans.items():
        if span is not None and text[span.start : span.end] != span.text:
            return f"the {key} {span.text[:40]!r} does not stand at {span.start} of article {article.id!r}"
    return None


def _numbered(stream: BinaryIO) -> Iterator[tuple[int, int, bytes]]:
    """The lines that hold something, each with its number and the place where it begins."""
    stream.seek(0)
    start = 0
    for number, line in enumerate(stream, start=1):
        if line.strip():
            yield number, start, line
        start += len(line)


def _event(line: bytes, name: str) -> Event:
    return event_of(_object(line, name), name=name)


def _object(line: bytes, name: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Rejected(name, f"not JSON: {error}") from error
    if not isinstance(record, dict):
        raise Rejected(name, "not a JSON object")
    return record


def _seekable(path: str, stdin: BinaryIO) -> BinaryIO:
    if path != "-":
        return _opened(path)
    copy = tempfile.TemporaryFile()  # noqa: SIM115  # the caller closes it
    shutil.copyfileobj(stdin, copy)
    return copy


def _opened(path: str) -> BinaryIO:
    try:
        return open(path, "rb")
    except OSError as error:
        raise GkgError(f"{path}: cannot be read: {error.strerror}") from error
