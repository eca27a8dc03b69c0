"""Who does what to whom, asked by filters or in a sentence."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response

from api.answers import AskAnswer, RelationsAnswer, relations_record
from api.browser import link
from api.lists import AsForm, Columns, Cursor, Limit, listed, paged
from api.parameters import Filters
from api.questions import read_question
from api.services import Parts, Services
from graph.query import EventQuery, Page, events_query
from graph.records import Record

router = APIRouter(tags=["questions"])

RELATIONS = Columns(
    rows="relations",
    cells={
        "source": "source.id",
        "source_name": "source.name",
        "relation": "relation",
        "base": "base",
        "target": "target.id",
        "target_name": "target.name",
        **{name: name for name in ("events", "claimed", "articles", "first", "last")},
    },
)


@listed(router, "/v1/relations", RelationsAnswer, "limit", "cursor", filters=True)
def relations(
    request: Request,
    form: AsForm,
    parts: Parts,
    filters: Filters,
    limit: Limit = None,
    cursor: Cursor = None,
) -> Response:
    """Who does what to whom: events counted by source, relation and target."""
    query = events_query(filters, parts.vocabulary)

    def read(page: Page) -> tuple[Record, str | None]:
        found = parts.store.relations(query, page)
        return relations_record(query, found), found.next

    return _with_browser(paged(request, form, RELATIONS, read, limit, cursor), parts, query)


@listed(router, "/v1/ask", AskAnswer, "q", "limit", "cursor")
def ask(
    request: Request,
    form: AsForm,
    parts: Parts,
    q: Annotated[
        str, Query(max_length=500, description="who condemns whom; whom has France sanctioned since 2022")
    ],
    limit: Limit = None,
    cursor: Cursor = None,
) -> Response:
    """The same for a question in words, with how it was read."""
    question = read_question(q, parts.vocabulary)
    understood = {
        "question": q,
        "reading": question.reading,
        "url": _url(request, question.query),
        "near": [{"reading": near.reading, "url": _url(request, near.query)} for near in question.near],
    }

    def read(page: Page) -> tuple[Record, str | None]:
        found = parts.store.relations(question.query, page)
        return understood | relations_record(question.query, found), found.next

    return _with_browser(paged(request, form, RELATIONS, read, limit, cursor), parts, question.query)


def _url(request: Request, query: EventQuery) -> str:
    return str(request.url.replace(path="/v1/relations", query=urlencode(query.parameters())))


def _with_browser(response: Response, parts: Services, query: EventQuery) -> Response:
    """Say where Neo4j Browser shows the same, if there is one."""
    address = link(parts.settings, query)
    if address is not None:
        response.headers.append("Link", f'<{address}>; rel="alternate"; title="Neo4j Browser"')
    return response
