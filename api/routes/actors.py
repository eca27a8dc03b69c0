"""Who is in the graph."""

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request, Response

from api.answers import ActorsAnswer, ProfileAnswer, actor_row_record, evidence_record
from api.lists import AsForm, Columns, Cursor, Limit, listed, paged
from api.problems import NOT_FOUND, UNCHANGED
from api.services import Parts, Services
from graph.errors import UnknownName
from graph.query import ActorRow, EventQuery, Page
from graph.records import Record, relation_record

router = APIRouter(tags=["actors"])
SHOWN = Page(limit=10)  # rows of each list in a profile
MOST = 5_000  # ids in one query; a text that fits more names is no name


ACTORS = Columns(
    rows="actors",
    cells={name: name for name in ("id", "name", "kind", "code", "sector", "outgoing", "incoming")},
)


@listed(router, "/v1/actors", ActorsAnswer, "q", "limit", "cursor")
def actors(
    request: Request,
    form: AsForm,
    parts: Parts,
    q: Annotated[str | None, Query(max_length=200, description="part of a name or alias, or a code")] = None,
    limit: Limit = None,
    cursor: Cursor = None,
) -> Response:
    """Actors of the graph, the busiest first: all, or those whose name, alias or code has the text in it."""
    ids = None if q is None else list(dict.fromkeys(_found(q, parts)))[:MOST]

    def read(page: Page) -> tuple[Record, str | None]:
        found = parts.store.actors(ids, page)
        return {"actors": [actor_row_record(row) for row in found.rows]}, found.next

    return paged(request, form, ACTORS, read, limit, cursor)


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


@router.get(
    "/v1/actors/{actor_id:id}",
    response_model=ProfileAnswer,
    responses=NOT_FOUND | UNCHANGED,
    operation_id="actor",
)
def actor(parts: Parts, actor_id: str) -> dict[str, Any]:
    """One actor, by id, code or name: aliases, counts both ways, what it does most, the latest evidence."""
    row = parts.store.actor(actor_id)
    if row is None:
        try:
            known = parts.vocabulary.meaning("actor", actor_id).actor
        except UnknownName as unknown:
            raise HTTPException(404, str(unknown)) from unknown
        row = parts.store.actor(known.id) or ActorRow(actor=known, outgoing=0, incoming=0)
    id = row.actor.id
    acts = parts.store.relations(EventQuery(source=(id,)), SHOWN)
    acted_upon = parts.store.relations(EventQuery(target=(id,)), SHOWN)
    latest = parts.store.evidence(EventQuery(actor=(id,), negated=None, modality=()), SHOWN)
    return actor_row_record(row) | {
        "aliases": list(parts.vocabulary.gazetteer.aliases.get(id, ())),
        "acts": [relation_record(r) for r in acts.rows],
        "acted_upon": [relation_record(r) for r in acted_upon.rows],
        "evidence": [evidence_record(e) for e in latest.rows],
        "truncated": any(page.next for page in (acts, acted_upon, latest)),
    }
