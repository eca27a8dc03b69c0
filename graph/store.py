"""What a store of the graph does, in the domain's words. No SQL, no Cypher shows through."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol, Self

from graph.errors import StoreError
from graph.model import Article, Event, Reading
from graph.query import (
    ActorPage,
    ActorRow,
    EventQuery,
    Evidence,
    EvidencePage,
    Page,
    RelationPage,
    RelationRow,
    StoredArticle,
    Totals,
)
from graph.storing import Outcome


class Store(Protocol):
    """A graph that lasts. Every method is one transaction, is safe to call from several threads, and
    raises StoreUnavailable when the store cannot be reached or written just now.
    """

    uri: str

    def add(self, readings: Iterable[Reading]) -> list[Outcome]:
        """Take in articles with their events, all or none; one outcome each, in their order.

        An article of the same text, extractor and codebook is left alone; otherwise its events take
        the place of the ones it had. Counts and actors follow in the same transaction.
        """
        ...

    def is_current(self, article: Article, extractor: str, codebook: str) -> bool:
        """Whether this very text is stored as this extractor and codebook read it."""
        ...

    def remove(self, article_id: str) -> bool:
        """Delete an article with its events, their counts, and actors that nothing mentions any more."""
        ...

    def article(self, article_id: str) -> StoredArticle | None: ...

    def articles(self) -> Iterator[StoredArticle]:
        """Every article by id, for export."""
        ...

    def relations(self, query: EventQuery, page: Page) -> RelationPage:
        """Who does what to whom: events grouped by source, relation and target."""
        ...

    def all_relations(self, query: EventQuery) -> Iterator[RelationRow]:
        """The same, every row, for export."""
        ...

    def evidence(self, query: EventQuery, page: Page) -> EvidencePage:
        """The events behind an answer, with their articles."""
        ...

    def events(self, query: EventQuery) -> Iterator[Event]:
        """Every event of a query by id, for export."""
        ...

    def event(self, event_id: str) -> Evidence | None: ...

    def actors(self, ids: Iterable[str] | None, page: Page) -> ActorPage:
        """Actors of the graph, the busiest first: the ones of these ids, or all."""
        ...

    def actor(self, actor_id: str) -> ActorRow | None: ...

    def find_actors(self, text: str) -> list[str]:
        """Ids of actors whose name or id contains the text, regardless of case."""
        ...

    def totals(self) -> Totals: ...

    def check(self) -> None:
        """Raise StoreUnavailable or ForeignStore unless the store answers and is ours."""
        ...

    def close(self) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


def open_store(uri: str) -> Store:
    """Open the store of a URI: `sqlite:///relative.db` or `sqlite:////absolute.db`.

    Raises StoreError for a URI of another kind, StoreUnavailable or ForeignStore as the store says.
    """
    from graph.sqlite_store import SqliteStore  # the driver of the store in use, and no other, is imported

    scheme, separator, rest = uri.partition("://")
    if separator and scheme == "sqlite" and rest.startswith("/") and rest != "/":
        return SqliteStore(Path(rest[1:]).expanduser())
    if scheme in ("neo4j", "bolt"):
        raise StoreError(f"{uri}: stores on Neo4j are not built yet; use sqlite:///graph.db")
    raise StoreError(f"{uri!r} is no store; write sqlite:///relative.db or sqlite:////absolute.db")
