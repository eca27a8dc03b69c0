"""Parameters that several endpoints share, read in one go: one by one they cost a millisecond."""

from typing import Annotated, Any

from fastapi import Depends, Request

from api.filters import FILTERS, NAMES, REPEATABLE
from graph.errors import BadQuery


async def _given(request: Request) -> dict[str, list[str]]:
    asked = request.query_params
    return {name: asked.getlist(name) for name in asked if name in NAMES}


def only(*own: str, filters: bool = False) -> Any:
    """A dependency that refuses parameters nobody reads: `?sorce=FRA` would else silently mean everything.

    So would the first of two days in `?since=2022&since=2023`.
    """
    known: set[str] = {*own} | (NAMES if filters else set())

    async def check(request: Request) -> None:
        seen: set[str] = set()
        for name, value in request.query_params.multi_items():
            if name not in known:
                raise BadQuery(
                    name, value, f"{name}: no such parameter; there are {', '.join(sorted(known))}"
                )
            if name in seen - REPEATABLE:
                raise BadQuery(name, value, f"{name}: given twice; give it once")
            seen.add(name)

    return Depends(check)


def described_filters() -> list[dict[str, Any]]:
    """The filters as the OpenAPI description has parameters."""
    text: dict[str, Any] = {"type": "string"}
    return [
        {
            "name": f.name,
            "in": "query",
            "required": False,
            "description": f.help,
            "schema": {"type": "array", "items": text} if f.repeatable else text,
        }
        for f in FILTERS
    ]


Filters = Annotated[dict[str, list[str]], Depends(_given)]
