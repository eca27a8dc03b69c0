"""How two actors hang together, how much happened when, and who is central."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.answers import (
    NetworkAnswer,
    PathsAnswer,
    TimelineAnswer,
    network_record,
    paths_record,
    timeline_record,
)
from api.lists import AsForm, Columns, listed, whole
from api.parameters import Filters
from api.services import Parts
from graph.errors import BadQuery
from graph.network import measure
from graph.paths import MAX_HOPS, shortest_paths
from graph.query import Bucket, Page, events_query
from graph.records import Record

router = APIRouter(tags=["questions"])


def _steps(answer: Record) -> Iterator[Record]:
    """The relations of all steps of all chains, with the numbers of chain and step."""
    for path, chain in enumerate(answer["paths"], start=1):
        for step, between in enumerate(chain, start=1):
            for relation in between["relations"]:
                yield {"path": path, "step": step} | relation


PATHS = Columns(
    rows="paths",
    cells={
        "path": "path",
        "step": "step",
        "source": "source.id",
        "source_name": "source.name",
        "relation": "relation",
        "target": "target.id",
        "target_name": "target.name",
        "events": "events",
    },
    rows_of=_steps,
)
TIMELINE = Columns(rows="timeline", cells={name: name for name in ("start", "acts", "events", "claimed")})
NETWORK = Columns(
    rows="actors",
    cells={
        **{name: name for name in ("id", "name", "kind", "code", "pagerank", "betweenness", "community")},
        **{name: name for name in ("outgoing", "incoming")},
    },
)


@listed(router, "/v1/paths", PathsAnswer, "limit", "max_hops", filters=True)
def paths(
    form: AsForm,
    parts: Parts,
    filters: Filters,
    max_hops: Annotated[int, Query(ge=1, le=MAX_HOPS, description="steps of a chain at most")] = 4,
    limit: Annotated[int, Query(ge=1, le=100, description="chains at most")] = 10,
) -> Response:
    """The shortest chains from `source` to `target`; the other filters hold for every step."""
    ends = {key: filters.pop(key, []) for key in ("source", "target")}
    for key, given in ends.items():
        if len(given) != 1:
            raise BadQuery(key, ", ".join(given), f"{key}: a chain has one {key}; give one")
    source, target = (parts.vocabulary.meaning(key, given[0]).actor.id for key, given in ends.items())
    query = events_query(filters, parts.vocabulary)
    found = shortest_paths(parts.store, query, source, target, limit=limit, max_hops=max_hops)
    return whole(form, PATHS, paths_record(query, source, target, found))


@listed(router, "/v1/timeline", TimelineAnswer, "bucket", filters=True)
def timeline(
    form: AsForm,
    parts: Parts,
    filters: Filters,
    bucket: Annotated[Bucket, Query(description="how long a step of time is")] = Bucket.MONTH,
) -> Response:
    """How much happened when: acts, the events they gave, those of them that somebody claims."""
    query = events_query(filters, parts.vocabulary)
    return whole(form, TIMELINE, timeline_record(query, bucket, parts.store.timeline(query, bucket)))


@listed(router, "/v1/network", NetworkAnswer, "limit", filters=True)
def network(
    form: AsForm,
    parts: Parts,
    filters: Filters,
    limit: Annotated[int, Query(ge=1, le=1000, description="actors at most, by PageRank")] = 100,
) -> Response:
    """Who is central in a slice of the graph, and who keeps company with whom.

    PageRank, betweenness (from a sample of actors) and Louvain communities of the network in which an edge
    is as heavy as the pair's events.
    """
    query = events_query(filters, parts.vocabulary)
    found = measure(parts.store.actors_of(query), parts.store.all_relations(query))
    undated = parts.store.relations(query, Page(limit=1)).undated
    return whole(form, NETWORK, network_record(query, found, limit, undated))
