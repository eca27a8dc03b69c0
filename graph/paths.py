"""How two actors hang together: the shortest chains of events that lead from one to the other.

"France condemns Russia, Russia arms Syria" is a chain of two steps from France to Syria.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from graph.query import EventQuery, Level, RelationRow, folded_pair
from graph.store import Links, Store

MAX_HOPS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a chain: every relation by which its source acts on its target, most frequent first."""

    source: str
    target: str
    relations: tuple[RelationRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """Chains from source to target, the shortest first; `more` tells that there are others within reach."""

    chains: tuple[tuple[Step, ...], ...]
    more: bool


def shortest_paths(
    store: Store, query: EventQuery, source: str, target: str, *, limit: int = 10, max_hops: int = MAX_HOPS
) -> Paths:
    """The `limit` shortest chains between two actors, of at most `max_hops` steps along events of the query.

    A chain visits nobody twice; chains of the same actors are one, whatever relations its steps have. All
    chains of a length come before the first longer one. Time and memory are bounded by the pairs of actors
    between the two, not by the number of chains, which on a dense graph are hundreds of millions.
    """
    if query.level is Level.STATE:
        source, target = folded_pair(source, target)
    if source == target:
        return Paths(chains=(), more=False)
    found: list[list[str]] = []
    for chain in _chains(_between(store, query, source, target, max_hops), source, target, max_hops):
        found.append(chain)
        if len(found) > limit:
            break
    shown = found[:limit]
    steps = _steps(store, query, {pair for chain in shown for pair in pairwise(chain)})
    # A step may be gone when an article was removed between the two questions.
    whole = [chain for chain in shown if all(pair in steps for pair in pairwise(chain))]
    return Paths(
        chains=tuple(tuple(steps[pair] for pair in pairwise(chain)) for chain in whole),
        more=len(found) > limit,
    )


def _between(store: Store, query: EventQuery, source: str, target: str, max_hops: int) -> Links:
    """All steps that a chain of at most `max_hops` can take, and some more: half asked from either end."""
    links: Links = set()
    forwards = -(-max_hops // 2)
    for start, backwards, hops in ((source, False, forwards), (target, True, max_hops - forwards)):
        layer, met = {start}, {start}
        for _ in range(hops):
            if not layer:
                break
            came = store.links(query, layer, backwards=backwards)
            links |= came
            layer = {pair[0] if backwards else pair[1] for pair in came} - met
            met |= layer
    return links


def _chains(links: Links, source: str, target: str, max_hops: int) -> Iterator[list[str]]:
    """Simple paths, the shortest first, by Yen's algorithm; those of one length always in the same order."""
    import networkx as nx  # takes a fifth of a second, which no other command has to wait

    graph = nx.DiGraph()
    graph.add_edges_from(sorted(links))
    if source not in graph or target not in graph:
        return
    to_source = nx.single_source_shortest_path_length(graph, source, cutoff=max_hops)
    to_target = nx.single_source_shortest_path_length(graph.reverse(copy=False), target, cutoff=max_hops)
    far = max_hops + 1
    graph.remove_edges_from(
        [(a, b) for a, b in graph.edges if to_source.get(a, far) + 1 + to_target.get(b, far) > max_hops]
    )
    if not nx.has_path(graph, source, target):
        return
    for chain in nx.shortest_simple_paths(graph, source, target):
        if len(chain) > max_hops + 1:
            return
        yield chain


def _steps(store: Store, query: EventQuery, pairs: Links) -> dict[tuple[str, str], Step]:
    targets: dict[str, list[str]] = defaultdict(list)
    for source, target in sorted(pairs):
        targets[source].append(target)
    steps: dict[tuple[str, str], list[RelationRow]] = defaultdict(list)
    for source, reached in targets.items():  # together they would bring every pair of their ends along
        for row in store.all_relations(replace(query, source=(source,), target=tuple(reached))):
            steps[row.source, row.target].append(row)
    return {
        (source, target): Step(source=source, target=target, relations=tuple(rows))
        for (source, target), rows in steps.items()
    }
