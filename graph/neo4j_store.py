"""The store on a Neo4j server: what is asked of it is read here, what is written in graph/neo4j_writing.py.

Neo4j shows each statement what is committed at that moment. So a list for export, which is read page by
page, may hold some articles as they were before a change and some as they are after it; each row is whole.
"""

import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Self, TypeVar

from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    GraphDatabase,
    ManagedTransaction,
    NotificationMinimumSeverity,
    Query,
    Record,
    Session,
)
from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    DriverError,
    Forbidden,
    IncompleteCommit,
    Neo4jError,
)

from graph import neo4j_writing as writing
from graph.errors import QueryTooLong, StoreError, StoreUnavailable
from graph.gazetteer import folded_name
from graph.model import Actor, Article, Event, Kind, Reading
from graph.neo4j_conditions import ACTOR_ENDS, STATE_ENDS, event_conditions, order_key, pair_conditions
from graph.neo4j_schema import prepare
from graph.query import (
    ActorPage,
    ActorRow,
    Bucket,
    EventQuery,
    Evidence,
    EvidencePage,
    Level,
    Page,
    RelationPage,
    RelationRow,
    StoredArticle,
    Timeline,
    TimelineRow,
    Totals,
    cursor_of,
    is_counted_by_pairs,
    position_of,
)
from graph.records import event_of_text
from graph.store import Links, Login
from graph.storing import Marks, Outcome, check_reading, plan

PATIENCE = 5.0  # seconds that a call waits for a server that is away, unless told otherwise
CONNECT = 5.0  # seconds for one attempt to connect
STREAMED = 600.0  # seconds for a list that is read row by row, where questions are limited
EVENTS_A_PAGE = 1_000  # rows of an export that are fetched at a time
ARTICLES_A_PAGE = 20  # they carry their texts

Result = TypeVar("Result")


class Neo4jStore:
    """A Store on a server. Opening an empty database makes it a graph; another program's is refused."""

    batch = writing.SLICE

    def __init__(
        self,
        uri: str,
        login: Login,
        *,
        migrate: bool = False,
        patience: float = PATIENCE,
        seconds: float | None = None,
    ) -> None:
        self.uri = uri
        self.migrated_from: int | None = None
        self._login = login
        self._seconds = seconds
        self._migrate = migrate
        self._patience = patience
        self._closed = False
        self._writing = threading.Lock()  # waits here rather than on the server, each on a connection
        with self._errors():
            self._driver = GraphDatabase.driver(
                uri,
                auth=(login.user, login.password) if login.password is not None else None,
                max_transaction_retry_time=patience,
                connection_timeout=CONNECT,
                connection_acquisition_timeout=max(patience, CONNECT),
                notifications_min_severity=NotificationMinimumSeverity.OFF,
                user_agent="gkg",
            )
        try:
            self.check()
        except BaseException:
            self.close()
            raise

    def check(self) -> None:
        with self._errors():
            self._patiently(self._check)

    def close(self) -> None:
        self._closed = True
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Writing.

    def add(self, readings: Iterable[Reading]) -> list[Outcome]:
        """As the protocol has it; articles of more than some thousand events are written after the others."""
        given = list(readings)
        for reading in given:
            check_reading(reading)
        ids = list(dict.fromkeys(reading.article.id for reading in given))
        known = self.marks(ids)
        first = plan(given, known)
        if not first.changed:
            return first.outcomes
        large = {
            id
            for id, (reading, _) in first.changed.items()
            if writing.is_large(len(reading.events), known.get(id))
        }

        def work(tx: ManagedTransaction) -> None:
            planned = plan(given, writing.marks_of(tx, ids))
            changed = {id: what for id, what in planned.changed.items() if id not in large}
            writing.replace_articles(tx, changed)

        self._write(work)
        for id in ids:
            if id in large:
                writing.add_in_slices(self._write, *first.changed[id])
        return first.outcomes

    def marks(self, article_ids: Iterable[str]) -> dict[str, Marks]:
        ids = list(article_ids)
        return self._read(lambda session: writing.marks_of(session, ids)) if ids else {}

    def remove(self, article_id: str) -> bool:
        known = self.marks([article_id]).get(article_id)
        if known is None:
            return False
        if writing.is_large(0, known):
            writing.clear_in_slices(self._write, article_id)

        def work(tx: ManagedTransaction) -> None:
            gone = writing.events_of(tx, [article_id])
            writing.delete_events(tx, [event.id for events in gone for event in events])
            writing.delete_article(tx, article_id)
            writing.count(tx, [], gone)
            writing.drop_orphans(tx, gone)

        self._write(work)
        return True

    # Reading.

    def article(self, article_id: str) -> StoredArticle | None:
        rows = self._rows(f"MATCH (a:Article {{id: $id}}) {ARTICLE}", id=article_id)
        return _stored_article(rows[0]) if rows else None

    def articles(self, query: EventQuery | None = None) -> Iterator[StoredArticle]:
        asked, values = "MATCH (a:Article) RETURN a.id AS id", dict[str, Any]()
        if query is not None:
            where, values = event_conditions(query)
            asked = f"MATCH (e:Event) WHERE {where} RETURN DISTINCT e.article AS id"
        ids = sorted(row["id"] for row in self._rows(asked, **values))
        for batch in (ids[i : i + ARTICLES_A_PAGE] for i in range(0, len(ids), ARTICLES_A_PAGE)):
            rows = self._rows(f"UNWIND $ids AS id MATCH (a:Article {{id: id}}) {ARTICLE}", ids=batch)
            by_id = {row["id"]: row for row in rows}
            yield from (_stored_article(by_id[id]) for id in batch if id in by_id)

    def relations(self, query: EventQuery, page: Page) -> RelationPage:
        after = None
        if page.cursor is not None:
            after = position_of(page.cursor, [int, str, str, str])
        rows = self._relations(query, after, page.limit + 1)
        more = len(rows) > page.limit
        rows = rows[: page.limit]
        last = rows[-1] if more and rows else None
        return RelationPage(
            rows=tuple(rows),
            undated=0 if query.since is None and query.until is None else self._undated(query),
            next=cursor_of([last.events, last.source, last.relation, last.target]) if last else None,
        )

    def all_relations(self, query: EventQuery) -> Iterator[RelationRow]:
        asked, values = _grouped(query)
        for row in self._stream(f"{asked} RETURN {RELATION} {ORDER}", **values):
            yield RelationRow._make(row.values())

    def links(self, query: EventQuery, actors: Collection[str], *, backwards: bool = False) -> Links:
        if is_counted_by_pairs(query):
            types, where, values = pair_conditions(query)
            end = "t.id" if backwards else "s.id"
            asked = (
                f"MATCH (s:Actor)-[r{types}]->(t:Actor) WHERE {end} IN $actors AND {where} "
                "RETURN DISTINCT s.id AS source, t.id AS target"
            )
        else:
            where, values = event_conditions(query)
            source, target = _ends(query)
            asked = (
                f"MATCH (e:Event) WHERE {where} WITH DISTINCT {source} AS source, {target} AS target "
                f"WHERE {'target' if backwards else 'source'} IN $actors RETURN source, target"
            )
        rows = self._rows(asked, **values, actors=sorted(actors))
        return {(row["source"], row["target"]) for row in rows}

    def timeline(self, query: EventQuery, bucket: Bucket) -> Timeline:
        where, values = event_conditions(query)
        rows = self._rows(
            f"MATCH (e:Event) WHERE {where} AND e.day IS NOT NULL "
            f"RETURN {STEPS[bucket]} AS start, count(DISTINCT e.act) AS acts, count(*) AS events, "
            "count(e.attributed_to) AS claimed ORDER BY start",
            **values,
        )
        return Timeline(rows=tuple(TimelineRow(**row.data()) for row in rows), undated=self._undated(query))

    def evidence(self, query: EventQuery, page: Page) -> EvidencePage:
        where, values = event_conditions(query)
        if page.cursor is not None:
            day, id = position_of(page.cursor, [str, str])
            where += " AND (coalesce(e.day, '') < $day OR (coalesce(e.day, '') = $day AND e.id > $id))"
            values |= {"day": day, "id": id}
        order = "ORDER BY coalesce(e.day, '') DESC, e.id"
        rows = self._rows(
            f"MATCH (e:Event) WHERE {where} WITH e {order} LIMIT $limit {EVIDENCE} {order}",
            **values,
            limit=page.limit + 1,
        )
        found = [_evidence(row) for row in rows]
        shown = found[: page.limit]
        last = shown[-1].event if len(found) > page.limit and shown else None
        return EvidencePage(
            rows=tuple(shown),
            undated=0 if query.since is None and query.until is None else self._undated(query),
            next=cursor_of([last.when or "", last.id]) if last else None,
        )

    def events(self, query: EventQuery) -> Iterator[Event]:
        where, values = event_conditions(query)
        asked = (
            f"MATCH (e:Event) WHERE e.id > $after AND {where} "
            "RETURN e.id AS id, e.record AS record ORDER BY e.id LIMIT $limit"
        )
        for row in self._pages(asked, EVENTS_A_PAGE, **values):
            yield event_of_text(row["record"])

    def actors_of(self, query: EventQuery) -> Iterator[Actor]:
        if is_counted_by_pairs(query):
            types, where, values = pair_conditions(query)
            asked = f"MATCH (s:Actor)-[r{types}]->(t:Actor) WHERE {where} UNWIND [s, t] AS a"
        else:
            where, values = event_conditions(query)
            source, target = _ends(query)
            asked = (
                f"MATCH (e:Event) WHERE {where} UNWIND [{source}, {target}] AS id WITH DISTINCT id "
                "MATCH (a:Actor {id: id})"
            )
        for row in self._stream(f"{asked} WITH DISTINCT a RETURN a ORDER BY coalesce(a.key, a.id)", **values):
            yield _actor(row["a"])

    def event(self, event_id: str) -> Evidence | None:
        rows = self._rows(f"MATCH (e:Event {{id: $id}}) {EVIDENCE}", id=event_id)
        return _evidence(rows[0]) if rows else None

    def actors(self, ids: Iterable[str] | None, page: Page) -> ActorPage:
        where, values = "outgoing + incoming > 0", dict[str, Any]()
        match = "MATCH (a:Actor)"
        if ids is not None:
            match, where = "UNWIND $ids AS wanted MATCH (a:Actor {id: wanted})", "true"
            values["ids"] = list(dict.fromkeys(ids))
        if page.cursor is not None:
            busy, id = position_of(page.cursor, [int, str])
            where += " AND (outgoing + incoming < $busy OR (outgoing + incoming = $busy AND key > $key))"
            values |= {"busy": busy, "key": order_key(id)}
        rows = self._rows(
            f"{match} {DEGREES} WHERE {where} RETURN a, outgoing, incoming, key "
            "ORDER BY outgoing + incoming DESC, key LIMIT $limit",
            **values,
            limit=page.limit + 1,
        )
        found = [_actor_row(row) for row in rows]
        shown = found[: page.limit]
        last = shown[-1] if len(found) > page.limit and shown else None
        return ActorPage(
            rows=tuple(shown),
            next=cursor_of([last.outgoing + last.incoming, last.actor.id]) if last else None,
        )

    def actor(self, actor_id: str) -> ActorRow | None:
        rows = self._rows(f"MATCH (a:Actor {{id: $id}}) {DEGREES} RETURN a, outgoing, incoming", id=actor_id)
        return _actor_row(rows[0]) if rows else None

    def find_actors(self, text: str) -> list[str]:
        asked = (
            "MATCH (a:Actor) WHERE any(x IN a.folded WHERE x CONTAINS $text) RETURN a.id AS id ORDER BY id"
        )
        return [row["id"] for row in self._rows(asked, text=text.casefold())]

    def actors_called(self, names: Collection[str]) -> list[Actor]:
        folded = {folded_name(name) for name in names}
        spelt = sorted(folded | {f"the {name}" for name in folded})
        asked = "MATCH (a:Actor) WHERE any(x IN a.folded WHERE x IN $names) RETURN a"
        rows = self._rows(f"{asked} ORDER BY coalesce(a.key, a.id)", names=spelt) if names else []
        return [_actor(row["a"]) for row in rows]

    def totals(self) -> Totals:
        held = "count { (:Article) } AS articles, count { (:Event) } AS events, count { (:Actor) } AS actors"
        row = self._rows(f"RETURN {held}")[0]
        by_relation = self._rows(
            "MATCH (e:Event) RETURN e.relation AS relation, count(*) AS n ORDER BY relation"
        )
        return Totals(**row.data(), relations={r["relation"]: r["n"] for r in by_relation})

    def revision(self) -> str | None:
        return None

    def _relations(self, query: EventQuery, after: list[Any] | None, limit: int) -> list[RelationRow]:
        asked, values = _grouped(query)
        if after is not None:
            events, source_id, relation, target_id = after
            asked += f" WHERE {AFTER}"
            values["after"] = [events, order_key(source_id), relation, order_key(target_id)]
        # In one row, since the driver takes as long to make a row as to read a list.
        page = f"{asked} WITH * {ORDER} LIMIT $limit RETURN collect([{RELATION}]) AS rows"
        (found,) = self._rows(page, **values, limit=limit)
        return [RelationRow._make(row) for row in found["rows"]]

    def _undated(self, query: EventQuery) -> int:
        where, values = event_conditions(query, dated=False)
        rows = self._rows(f"MATCH (e:Event) WHERE {where} AND e.day IS NULL RETURN count(*) AS n", **values)
        return int(rows[0]["n"])

    # The server.

    def _rows(self, query: str, **values: Any) -> list[Record]:
        asked = Query(query, timeout=self._seconds)
        return self._read(lambda session: list(session.run(asked, values)))

    def _stream(self, query: str, **values: Any) -> Iterator[Record]:
        """Rows as they are asked for. What fails before the first is tried again, later it is told."""
        with self._errors(), ExitStack() as open_now:

            def attempt() -> tuple[Record | None, Iterator[Record]]:
                open_now.close()
                limit = None if self._seconds is None else max(self._seconds, STREAMED)
                asked = Query(query, timeout=limit)
                rows = iter(open_now.enter_context(self._session()).run(asked, values))
                return next(rows, None), rows

            first, rest = self._patiently(attempt)
            if first is not None:
                yield first
                yield from rest

    def _pages(self, query: str, size: int, **values: Any) -> Iterator[Record]:
        """All rows of a query in the order of their ids, fetched a page at a time."""
        after = ""
        while True:
            rows = self._rows(query, **values, after=after, limit=size)
            yield from rows
            if len(rows) < size:
                return
            after = rows[-1]["id"]

    def _read(self, work: Callable[[Session], Result]) -> Result:
        """Ask one statement, a transaction by itself: BEGIN and COMMIT would each be asked and answered."""

        def attempt() -> Result:
            with self._session(READ_ACCESS) as session:
                return work(session)

        with self._errors():
            return self._patiently(attempt)

    def _write(self, work: Callable[[ManagedTransaction], Result]) -> Result:
        """Run a writing transaction when it is our turn; once more where its fate is unknown.

        The answer to a COMMIT may be lost though it succeeded: so work must be such that doing it twice
        does it once.
        """

        def in_turn(tx: ManagedTransaction) -> Result:
            writing.take_turn(tx, self.uri)
            return work(tx)

        def attempt() -> Result:
            with self._session() as session:
                return session.execute_write(in_turn)

        with self._errors(), self._writing:
            return self._patiently(attempt)

    def _patiently(self, attempt: Callable[[], Result]) -> Result:
        """Try again, within our patience, what the driver does not: a lost COMMIT, a server that starts."""
        until = time.monotonic() + self._patience
        while True:
            try:
                return attempt()
            except (DriverError, Neo4jError) as error:
                again = isinstance(error, IncompleteCommit) or error.is_retryable()
                if not again or time.monotonic() > until:
                    raise
            time.sleep(0.2)

    def _session(self, access: str = WRITE_ACCESS) -> Session:
        if self._closed:
            raise StoreError(f"{self.uri}: the store is closed")
        return self._driver.session(database=self._login.database, default_access_mode=access)

    def _check(self) -> None:
        with self._session() as session:
            found = prepare(session, self.uri, migrate=self._migrate)
        self.migrated_from = found or self.migrated_from

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """Say what the server or the driver refuses, with the mend."""
        try:
            yield
        except UnicodeEncodeError as error:
            raise StoreError(f"{error.object!r} is not Unicode: it holds a lone surrogate") from error
        except (AuthError, Forbidden) as error:
            raise StoreError(
                f"{self.uri}: the server does not let user {self._login.user!r} in ({error.message}); "
                "check GKG_NEO4J_USER and GKG_NEO4J_PASSWORD"
            ) from error
        except ConfigurationError as error:
            raise StoreError(
                f"{self.uri}: no address of a Neo4j server ({error}); write neo4j://host or bolt://host:port"
            ) from error
        except DriverError as error:
            raise StoreUnavailable(
                f"{self.uri}: the server cannot be reached ({_first_words(error)}); "
                "start it (`make neo4j` or `docker compose up`), or choose another store with --store"
            ) from error
        except Neo4jError as error:
            if "TransactionTimedOut" in str(error.code) and self._seconds is not None:
                raise QueryTooLong(self._seconds) from error
            if error.code == "Neo.ClientError.Database.DatabaseNotFound":
                raise StoreError(
                    f"{self.uri}: the server has no database {self._login.database!r}; "
                    "set GKG_NEO4J_DATABASE to one it has, or leave it unset"
                ) from error
            if error.is_retryable() or str(error.code).startswith("Neo.TransientError"):
                raise StoreUnavailable(f"{self.uri}: {error.message}; try again") from error
            raise StoreError(f"{self.uri}: {error.message}") from error


def _ends(query: EventQuery) -> tuple[str, str]:
    return STATE_ENDS if query.level is Level.STATE else ACTOR_ENDS


def _grouped(query: EventQuery) -> tuple[str, dict[str, Any]]:
    """Relations with their counts, as far as the order and the columns of an answer."""
    if is_counted_by_pairs(query):
        types, where, values = pair_conditions(query)
        grouped = (
            f"MATCH (s:Actor)-[r{types}]->(t:Actor) WHERE {where} "
            "WITH s, type(r) AS relation, t, r.base AS base, r.events AS events, r.claimed AS claimed, "
            "r.articles AS articles, r.first AS first, r.last AS last"
        )
    else:
        where, values = event_conditions(query)
        source, target = _ends(query)
        grouped = (
            f"MATCH (e:Event) WHERE {where} WITH {source} AS source, e.relation AS relation, "
            f"{target} AS target, min(e.base) AS base, count(*) AS events, "
            "count(e.attributed_to) AS claimed, count(DISTINCT e.article) AS articles, "
            "min(e.day) AS first, max(e.day) AS last "
            "MATCH (s:Actor {id: source}) MATCH (t:Actor {id: target})"
        )
    keys = "WITH *, coalesce(s.key, s.id) AS source_key, coalesce(t.key, t.id) AS target_key"
    return f"{grouped} {keys}", values


def _first_words(error: Exception) -> str:
    """What the driver says, without the list of addresses that it tried."""
    return str(error).strip().partition("\n")[0].partition(" (resolved")[0]


def _actor(node: Any) -> Actor:
    return Actor(
        id=node["id"],
        code=node.get("code"),
        sector=node.get("sector"),
        kind=Kind(node["kind"]),
        name=node["name"],
    )


def _actor_row(row: Record) -> ActorRow:
    return ActorRow(actor=_actor(row["a"]), outgoing=row["outgoing"], incoming=row["incoming"])


def _stored_article(row: Record) -> StoredArticle:
    article = row["a"]
    return StoredArticle(
        article=Article(
            **{k: article.get(k) for k in ("id", "title", "published", "url", "language", "text")}
        ),
        hash=article["hash"],
        extractor=article["extractor"],
        codebook=article["codebook"],
        events=row["events"],
    )


def _evidence(row: Record) -> Evidence:
    return Evidence(
        event=event_of_text(row["record"]),
        title=row["title"],
        url=row["url"],
        published=row["published"],
    )


ARTICLE = "RETURN a, a.id AS id, count { (a)<-[:REPORTED_IN]-() } AS events"
EVIDENCE = (
    "MATCH (e)-[:REPORTED_IN]->(a:Article) "
    "RETURN e.record AS record, a.title AS title, a.url AS url, a.published AS published"
)
DEGREES = (
    "WITH a, coalesce(a.key, a.id) AS key, "
    "count { (a)<-[:SOURCE]-() } AS outgoing, count { (a)<-[:TARGET]-() } AS incoming"
)
RELATION = (
    "s.id, s.name, s.kind, relation, base, t.id, t.name, t.kind, events, claimed, articles, first, last"
)
ORDER = "ORDER BY events DESC, source_key, relation, target_key"
AFTER = (
    "events < $after[0] OR (events = $after[0] AND (source_key > $after[1] "
    "OR (source_key = $after[1] AND (relation > $after[2] "
    "OR (relation = $after[2] AND target_key > $after[3])))))"
)
STEPS = {
    Bucket.DAY: "e.day",
    Bucket.WEEK: "toString(date.truncate('week', date(e.day)))",
    Bucket.MONTH: "left(e.day, 7) + '-01'",
    Bucket.YEAR: "left(e.day, 4) + '-01-01'",
}
