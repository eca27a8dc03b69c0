"""From an exception to an HTTP answer: one table, every error as RFC 9457 problem+json."""

from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException

from extract.pipeline import ModelMissing
from graph.errors import (
    AmbiguousName,
    BadQuery,
    CodebookError,
    ForeignStore,
    GkgError,
    QueryTooLong,
    Rejected,
    StoreError,
    StoreUnavailable,
    UnknownName,
)

log = structlog.stdlib.get_logger("gkg.api")

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER = "5"

# The first class that an exception is an instance of decides. A detail that is given stands in for the
# exception's own words, which would tell strangers where things lie on the server; the log has them.
STATUS: tuple[tuple[type[Exception], HTTPStatus, str, str | None], ...] = (
    (AmbiguousName, HTTPStatus.UNPROCESSABLE_ENTITY, "ambiguous-name", None),
    (UnknownName, HTTPStatus.UNPROCESSABLE_ENTITY, "unknown-name", None),
    (BadQuery, HTTPStatus.UNPROCESSABLE_ENTITY, "bad-query", None),
    (Rejected, HTTPStatus.UNPROCESSABLE_ENTITY, "article-rejected", None),
    (ModelMissing, HTTPStatus.SERVICE_UNAVAILABLE, "model-missing", None),
    (QueryTooLong, HTTPStatus.GATEWAY_TIMEOUT, "query-too-long", None),
    (
        StoreUnavailable,
        HTTPStatus.SERVICE_UNAVAILABLE,
        "store-unavailable",
        "The store cannot be reached or written just now; the server's log says why. Try again.",
    ),
    (
        ForeignStore,
        HTTPStatus.INTERNAL_SERVER_ERROR,
        "store-broken",
        "The store cannot be used; see the server's log.",
    ),
    (
        StoreError,
        HTTPStatus.INTERNAL_SERVER_ERROR,
        "store-broken",
        "The store cannot be used; see the server's log.",
    ),
    (
        CodebookError,
        HTTPStatus.INTERNAL_SERVER_ERROR,
        "codebook-broken",
        "The codebook cannot be used; see the log.",
    ),
)
EXTRAS = ("field", "value", "near", "candidates", "questions", "name", "reason")


class Candidate(BaseModel):
    """One actor that an ambiguous name may mean."""

    id: str
    name: str


class Problem(BaseModel):
    """An error as RFC 9457 has it."""

    model_config = ConfigDict(extra="allow")

    type: str = Field(examples=["urn:gkg:problem:ambiguous-name"])
    title: str
    status: int
    detail: str
    field: str | None = Field(default=None, description="the filter or parameter that is wrong")
    value: str | None = Field(default=None, description="what was given for it")
    near: list[str] | None = Field(default=None, description="names that look most like an unknown one")
    candidates: list[Candidate] | None = Field(
        default=None, description="the actors that an ambiguous name may mean"
    )
    questions: list[str] | None = Field(
        default=None, description="questions that are understood, where one is not"
    )


Described = dict[int | str, dict[str, Any]]


def described(problems: dict[int, str]) -> Described:
    """Problems as the OpenAPI description has them."""
    schema = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status: {"description": words, "content": schema} for status, words in problems.items()}


# What every operation may answer, and what some answer besides.
PROBLEMS = described(
    {
        400: "The request has no Host, or a key stands in its address",
        408: "The request came too slowly",
        414: "The address is too long",
        421: "The server does not answer to this name",
        422: "The request cannot be understood: unknown or ambiguous name, bad date, bad cursor, bad article",
        431: "The headers are too long",
        500: "Something is broken inside; the server's log says what",
        503: "The store or the language model is not available just now",
        504: "The question takes longer than the server allows; narrow it",
    }
)
NOT_FOUND = described({404: "There is nothing of this id"})
NO_SUFFIX = described({404: "There is no such form"})
NOT_ACCEPTED = described({406: "Accept takes none of the forms"})
NO_BODY = described({413: "The body is too large", 415: "The body does not say that it is JSON"})
UNCHANGED: Described = {304: {"description": "Nothing changed since the answer whose ETag was sent"}}


def problem(
    status: int, detail: str, *, kind: str = "", headers: dict[str, str] | None = None, **extra: Any
) -> JSONResponse:
    """An error answer; `kind` names its type, without one the status says all."""
    body = {
        "type": f"urn:gkg:problem:{kind}" if kind else "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        **extra,
    }
    return JSONResponse(body, status_code=int(status), media_type=MEDIA_TYPE, headers=headers)


def problem_of(error: GkgError) -> JSONResponse:
    """The answer to one of our own errors, by the table."""
    for kind, status, slug, words in STATUS:
        if isinstance(error, kind):
            if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                log.error(slug, error=str(error))
            extra = {key: getattr(error, key) for key in EXTRAS if hasattr(error, key)}
            if isinstance(error, AmbiguousName):
                extra["candidates"] = [{"id": id, "name": name} for id, name in error.candidates]
            busy = status == HTTPStatus.SERVICE_UNAVAILABLE
            headers = {"Retry-After": RETRY_AFTER} if busy else None
            return problem(status, words or str(error), kind=slug, headers=headers, **extra)
    log.error("error without a place in the table", error=repr(error))
    return problem(500, "Something went wrong inside; the server's log says what.")


def add_problems(app: FastAPI) -> None:
    """Answer every error of the app as a problem."""

    @app.exception_handler(GkgError)
    def ours(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, GkgError)
        return problem_of(error)

    @app.exception_handler(HTTPException)
    def http(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, HTTPException)
        headers = dict(error.headers) if error.headers else None
        detail = error.detail
        if detail == HTTPStatus(error.status_code).phrase:
            detail = {
                404: f"There is nothing at {request.url.path}; /docs lists what there is.",
                405: f"{request.url.path} does not take {request.method}; /docs says what it takes.",
            }.get(error.status_code, detail)
        return problem(error.status_code, detail, headers=headers)

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, RequestValidationError)
        errors = [{"field": str(e["loc"][-1]), "message": str(e["msg"])} for e in error.errors()]
        detail = "; ".join(f"{e['field']}: {e['message']}" for e in errors)
        return problem(422, detail, kind="bad-query", errors=errors)

    @app.exception_handler(Exception)
    def unexpected(request: Request, error: Exception) -> JSONResponse:
        return problem(500, "Something went wrong inside; the server's log says what.")
