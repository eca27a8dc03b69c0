"""Who is in the graph."""

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request

from api.answers import ActorAnswer, ActorsAnswer, actor_row_record
from api.routes.parameters import Cursor, Limit, only
from api.services import Parts, Services, next_url, page_of
from graph.errors import UnknownName
from graph.query import ActorRow

router = APIRouter(tags=["actors"])
MOST = 5_000  # ids in one query; a text that fits more names is no name


@router.get("/v1/actors", response_model=ActorsAnswer, dependencies=[only("q", "limit", "cursor")])
def actors(
    request: Request,
    parts: Parts,
    q: Annotated[str | None, Query(max_length=200, description="part of a name or alias, or a code")] = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> dict[str, Any]:
    """Actors of the graph, the busiest first: all, or those whose name, alias or code has the text in it."""
    ids = None if q is None else list(dict.fromkeys(_found(q, parts)))[:MOST]
    page = parts.store.actors(ids, page_of(limit, cursor))
    return {"actors": [actor_row_record(row) for row in page.rows], "next": next_url(request, page.next)}


def _found(text: str, parts: Services) -> Iterator[str]:
    wanted = text.strip().casefold()
    gazetteer = parts.vocabulary.gazetteer
    iso2 = gazetteer.iso2.get(text.strip().upper())
    if iso2:
        yield iso2
    yield from parts.store.find_actors(text.strip())
    yield from (actor.id for actor in gazetteer.actors.values() if (actor.code or "").casefold() == wanted)
    for name, readings in gazetteer.folded_names.items():
        if wanted in name:
            for reading in readings:
                holder = gazetteer.holders.get(reading.id)
                yield reading.id
                yield from (office.actor for office in holder.offices[-1:]) if holder else ()


@router.get("/v1/actors/{actor_id:id}", response_model=ActorAnswer)
def actor(parts: Parts, actor_id: str) -> dict[str, Any]:
    """One actor, by id, code or name, with how often it acts and is acted upon."""
    row = parts.store.actor(actor_id)
    if row is None:
        try:
            known = parts.vocabulary.meaning("actor", actor_id).actor
        except UnknownName as unknown:
            raise HTTPException(404, str(unknown)) from unknown
        row = parts.store.actor(known.id) or ActorRow(actor=known, outgoing=0, incoming=0)
    return actor_row_record(row)
