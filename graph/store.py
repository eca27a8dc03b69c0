"""What a store of the graph does, in the domain's words. No SQL, no Cypher shows through."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, Self

from graph.errors import StoreError
from graph.model import Actor, Event, Reading
from graph.query import (
    ActorPage,
    ActorRow,
    Bucket,
    EventQuery,
    Evidence,
    EvidencePage,
    Page,
    RelationPage,
    RelationRow,
    StoredArticle,
    Timeline,
    Totals,
)
from graph.storing import Marks, Outcome

Links = set[tuple[str, str]]


class Store(Protocol):
    """A graph that lasts. Every method is one transaction, is safe to call from several threads, and
    raises StoreUnavailable when the store cannot be reached or written just now.

    `migrated_from` is the version that opening found, where it had to be brought up to this one; `batch` is
    how many events are best added together.
    """

    uri: str
    batch: int
    migrated_from: int | None

    def add(self, readings: Iterable[Reading]) -> list[Outcome]:
        """Take in articles with their events, all or none; one outcome each, in their order.

        An article of the same text, extractor and codebook is left alone; otherwise its events take
        the place of the ones it had. Counts and actors follow in the same transaction.
        """
        ...

    def marks(self, article_ids: Iterable[str]) -> dict[str, Marks]:
        """How the articles of these ids were read; those that are not stored are left out."""
        ...

    def remove(self, article_id: str) -> bool:
        """Delete an article with its events, their counts, and actors that nothing mentions any more."""
        ...

    def article(self, article_id: str) -> StoredArticle | None: ...

    def articles(self, query: EventQuery | None = None) -> Iterator[StoredArticle]:
        """Every article by id, for export: all, or those with events of a query."""
        ...

    def relations(self, query: EventQuery, page: Page) -> RelationPage:
        """Who does what to whom: events grouped by source, relation and target."""
        ...

    def all_relations(self, query: EventQuery) -> Iterator[RelationRow]:
        """The same, every row, for export."""
        ...

    def links(self, query: EventQuery, actors: Collection[str], *, backwards: bool = False) -> Links:
        """The steps that lead from these nodes along events of the query, or backwards to them.

        Pairs (source, target) of node ids at the query's level; `actors` are node ids at that level too.
        """
        ...

    def timeline(self, query: EventQuery, bucket: Bucket) -> Timeline:
        """How much happened when, in steps of time."""
        ...

    def evidence(self, query: EventQuery, page: Page) -> EvidencePage:
        """The events behind an answer, with their articles."""
        ...

    def events(self, query: EventQuery) -> Iterator[Event]:
        """Every event of a query by id, for export."""
        ...

    def actors_of(self, query: EventQuery) -> Iterator[Actor]:
        """The actors at the ends of a query's events, at its level and by id, for export."""
        ...

    def event(self, event_id: str) -> Evidence | None: ...

    def actors(self, ids: Iterable[str] | None, page: Page) -> ActorPage:
        """Actors of the graph, the busiest first: the ones of these ids, or all."""
        ...

    def actor(self, actor_id: str) -> ActorRow | None: ...

    def find_actors(self, text: str) -> list[str]:
        """Ids of actors whose name or id contains the text, regardless of case."""
        ...

    def actors_called(self, names: Collection[str]) -> list[Actor]:
        """Actors whose name or id is one of these, regardless of case and of a "the" before it; by id."""
        ...

    def totals(self) -> Totals: ...

    def revision(self) -> str | None:
        """A mark that changes with everything that is written, by whomever; it takes microseconds to tell.

        None where the store could tell only by asking its server. A mark means nothing to another process.
        """
        ...

    def check(self) -> None:
        """Raise StoreUnavailable or ForeignStore unless the store answers and is ours."""
        ...

    def close(self) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """Who we are to a server, and in which of its databases; a file needs none of it."""

    user: str = "neo4j"
    password: str | None = field(default=None, repr=False)
    database: str | None = None


def open_store(
    uri: str,
    login: Login | None = None,
    *,
    migrate: bool = False,
    patience: float | None = None,
    seconds: float | None = None,
) -> Store:
    """Open the store of a URI: `sqlite:///relative.db`, `sqlite:////absolute.db`, `neo4j://host`, `bolt://host`.

    An older graph in a file is brought up to this version as it is opened, one on a server only with
    `migrate`. A server that is away is waited for, `patience` seconds long, before a call fails. A question
    that takes longer than `seconds` is given up with QueryTooLong, a list for export if its first row does.

    Raises StoreError for a URI of another kind, StoreUnavailable or ForeignStore as the store says.
    """
    scheme, separator, rest = uri.partition("://")
    # The driver of the store in use, and no other, is imported.
    if separator and scheme == "sqlite" and rest.startswith("/") and rest != "/":
        from graph.sqlite_store import SqliteStore

        return SqliteStore(Path(rest[1:]).expanduser(), seconds=seconds)
    if separator and scheme in SERVERS and rest:
        from graph.neo4j_store import PATIENCE, Neo4jStore

        waits = PATIENCE if patience is None else patience
        return Neo4jStore(uri, login or Login(), migrate=migrate, patience=waits, seconds=seconds)
    raise StoreError(
        f"{uri!r} is no store; write sqlite:///relative.db, sqlite:////absolute.db or neo4j://host"
    )


SERVERS = frozenset({"neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"})
