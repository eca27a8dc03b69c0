"""How events become counted pairs: what an article adds to each edge of the graph, and what it takes away.

A pair counts the events that are actual and not negated, at both levels, and the articles they stand in.
Since an event belongs to one article, an article that comes adds exactly one to `articles` of each of its
pairs, and one that goes takes exactly one: the counts never have to be made anew from the events.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.model import Event, Modality, Plover
from graph.query import Level, folded_pair
from graph.storing import base_type

PairKey = tuple[Level, str, str, str]  # level, source, relation, target


@dataclass(slots=True, kw_only=True)
class PairChange:
    """What one transaction does to the edge of a pair: differences, and the days that came and went.

    An edge that `shrinks` lost an event: it may have none left, or another first or last day.
    """

    level: Level
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
                for key in pair_keys(event):
                    change = changes.get(key)
                    if change is None:
                        level, source, relation, target = key
                        change = changes[key] = PairChange(
                            level=level,
                            source=source,
                            relation=relation,
                            target=target,
                            base=base_type(event),
                        )
                    change.events += sign
                    change.claimed += sign * (event.attributed_to is not None)
                    change.shrinks |= sign < 0
                    if event.when:
                        (change.gained if sign > 0 else change.lost).add(event.when)
                    if key not in met:
                        met.add(key)
                        change.articles += sign
    return [changes[key] for key in sorted(changes) if changes[key].matters]


def is_counted(event: Event) -> bool:
    """Whether an event counts for the edge of its pair: it happened, and is not said not to have."""
    return event.modality is Modality.ACTUAL and not event.negated


def pair_keys(event: Event) -> Iterator[PairKey]:
    """The edges that an event counts for: none, or one at each level."""
    if is_counted(event):
        source, target = event.source.actor.id, event.target.actor.id
        yield (Level.ACTOR, source, event.relation, target)
        folded_source, folded_target = folded_pair(source, target)
        yield (Level.STATE, folded_source, event.relation, folded_target)
