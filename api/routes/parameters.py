"""Parameters that several endpoints share."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import Depends, Query, Request

from api.filters import NAMES, REPEATABLE, Filter, with_filters
from graph.errors import BadQuery


def _query(filter: Filter) -> Any:
    return Query(description=filter.help)


def _given(*, filters: dict[str, list[str]]) -> dict[str, list[str]]:
    return filters


def only(*own: str, filters: bool = False) -> Any:
    """A dependency that refuses parameters nobody reads: `?sorce=FRA` would else silently mean everything.

    So would the first of two days in `?since=2022&since=2023`.
    """
    known: set[str] = {*own} | (NAMES if filters else set())

    def check(request: Request) -> None:
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


given: Callable[..., dict[str, list[str]]] = with_filters(_given, _query)
Filters = Annotated[dict[str, list[str]], Depends(given)]
