"""The evidence: events with the sentences that say so."""

from typing import Any

from fastapi import APIRouter, HTTPException, Request

from api.answers import EventsAnswer, evidence_record
from api.routes.parameters import Cursor, Filters, Limit, only
from api.services import Parts, next_url, page_of
from graph.query import events_query

router = APIRouter(tags=["evidence"])


@router.get("/v1/events", response_model=EventsAnswer, dependencies=[only("limit", "cursor", filters=True)])
def events(
    request: Request, parts: Parts, filters: Filters, limit: Limit = 100, cursor: Cursor = None
) -> dict[str, Any]:
    """Events, the latest day first, each with its sentence and title and address of its article."""
    query = events_query(filters, parts.vocabulary)
    page = parts.store.evidence(query, page_of(limit, cursor))
    return {
        "query": query.described(),
        "events": [evidence_record(row) for row in page.rows],
        "undated": page.undated,
        "next": next_url(request, page.next),
    }


@router.get("/v1/events/{event_id:id}")
def event(parts: Parts, event_id: str) -> dict[str, Any]:
    """One event."""
    evidence = parts.store.event(event_id)
    if evidence is None:
        raise HTTPException(404, f"There is no event {event_id!r}.")
    return evidence_record(evidence)
