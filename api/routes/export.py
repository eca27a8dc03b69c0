"""The graph as files for other programs."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query
from fastapi.responses import StreamingResponse

from api.parameters import Filters, described_filters, only
from api.problems import NO_SUFFIX
from api.services import Parts
from graph.export import FORMATS, export_query, stream

router = APIRouter(tags=["export"])


class Shape(StrEnum):
    """What an edge of the exported graph is."""

    RELATIONS = "relations"
    EVENTS = "events"
    ARTICLES = "articles"


class Part(StrEnum):
    """Which half of the graph a table holds."""

    EDGES = "edges"
    NODES = "nodes"


CONTENT = {media.partition(";")[0]: {"schema": {"type": "string"}} for media in FORMATS.values()}


@router.get(
    "/v1/export.{format}",
    operation_id="export",
    response_class=StreamingResponse,
    dependencies=[only("shape", "part", filters=True)],
    openapi_extra={"parameters": described_filters()},
    responses=NO_SUFFIX | {200: {"content": CONTENT}},
)
def export(
    parts: Parts,
    format: Annotated[str, Path(json_schema_extra={"enum": [*FORMATS]})],
    filters: Filters,
    shape: Annotated[
        Shape, Query(description="counted relations, single events, or articles (jsonl)")
    ] = Shape.RELATIONS,
    part: Annotated[Part, Query(description="of csv: edges or nodes")] = Part.EDGES,
) -> StreamingResponse:
    """The graph in a format that other programs read."""
    if format not in FORMATS:
        raise HTTPException(404, f"There is no format {format!r}; there are {', '.join(FORMATS)}.")
    query = export_query(format, shape.value, filters, parts.vocabulary)
    name = f"gkg-{shape}{'-nodes' if part is Part.NODES else ''}.{format}"
    return StreamingResponse(
        _begun(stream(format, shape.value, parts.store, query, part=part.value)),
        media_type=FORMATS[format],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _begun(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces, the first one read already: what fails by then is answered as a problem.

    What fails later breaks the connection, so that half a file never looks like a whole one.
    """
    first = next(pieces, b"")

    def all_of_them() -> Iterator[bytes]:
        yield first
        yield from pieces

    return all_of_them()
