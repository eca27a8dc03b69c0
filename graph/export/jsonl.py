"""JSON lines: events as `gkg extract` writes them, articles as they are loaded, relations as answered."""

import json
from collections.abc import Iterator

from graph.query import EventQuery
from graph.records import Record, article_record, event_record, relation_record
from graph.store import Store


def relations(store: Store, query: EventQuery) -> Iterator[str]:
    """One line a source, relation and target."""
    return (_line(relation_record(row)) for row in store.all_relations(query))


def events(store: Store, query: EventQuery) -> Iterator[str]:
    """One line an event; `gkg load --events` reads them back."""
    return (_line(event_record(event)) for event in store.events(query))


def articles(store: Store, query: EventQuery) -> Iterator[str]:
    """One line an article with its hash, extractor and codebook; if filtered, those with such events."""
    is_open = query == EventQuery(negated=None, modality=(), level=query.level)
    for stored in store.articles(None if is_open else query):
        marks = {"hash": stored.hash, "extractor": stored.extractor, "codebook": stored.codebook}
        yield _line(article_record(stored.article) | marks)


def _line(record: Record) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"
