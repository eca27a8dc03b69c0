"""Who does what to whom, asked by filters or in a sentence."""

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response

from api.answers import AskAnswer, RelationsAnswer, relations_record
from api.browser import link
from api.question import read_question
from api.routes.parameters import Cursor, Filters, Limit, only
from api.services import Parts, Services, next_url, page_of
from graph.query import EventQuery, events_query

router = APIRouter(tags=["questions"])


@router.get(
    "/v1/relations", response_model=RelationsAnswer, dependencies=[only("limit", "cursor", filters=True)]
)
def relations(
    request: Request,
    response: Response,
    parts: Parts,
    filters: Filters,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> dict[str, Any]:
    """Who does what to whom: events counted by source, relation and target."""
    query = events_query(filters, parts.vocabulary)
    _link_browser(response, parts, query)
    page = parts.store.relations(query, page_of(limit, cursor))
    return relations_record(query, page, next_url(request, page.next))


@router.get("/v1/ask", response_model=AskAnswer, dependencies=[only("q", "limit", "cursor")])
def ask(
    request: Request,
    response: Response,
    parts: Parts,
    q: Annotated[
        str, Query(max_length=500, description="who condemns whom; whom has France sanctioned since 2022")
    ],
    limit: Limit = 100,
    cursor: Cursor = None,
) -> dict[str, Any]:
    """The same for a question in words, with how it was read."""
    question = read_question(q, parts.vocabulary)
    _link_browser(response, parts, question.query)
    page = parts.store.relations(question.query, page_of(limit, cursor))
    url = str(request.url.replace(path="/v1/relations", query=urlencode(question.query.parameters())))
    return {
        "question": q,
        "reading": question.reading,
        "url": url,
        **relations_record(question.query, page, next_url(request, page.next)),
    }


def _link_browser(response: Response, parts: Services, query: EventQuery) -> None:
    """Say where Neo4j Browser shows the same, if there is one."""
    address = link(parts.settings, query)
    if address is not None:
        response.headers.append("Link", f'<{address}>; rel="alternate"; title="Neo4j Browser"')
