"""Articles in: read, read and stored, looked up, deleted."""

import io
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter, HTTPException, Response

from api.answers import ArticleAnswer, LoadAnswer, ReadingAnswer, stored_article_record
from api.loading import load
from api.problems import NO_BODY, NOT_FOUND, UNCHANGED
from api.services import JSON_TYPES, Body, JsonBody, Parts
from extract.text.articles import Load, article_of, json_lines
from graph.errors import BadQuery, Fault, Rejected
from graph.model import Article
from graph.records import event_record

router = APIRouter(tags=["articles"])

NAME = "article"
ARTICLE = {
    "type": "object",
    "required": ["text"],
    "properties": {
        "text": {"type": "string", "description": "never changed; offsets of events are code points into it"},
        "id": {"type": "string"},
        "title": {"type": "string"},
        "published": {"type": "string", "description": "ISO 8601 date or time"},
        "url": {"type": "string"},
        "language": {"type": "string"},
    },
    "examples": [{"text": "France condemned Russia on Monday.", "published": "2024-12-28"}],
}
ONE = {"required": True, "content": {"application/json": {"schema": ARTICLE}}}
MANY = {
    "required": True,
    "content": {
        "application/json": {"schema": {"anyOf": [ARTICLE, {"type": "array", "items": ARTICLE}]}},
        "application/x-ndjson": {"schema": {"type": "string", "description": "one article a line"}},
    },
}


@router.post(
    "/v1/extract",
    response_model=ReadingAnswer,
    responses=NO_BODY,
    operation_id="extract",
    openapi_extra={"requestBody": ONE},
)
def extract(parts: Parts, body: JsonBody) -> dict[str, Any]:
    """The events of a text. Nothing is stored."""
    record = _parsed(body)
    if not isinstance(record, dict):
        raise Rejected(NAME, 'not a JSON object; send {"text": "..."}')
    article = article_of(record, name=NAME, limit=parts.settings.article_limit)
    with parts.reading:
        reading = parts.extractor.extract(article)
    parts.metrics.count_read(reading)
    return {
        "article": article.id,
        "extractor": reading.extractor,
        "codebook": reading.codebook,
        "events": [event_record(event) for event in reading.events],
    }


@router.post(
    "/v1/articles",
    response_model=LoadAnswer,
    responses=NO_BODY,
    operation_id="add_articles",
    openapi_extra={"requestBody": MANY},
)
def add(parts: Parts, body: JsonBody) -> dict[str, Any]:
    """Read articles and store them with their events: one, a list, or one a line (NDJSON).

    One that cannot be taken in costs no other: each has its outcome. A single one that is rejected is 422.
    """
    items, single = _articles(body, parts.settings.article_limit)
    with parts.reading:
        results = list(load(items, parts.store, parts.extractor, parts.vocabulary, parts.metrics.count_read))
    for result in results:
        parts.metrics.count_loaded(result)
    if single and results[0].outcome is None:
        raise Rejected(results[0].article, results[0].reason or "", results[0].fault or Fault.MALFORMED)
    outcomes = [str(result.outcome or "rejected") for result in results]
    counts = Counter(outcomes)
    return {
        "articles": [
            {"article": r.article, "outcome": outcome, "events": r.events, "reason": r.reason}
            for r, outcome in zip(results, outcomes, strict=True)
        ],
        **{outcome: counts[outcome] for outcome in ("loaded", "replaced", "unchanged", "rejected")},
    }


@router.get(
    "/v1/articles/{article_id:id}",
    response_model=ArticleAnswer,
    response_model_exclude_unset=True,
    responses=NOT_FOUND | UNCHANGED,
    operation_id="article",
)
def article(parts: Parts, article_id: str) -> dict[str, Any]:
    """An article as it is stored, with hash, extractor and codebook."""
    stored = parts.store.article(article_id)
    if stored is None:
        raise HTTPException(404, f"There is no article {article_id!r}.")
    return stored_article_record(stored)


@router.delete(
    "/v1/articles/{article_id:id}", responses=NOT_FOUND, operation_id="remove_article", status_code=204
)
def remove(parts: Parts, article_id: str) -> Response:
    """Delete an article with its events, and the actors that nothing else mentions."""
    if not parts.store.remove(article_id):
        raise HTTPException(404, f"There is no article {article_id!r}.")
    return Response(status_code=204)


def _articles(body: Body, limit: int) -> tuple[Iterator[Article | Rejected], bool]:
    """The articles of a body, and whether it is a single one."""
    checked = Load()
    if body.lines:
        return checked.checked(json_lines(io.BytesIO(body.raw), name=NAME, limit=limit)), False
    parsed = _parsed(body)
    if isinstance(parsed, list):
        return checked.checked(_listed(parsed, limit)), False
    return checked.checked(_listed([parsed], limit, single=True)), True


def _listed(
    records: list[Any], limit: int, *, single: bool = False
) -> Iterator[tuple[str, Article | Rejected]]:
    for number, record in enumerate(records, start=1):
        name = NAME if single else f"{NAME}:{number}"
        try:
            if not isinstance(record, dict):
                raise Rejected(name, 'not a JSON object; an article is {"text": "..."}')
            yield name, article_of(record, name=name, limit=limit)
        except Rejected as rejected:
            yield name, rejected


def _parsed(body: Body) -> Any:
    mend = f"several lines of JSON are sent as Content-Type: {JSON_TYPES[1]}"
    try:
        return json.loads(body.raw)
    except json.JSONDecodeError as error:
        raise BadQuery(
            "body", "", f"body: not JSON: {error.msg} at character {error.pos + 1}; {mend}"
        ) from error
    except UnicodeDecodeError as error:
        raise BadQuery(
            "body", "", f"body: not JSON in UTF-8: byte {error.start + 1} is not valid; send it as UTF-8"
        ) from error
    except (ValueError, RecursionError) as error:
        raise BadQuery("body", "", f"body: not JSON that can be read: {error}") from error
