import random
import tracemalloc
from collections.abc import Iterator
from itertools import pairwise, permutations

import pytest

from graph.paths import Paths, shortest_paths
from graph.query import EventQuery, Level
from graph.store import Store
from tests.builders import fill, make_event, make_reading


def told(paths: Paths) -> list[str]:
    """Each chain as the actors it visits: "FRA RUS SYR"."""
    return [" ".join([chain[0].source, *(step.target for step in chain)]) for chain in paths.chains]


def test_a_step_shows_every_relation_that_makes_it(store: Store) -> None:
    fill(
        store,
        make_event("FRA", "CONDEMN", "RUS"),
        make_event("FRA", "SANCTION", "RUS"),
        make_event("RUS", "ARM", "SYR"),
        make_event("RUS-MIL", "ARM", "SYR", at=100),
    )
    paths = shortest_paths(store, EventQuery(), "FRA", "SYR")
    assert told(paths) == ["FRA RUS SYR"]
    assert not paths.more
    first, second = paths.chains[0]
    assert [(row.relation, row.events) for row in first.relations] == [("CONDEMN", 1), ("SANCTION", 1)]
    assert [(row.relation, row.events) for row in second.relations] == [("ARM", 2)]


def test_chains_go_from_source_to_target_never_back(store: Store) -> None:
    fill(store, make_event("FRA", "CONDEMN", "RUS"))
    assert told(shortest_paths(store, EventQuery(), "FRA", "RUS")) == ["FRA RUS"]
    assert told(shortest_paths(store, EventQuery(), "RUS", "FRA")) == []


def test_filters_hold_for_every_step(store: Store) -> None:
    fill(
        store,
        make_event("FRA", "CONDEMN", "RUS", date="2020-01-01"),
        make_event("RUS", "ARM", "SYR", at=100, date="2021-01-01"),
        make_event("FRA", "ARM", "SYR", at=200, negated=True, date="2021-01-01"),
    )
    assert told(shortest_paths(store, EventQuery(since="2020-06-01"), "FRA", "SYR")) == []
    assert told(shortest_paths(store, EventQuery(since="2019-06-01"), "FRA", "SYR")) == ["FRA RUS SYR"]
    assert told(shortest_paths(store, EventQuery(negated=None), "FRA", "SYR")) == ["FRA SYR", "FRA RUS SYR"]


def test_a_military_stands_for_its_country_unless_asked_apart(store: Store) -> None:
    fill(store, make_event("FRA", "ARM", "RUS-MIL"), make_event("RUS", "ATTACK", "SYR", at=100))
    assert told(shortest_paths(store, EventQuery(), "FRA", "SYR")) == ["FRA RUS SYR"]
    assert told(shortest_paths(store, EventQuery(level=Level.ACTOR), "FRA", "SYR")) == []


def test_nobody_leads_to_itself_or_to_nobody(store: Store) -> None:
    fill(store, make_event("FRA", "ARM", "RUS"), make_event("RUS", "ARM", "FRA", at=100))
    for source, target in (("FRA", "FRA"), ("FRA-MIL", "FRA-MIL"), ("FRA", "nobody"), ("nobody", "FRA")):
        assert told(shortest_paths(store, EventQuery(), source, target)) == []


def simple_paths(edges: set[tuple[str, str]], source: str, target: str, max_hops: int) -> Iterator[list[str]]:
    """Every chain, counted the slow way."""
    inner = sorted({end for edge in edges for end in edge} - {source, target})
    for between in range(max_hops):
        for middle in permutations(inner, between):
            chain = [source, *middle, target]
            if all(pair in edges for pair in pairwise(chain)):
                yield chain


@pytest.mark.parametrize("seed", range(4))
def test_chains_are_complete_and_the_shortest_come_first(store: Store, seed: int) -> None:
    chance = random.Random(seed)
    ends = ["FRA", "RUS", "SYR", "IRN", "USA", "CHN", "nato", "EGY"]
    edges = {tuple(chance.sample(ends, 2)) for _ in range(22)}
    fill(store, *(make_event(a, "ARM", b, at=100 * i) for i, (a, b) in enumerate(sorted(edges))))
    for max_hops in (1, 2, 3, 6):
        expected = [*simple_paths(edges, "FRA", "SYR", max_hops)]
        paths = shortest_paths(store, EventQuery(), "FRA", "SYR", limit=1000, max_hops=max_hops)
        assert sorted(told(paths)) == sorted(" ".join(chain) for chain in expected)
        lengths = [len(chain) for chain in paths.chains]
        assert lengths == sorted(lengths)
        assert not paths.more
        some = shortest_paths(store, EventQuery(), "FRA", "SYR", limit=3, max_hops=max_hops)
        assert told(some) == told(paths)[:3]
        assert some.more == (len(expected) > 3)


def test_a_complete_graph_of_sixty_actors_is_answered_from_its_pairs(store: Store) -> None:
    actors = [f"actor-{i:02d}" for i in range(60)]
    relations = [
        "ARM",
        "ATTACK",
        "CONDEMN",
        "MEET",
        "NEGOTIATE",
        "PRAISE",
        "SANCTION",
        "THREATEN",
        "AID",
        "VISIT",
    ]
    for source in actors:
        events = [
            make_event(source, relation, target, article=source, at=100 * i)
            for i, (target, relation) in enumerate((t, r) for t in actors if t != source for r in relations)
        ]
        store.add([make_reading(*events)])
    tracemalloc.start()
    try:
        paths = shortest_paths(store, EventQuery(), "actor-00", "actor-59", limit=100)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    # One direct chain, 58 over one other actor, then some of the 3,306 over two.
    assert [len(chain) for chain in paths.chains] == [1] + [2] * 58 + [3] * 41
    assert len(set(told(paths))) == 100
    assert all(len(step.relations) == 10 for chain in paths.chains for step in chain)
    assert paths.more
    assert peak < 100_000_000
