"""Measures on a slice of the graph."""

import math
import random
from collections.abc import Sequence

import networkx
import pytest

from graph.model import Plover
from graph.network import Network, measure
from graph.query import RelationRow
from tests.builders import make_actor


def row(source: str, target: str, events: int = 1, relation: str = "CONDEMN") -> RelationRow:
    return RelationRow(
        source=source,
        source_name=source,
        source_kind="country",
        relation=relation,
        base=Plover.ACCUSE,
        target=target,
        target_name=target,
        target_kind="country",
        events=events,
        claimed=0,
        articles=1,
        first=None,
        last=None,
    )


def measured(rows: Sequence[RelationRow], **bounds: int) -> Network:
    """The measures of rows whose actors are all known."""
    return measure([make_actor(id) for row in rows for id in (row.source, row.target)], rows, **bounds)


def star() -> Network:
    return measured([row(f"band-{n}", "RUS") for n in range(9)] + [row("RUS", "UKR", 5)])


def test_who_is_acted_upon_by_many_comes_first() -> None:
    found = star()
    assert [m.actor.id for m in found.actors[:2]] == ["RUS", "UKR"]
    assert math.isclose(sum(m.pagerank for m in found.actors), 1, abs_tol=1e-6)
    russia = next(m for m in found.actors if m.actor.id == "RUS")
    assert (russia.incoming, russia.outgoing) == (9, 5)


def test_who_stands_between_others_has_all_the_betweenness() -> None:
    betweenness = {m.actor.id: m.betweenness for m in star().actors}
    assert betweenness.pop("RUS") == pytest.approx(9 / 90)
    assert set(betweenness.values()) == {0}


def test_two_cliques_are_two_communities_with_what_happens_in_them() -> None:
    west, east = ("FRA", "DEU", "ITA"), ("CHN", "RUS", "PRK", "BLR")
    rows = [row(a, b, 3) for clique in (west, east) for a in clique for b in clique if a != b]
    found = measured([*rows, row("FRA", "RUS")])
    assert [set(c.members) for c in found.communities] == [set(east), set(west)]
    assert [c.events for c in found.communities] == [36, 18]
    assert found.modularity > 0.3
    assert (found.edges, found.events) == (19, 55)


def test_relations_of_a_pair_are_one_edge_as_heavy_as_their_events() -> None:
    found = measured([row("FRA", "RUS", 2), row("FRA", "RUS", 3, relation="ARM")])
    assert (found.edges, found.events) == (1, 5)


def test_what_is_over_the_bound_is_left_out_and_told() -> None:
    found = measured([row("FRA", "RUS", 3), row("DEU", "RUS", 2), row("ITA", "RUS", 1)], most=2)
    assert (found.truncated, len(found.actors)) == (True, 3)
    assert not measured([row("FRA", "RUS")], most=1).truncated


def test_empty_slice_has_no_measures() -> None:
    assert measure([make_actor("FRA")], []).actors == ()


def test_relations_of_an_actor_that_came_in_meanwhile_are_left_out() -> None:
    found = measure([make_actor("FRA"), make_actor("RUS")], [row("FRA", "RUS"), row("FRA", "UKR")])
    assert [m.actor.id for m in found.actors] == ["RUS", "FRA"]
    assert found.events == 1


def test_same_slice_is_measured_alike_whatever_the_order_of_its_rows() -> None:
    rows = [row(f"band-{n % 40}", f"band-{(n * 7 + n // 3) % 40}", 1 + n % 3) for n in range(300)]
    rows = [r for r in rows if r.source != r.target]
    shuffled = random.Random(1).sample(rows, len(rows))
    assert measured(rows, sample=10) == measured(shuffled, sample=10)


def test_sampled_betweenness_is_near_the_whole() -> None:
    graph = networkx.scale_free_graph(150, seed=1)
    rows = [row(f"band-{a}", f"band-{b}") for a, b in {*graph.edges()} if a != b]
    whole, part = measured(rows, sample=1000), measured(rows, sample=75)
    assert (whole.sampled, part.sampled) == (len(whole.actors), 75)
    exact = {m.actor.id: m.betweenness for m in whole.actors}
    assert max(abs(m.betweenness - exact[m.actor.id]) for m in part.actors) < 0.05
