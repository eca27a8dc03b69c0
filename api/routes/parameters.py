"""Parameters that several endpoints share."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import Depends, Query, Request

from api.filters import NAMES, Filter, with_filters
from graph.errors import BadQuery

Limit = Annotated[int, Query(ge=1, le=1000, description="rows of a page")]
Cursor = Annotated[str | None, Query(description="where the page before ended, as its `next` has it")]


def _query(filter: Filter) -> Any:
    return Query(description=filter.help)


def _given(*, filters: dict[str, list[str]]) -> dict[str, list[str]]:
    return filters


def only(*own: str, filters: bool = False) -> Any:
    """A dependency that refuses parameters nobody reads: `?sorce=FRA` would else silently mean everything."""
    known = {*own} | (NAMES if filters else set())

    def check(request: Request) -> None:
        for name, value in request.query_params.multi_items():
            if name not in known:
                raise BadQuery(
                    name, value, f"{name}: no such parameter; there are {', '.join(sorted(known))}"
                )

    return Depends(check)


given: Callable[..., dict[str, list[str]]] = with_filters(_given, _query)
Filters = Annotated[dict[str, list[str]], Depends(given)]
