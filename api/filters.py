"""The filters of every door, defined once: HTTP reads them from a query, the command line takes options."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from graph.model import Modality, Plover
from graph.query import QUAD_NAMES, Level


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter: its name, what it narrows, and whether giving it twice means "or"."""

    name: str
    help: str
    repeatable: bool = True

    @property
    def annotation(self) -> Any:
        return list[str] if self.repeatable else str | None


FILTERS = (
    Filter("source", "who acts: id, ISO code, name or alias; an office holder's name also sets `person`"),
    Filter("target", "who is acted upon: id, ISO code, name or alias"),
    Filter("actor", "who is at either end"),
    Filter("between", "two actors with a comma between them, in either direction: FRA,DEU"),
    Filter("code", "an ISO 3166 or CAMEO code: all that belongs to it, at either end"),
    Filter("relation", "what is done: a relation, or a verb in any form (condemns)"),
    Filter("content", "the act spoken of, as `relation`: threaten to SANCTION"),
    Filter("plover", f"PLOVER type: {', '.join(Plover)}"),
    Filter("quad", f"quadrant: {', '.join(QUAD_NAMES)}"),
    Filter("person", "who acts or is acted upon in person"),
    Filter("attributed_to", "who says so"),
    Filter("article", "id of an article"),
    Filter("modality", f"{', '.join(Modality)} or any (default: actual)"),
    Filter("since", "from this day on: 2022, 2022-02 or 2022-02-24", repeatable=False),
    Filter("until", "before this day", repeatable=False),
    Filter("negated", "true, false or any (default: false)", repeatable=False),
    Filter("min_confidence", "from 0 to 1", repeatable=False),
    Filter(
        "level", f"{', '.join(Level)}: whether a country's military counts as the country", repeatable=False
    ),
)
NAMES = frozenset(f.name for f in FILTERS)
REPEATABLE = frozenset(f.name for f in FILTERS if f.repeatable)

Wrap = Callable[[Filter], Any]


def with_filters(function: Callable[..., Any], declared: Wrap) -> Callable[..., Any]:
    """The function with one keyword parameter for each filter, which it gets together as `filters`.

    `declared` says how a parameter is declared: as an option of the command line.
    """
    own = inspect.signature(function, eval_str=True)
    before = [p for p in own.parameters.values() if p.name != "filters"]

    def call(*args: Any, **given: Any) -> Any:
        chosen = {name: given.pop(name) for name in [f.name for f in FILTERS] if name in given}
        return function(*args, filters=stated(chosen), **given)

    parameters = [
        inspect.Parameter(
            f.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=[] if f.repeatable else None,
            annotation=Annotated[f.annotation, declared(f)],
        )
        for f in FILTERS
    ]
    signature = own.replace(
        parameters=[*(p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in before), *parameters]
    )
    call.__signature__ = signature  # type: ignore[attr-defined]  # what inspect reads
    call.__annotations__ = {p.name: p.annotation for p in signature.parameters.values()} | {
        "return": own.return_annotation
    }
    call.__name__, call.__doc__ = function.__name__, function.__doc__
    call.__module__ = function.__module__
    return call


def stated(chosen: Mapping[str, Any]) -> dict[str, list[str]]:
    """The filters that were given, each as a list."""
    lists = {name: [v] if isinstance(v, str) else list(v or ()) for name, v in chosen.items()}
    return {name: values for name, values in lists.items() if values}
