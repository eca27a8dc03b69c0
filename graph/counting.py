"""How events become counted pairs: what articles add to each edge of the graph, and what they take away.

A pair counts the events that are actual and not negated, a military's as its country's, and their articles.
Since an event belongs to one article, an article that comes adds exactly one to `articles` of each of its
pairs, and one that goes takes exactly one: the counts never have to be made anew from the events.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.model import Event, Modality, Plover
from graph.query import folded_pair
from graph.storing import base_type

PairKey = tuple[str, str, str]  # source, relation, target


@dataclass(slots=True)
class PairChange:
    """What one transaction does to the edge of a pair: differences, and the days that came and went.

    An edge that `shrinks` lost an event: it may have none left, or another first or last day.
    """

    source: str
    relation: str
    target: str
    base: Plover
    events: int = 0
    claimed: int = 0
    articles: int = 0
    gained: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    shrinks: bool = False

    @property
    def first(self) -> str | None:
        return min(self.gained, default=None)

    @property
    def last(self) -> str | None:
        return max(self.gained, default=None)

    @property
    def matters(self) -> bool:
        return bool(self.events or self.claimed or self.articles or self.gained ^ self.lost)


def pair_changes(came: Iterable[Iterable[Event]], went: Iterable[Iterable[Event]] = ()) -> list[PairChange]:
    """The changes of the events that came and went, given article by article, in the order of their keys."""
    changes: dict[PairKey, PairChange] = {}
    for sign, articles in ((1, came), (-1, went)):
        for events in articles:
            met: set[PairKey] = set()
            for event in events:
                if not is_counted(event):
                    continue
                source, target = folded_pair(event.source.actor.id, event.target.actor.id)
                key = source, event.relation, target
                change = changes.get(key)
                if change is None:
                    change = changes[key] = PairChange(*key, base_type(event))
                change.events += sign
                if event.attributed_to is not None:
                    change.claimed += sign
                if sign < 0:
                    change.shrinks = True
                day = event.when
                if day:
                    (change.gained if sign > 0 else change.lost).add(day)
                if key not in met:
                    met.add(key)
                    change.articles += sign
    return [change for _, change in sorted(changes.items()) if change.matters]


def is_counted(event: Event) -> bool:
    """Whether an event counts for the edge of its pair: it happened, and is not said not to have."""
    return event.modality is Modality.ACTUAL and not event.negated
