"""How two actors hang together, and how much happened when."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.answers import PathsAnswer, TimelineAnswer, paths_record, timeline_record
from api.routes.parameters import Filters, only
from api.services import Parts
from graph.errors import BadQuery
from graph.paths import MAX_HOPS, shortest_paths
from graph.query import Bucket, events_query

router = APIRouter(tags=["questions"])


@router.get("/v1/paths", response_model=PathsAnswer, dependencies=[only("limit", "max_hops", filters=True)])
def paths(
    parts: Parts,
    filters: Filters,
    max_hops: Annotated[int, Query(ge=1, le=MAX_HOPS, description="steps of a chain at most")] = 4,
    limit: Annotated[int, Query(ge=1, le=100, description="chains at most")] = 10,
) -> dict[str, Any]:
    """The shortest chains from `source` to `target`; the other filters hold for every step."""
    ends = {key: filters.pop(key, []) for key in ("source", "target")}
    for key, given in ends.items():
        if len(given) != 1:
            raise BadQuery(key, ", ".join(given), f"{key}: a chain has one {key}; give one")
    source, target = (parts.vocabulary.meaning(key, given[0]).actor.id for key, given in ends.items())
    query = events_query(filters, parts.vocabulary)
    found = shortest_paths(parts.store, query, source, target, limit=limit, max_hops=max_hops)
    return paths_record(query, source, target, found)


@router.get("/v1/timeline", response_model=TimelineAnswer, dependencies=[only("bucket", filters=True)])
def timeline(
    parts: Parts,
    filters: Filters,
    bucket: Annotated[Bucket, Query(description="how long a step of time is")] = Bucket.MONTH,
) -> dict[str, Any]:
    """How much happened when: acts, the events they gave, those of them that somebody claims."""
    query = events_query(filters, parts.vocabulary)
    return timeline_record(query, bucket, parts.store.timeline(query, bucket))
