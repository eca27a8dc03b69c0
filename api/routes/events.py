"""The evidence: events with the sentences that say so."""

from typing import Any

from fastapi import APIRouter, HTTPException, Request, Response

from api.answers import EventsAnswer, EvidenceAnswer, evidence_record
from api.lists import AsForm, Columns, Cursor, Limit, listed, paged
from api.parameters import Filters
from api.problems import NOT_FOUND, UNCHANGED
from api.services import Parts
from graph.query import Page, events_query
from graph.records import Record

router = APIRouter(tags=["evidence"])

EVENTS = Columns(
    rows="events",
    cells={
        **{name: name for name in ("id", "act", "article", "title", "url", "published", "field")},
        **{"sentence": "sentence.text", "source": "source.id", "source_name": "source.name"},
        **{"source_person": "source.person.id", "relation": "relation", "content": "content"},
        **{name: name for name in ("plover", "cameo", "quad")},
        **{"trigger": "trigger.text", "target": "target.id", "target_name": "target.name"},
        **{"target_person": "target.person.id", "reciprocal": "reciprocal", "negated": "negated"},
        **{"modality": "modality", "attributed_to": "attributed_to.id"},
        **{name: name for name in ("date", "date_granularity", "confidence")},
    },
)


@listed(router, "/v1/events", EventsAnswer, "limit", "cursor", filters=True)
def events(
    request: Request,
    form: AsForm,
    parts: Parts,
    filters: Filters,
    limit: Limit = None,
    cursor: Cursor = None,
) -> Response:
    """Events, the latest day first, each with its sentence and title and address of its article."""
    query = events_query(filters, parts.vocabulary)

    def read(page: Page) -> tuple[Record, str | None]:
        found = parts.store.evidence(query, page)
        shown = [evidence_record(row) for row in found.rows]
        return {"query": query.described(), "events": shown, "undated": found.undated}, found.next

    return paged(request, form, EVENTS, read, limit, cursor)


@router.get(
    "/v1/events/{event_id:id}",
    response_model=EvidenceAnswer,
    responses=NOT_FOUND | UNCHANGED,
    operation_id="event",
)
def event(parts: Parts, event_id: str) -> dict[str, Any]:
    """One event."""
    evidence = parts.store.event(event_id)
    if evidence is None:
        raise HTTPException(404, f"There is no event {event_id!r}.")
    return evidence_record(evidence)
