"""A list in the form asked for: JSON, CSV or JSON lines, by suffix (`/v1/relations.csv`) or by Accept.

JSON has a page of rows and what holds for all of them. CSV and JSON lines have rows and nothing else:
without `limit` all of them, sent as they are read; with one a page, and a `Link` header to the next.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response, StreamingResponse
from pydantic import BaseModel
from pydantic_core import to_json
from starlette.exceptions import HTTPException

from api.answers import goes_on
from api.parameters import described_filters, only
from api.problems import NO_SUFFIX, NOT_ACCEPTED, UNCHANGED, Described
from graph.export import pieces
from graph.export.csv_tables import table
from graph.export.network import Value
from graph.query import Page
from graph.records import Record

PAGE = 100  # rows of a page of JSON, unless told otherwise
MOST = 1_000  # rows of a page, and how many are read at a time for a whole list


class Form(StrEnum):
    """How a list is written; the suffix that asks for it."""

    JSON = "json"
    CSV = "csv"
    JSONL = "jsonl"


MEDIA = {
    Form.JSON: ("application/json",),
    Form.CSV: ("text/csv",),
    Form.JSONL: ("application/x-ndjson", "application/jsonl"),
}
CONTENT: dict[str, Any] = {
    "text/csv": {"schema": {"type": "string", "description": "a header and a line for each row"}},
    "application/x-ndjson": {"schema": {"type": "string", "description": "a JSON object a line"}},
}

Limit = Annotated[
    int | None,
    Query(ge=1, le=MOST, description=f"rows of a page; JSON has {PAGE} unless told, other forms all rows"),
]
Cursor = Annotated[str | None, Query(description="where the page before ended, as its `next` has it")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """A list as a table: the key of its rows, and each column with the place of its cells in a row.

    `rows_of` is given where a row of the table is not one of the answer's: the steps of a path.
    """

    rows: str
    cells: Mapping[str, str]
    rows_of: Callable[[Record], Iterable[Record]] | None = None

    def records(self, answer: Record) -> Iterable[Record]:
        return self.rows_of(answer) if self.rows_of else answer[self.rows]

    def row(self, record: Record) -> list[Value]:
        return [_cell(record, place.split(".")) for place in self.cells.values()]


def _cell(record: Any, place: list[str]) -> Value:
    for key in place:
        record = record.get(key) if record is not None else None
    return "; ".join(record) if isinstance(record, list) else record


async def _form(request: Request) -> Form:
    """The form that a request asks for. Raises 404 for an unknown suffix, 406 where Accept takes none."""
    suffix = request.path_params.get("form")
    if suffix is not None:
        if suffix not in set(Form):
            raise HTTPException(404, f"There is no form {suffix!r} of a list; there are {', '.join(Form)}.")
        return Form(suffix)
    accepted = ", ".join(request.headers.getlist("accept"))
    wanted = _by_accept(accepted) if accepted.strip() else Form.JSON
    if wanted is None:
        offered = ", ".join(media for known in MEDIA.values() for media in known)
        raise HTTPException(406, f"Accept: {accepted} takes none of {offered}.")
    return wanted


AsForm = Annotated[Form, Depends(_form)]


def _by_accept(accepted: str) -> Form | None:
    """The form that an Accept header likes most; JSON before others where it likes them alike."""
    likes = dict(_liked(part) for part in accepted.lower().split(","))

    def liking(media: str) -> float:
        return likes.get(media, likes.get(f"{media.partition('/')[0]}/*", likes.get("*/*", 0.0)))

    best = max(Form, key=lambda form: max(liking(media) for media in MEDIA[form]))
    return best if any(liking(media) > 0 for media in MEDIA[best]) else None


def _liked(part: str) -> tuple[str, float]:
    media, *parameters = (word.strip() for word in part.split(";"))
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip() == "q":
            try:
                return media, float(value)
            except ValueError:
                return media, 0.0
    return media, 1.0


Endpoint = TypeVar("Endpoint", bound=Callable[..., Any])


def listed(
    router: APIRouter, path: str, answer: type[BaseModel], *own: str, filters: bool = False
) -> Callable[[Endpoint], Endpoint]:
    """Declare an endpoint that answers with a list, at its path and with every suffix behind it.

    It takes its `own` parameters and no others, besides the filters where it has them.
    """

    def declare(function: Endpoint) -> Endpoint:
        name = function.__name__
        both: dict[str, Any] = {"response_class": Response, "dependencies": [only(*own, filters=filters)]}
        narrowed = described_filters() if filters else []
        json_or: Described = UNCHANGED | {200: {"model": answer, "content": CONTENT}}
        router.get(
            path,
            responses=json_or | NOT_ACCEPTED,
            operation_id=name,
            openapi_extra={"parameters": narrowed},
            **both,
        )(function)
        router.get(
            f"{path}.{{form}}",
            responses=json_or | NO_SUFFIX,
            operation_id=f"{name}_as",
            openapi_extra={"parameters": [_suffix(Form), *narrowed]},
            **both,
        )(function)
        return function

    return declare


def _suffix(forms: Iterable[str]) -> dict[str, Any]:
    """The suffix of an address as the OpenAPI description has parameters."""
    return {"name": "form", "in": "path", "required": True, "schema": {"type": "string", "enum": [*forms]}}


def whole(form: Form, columns: Columns, answer: Record) -> Response:
    """The response for a list that has no pages."""
    if form is Form.JSON:
        return _json(answer, VARY)
    return Response("".join(_written(form, columns, [answer])), media_type=_media(form), headers=VARY)


def paged(
    request: Request,
    form: Form,
    columns: Columns,
    read: Callable[[Page], tuple[Record, str | None]],
    limit: int | None,
    cursor: str | None,
) -> Response:
    """The response for a list that has pages; `read` gives an answer with the cursor of the next."""
    everything = form is not Form.JSON and limit is None
    size = limit or (MOST if everything else PAGE)
    answer, after = read(Page(limit=size, cursor=cursor))
    if everything:
        written = _written(form, columns, _pages(answer, after, read))
        return StreamingResponse(pieces(written), media_type=_media(form), headers=VARY)
    following = None if after is None else str(request.url.include_query_params(cursor=after))
    headers = VARY if following is None else VARY | {"Link": f'<{following}>; rel="next"'}
    if form is Form.JSON:
        return _json(answer | goes_on(following), headers)
    return Response("".join(_written(form, columns, [answer])), media_type=_media(form), headers=headers)


VARY = {"Vary": "Accept"}


def _json(answer: Record, headers: Mapping[str, str]) -> Response:
    return Response(to_json(answer), media_type=MEDIA[Form.JSON][0], headers=headers)


def _media(form: Form) -> str:
    return f"{MEDIA[form][0]}; charset=utf-8"


def _pages(
    answer: Record, after: str | None, read: Callable[[Page], tuple[Record, str | None]]
) -> Iterator[Record]:
    """An answer and those of all pages behind it."""
    yield answer
    while after is not None:
        answer, after = read(Page(limit=MOST, cursor=after))
        yield answer


def _written(form: Form, columns: Columns, answers: Iterable[Record]) -> Iterator[str]:
    """The rows of answers as text, one after the other."""
    records = (record for answer in answers for record in columns.records(answer))
    if form is Form.JSONL:
        return (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    return table([*columns.cells], (columns.row(record) for record in records))
