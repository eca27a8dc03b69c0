"""Measures on a slice of the graph: who is central in it, and who keeps company with whom.

The network has one edge a pair of actors, as heavy as the events of the slice in which the first acts on
the second. What the measures mean depends on the slice: communities of a cooperation slice
(`quad=material cooperation`) are who works together, of a conflict slice who fights.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from graph.model import Actor
from graph.query import RelationRow

MOST_EDGES = 200_000  # counted relations that are measured at once: some seconds and 300 MB
SAMPLE = 200  # actors from which shortest paths are followed for betweenness; all where there are no more
SEED = 20  # the same slice is always measured alike


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """An actor of the slice with its measures.

    `pagerank` (sums to 1) is high for who is acted upon often, by others who are; `betweenness` (0 to 1) is
    the share of shortest chains that lead through it; `community` numbers the communities from 1, the
    largest first. `outgoing` and `incoming` are its events in the slice.
    """

    actor: Actor
    pagerank: float
    betweenness: float
    community: int
    outgoing: int
    incoming: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Community:
    """Actors that have more to do with each other than with the rest; `events` are those among them."""

    number: int
    members: tuple[str, ...]
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The measures of a slice: its actors by PageRank, its communities by size.

    `modularity` (-.5 to 1) says how sharp the communities are; below .3 they say little. `sampled` is from
    how many actors betweenness was measured. `truncated`: the slice has more relations than are measured,
    and the rarest are left out.
    """

    actors: tuple[Measured, ...]
    communities: tuple[Community, ...]
    modularity: float
    edges: int
    events: int
    sampled: int
    truncated: bool


def measure(
    actors: Iterable[Actor], relations: Iterable[RelationRow], *, most: int = MOST_EDGES, sample: int = SAMPLE
) -> Network:
    """Measure the network of counted relations, given most frequent first; at most `most` are taken.

    Relations are left out of an actor that is not given: it came in after the actors were read.
    """
    import networkx as nx  # takes a fifth of a second, which no other command has to wait

    known = {actor.id: actor for actor in actors}
    rows = (row for row in relations if row.source in known and row.target in known)
    weights: Counter[tuple[str, str]] = Counter()
    for row in islice(rows, most):
        weights[row.source, row.target] += row.events
    truncated = next(rows, None) is not None
    graph = nx.DiGraph()
    graph.add_nodes_from(sorted({id for pair in weights for id in pair}))
    graph.add_weighted_edges_from((source, target, n) for (source, target), n in sorted(weights.items()))
    if not graph:
        return Network(
            actors=(), communities=(), modularity=0.0, edges=0, events=0, sampled=0, truncated=truncated
        )
    both = nx.Graph()
    both.add_nodes_from(graph)
    for source, target, n in graph.edges(data="weight"):
        before = both.get_edge_data(source, target, {"weight": 0})["weight"]
        both.add_edge(source, target, weight=before + n)
    sampled = min(sample, len(graph))
    pagerank = nx.pagerank(graph, weight="weight")
    betweenness = nx.betweenness_centrality(graph, k=sampled, seed=SEED)
    parts = sorted(nx.community.louvain_communities(both, weight="weight", seed=SEED), key=_largest_first)
    number_of = {id: number for number, part in enumerate(parts, start=1) for id in part}
    ordered = sorted(graph, key=lambda id: (-pagerank[id], id))
    return Network(
        actors=tuple(
            Measured(
                actor=known[id],
                pagerank=pagerank[id],
                betweenness=betweenness[id],
                community=number_of[id],
                outgoing=graph.out_degree(id, weight="weight"),
                incoming=graph.in_degree(id, weight="weight"),
            )
            for id in ordered
        ),
        communities=tuple(
            Community(
                number=number,
                members=tuple(id for id in ordered if id in part),
                events=int(both.subgraph(part).size(weight="weight")),
            )
            for number, part in enumerate(parts, start=1)
        ),
        modularity=nx.community.modularity(both, parts, weight="weight"),
        edges=graph.number_of_edges(),
        events=weights.total(),
        sampled=sampled,
        truncated=truncated,
    )


def _largest_first(part: set[str]) -> tuple[int, str]:
    return -len(part), min(part)
