"""Exports are read back by the programs that people use, and hold what the store holds."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import networkx as nx
import pytest

from graph.errors import BadQuery
from graph.export import FORMATS, WRITERS, export_query, stream, write
from graph.model import Plover
from graph.query import EventQuery, Level
from graph.records import event_of
from graph.store import Store
from graph.vocabulary import default_vocabulary
from tests.builders import fill, make_actor, make_article, make_event, make_party, make_reading
from tests.stores import Address

DEFAULT = EventQuery()
EVERYTHING = EventQuery(negated=None, modality=())
HOSTILE = [
    "<b>& \"quotes\" 'both'",
    "NUL \0 bell \7 escape \x1b",
    "tab\tline\nreturn\r",
    "\ufffe \uffff",
    "كوريا 👩‍👩‍👧‍👦",
    "]]> <!-- -->",
    "  spaces at both ends  ",
    "",
]


def exported(
    format: str, shape: str, store: Store, query: EventQuery = DEFAULT, part: str = "edges"
) -> bytes:
    out = io.BytesIO()
    write(format, shape, store, query, out, part)
    return out.getvalue()


@pytest.fixture
def filled(store: Store) -> Store:
    fill(
        store,
        make_event("USA", "CONDEMN", "PRK", attributed_to="reuters"),
        make_event("USA", "CONDEMN", "PRK", at=100, date="2024-06-19"),
        make_event("KOR", "CONDEMN", "RUS", article="article-2"),
        make_event("KOR-MIL", "CONDEMN", "RUS", article="article-2", at=100, published=None),
        make_event(make_party("RUS", person="vladimir-putin"), "PRAISE", "PRK", at=200, confidence=1.0),
        make_event("FRA", "ARM", "TCD", modality="planned", negated=True, at=300),
    )
    return store


def graph_of(format: str, content: bytes) -> nx.MultiDiGraph:
    reader = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}[format]
    arguments = {"force_multigraph": True} if format == "graphml" else {}
    graph = reader(io.BytesIO(content), **arguments)
    assert graph.is_directed()
    return graph


def edges_of(graph: nx.MultiDiGraph) -> Iterator[tuple[str, dict[str, object], str]]:
    for source, target, values in graph.edges(data=True):
        yield graph.nodes[source]["actor"], values, graph.nodes[target]["actor"]


@pytest.mark.parametrize("format", ["graphml", "gexf"])
@pytest.mark.parametrize(
    "query", [EventQuery(), EVERYTHING, EventQuery(level=Level.ACTOR), EventQuery(source=("KOR",))], ids=str
)
def test_networkx_reads_the_relations_back_with_their_counts(
    filled: Store, format: str, query: EventQuery
) -> None:
    graph = graph_of(format, exported(format, "relations", filled, query))
    keys = ("relation", "base", "quad", "events", "claimed", "articles", "weight", "first", "last")
    read = {(source, target, *(v.get(key) for key in keys)) for source, v, target in edges_of(graph)}
    rows = list(filled.all_relations(query))
    assert read == {
        (
            *(r.source, r.target, r.relation, r.base, Plover(r.base).quad),
            *(r.events, r.claimed, r.articles, float(r.events), r.first, r.last),
        )
        for r in rows
    }
    assert graph.number_of_edges() == len(rows)
    names = {values["actor"]: values["label"] for _, values in graph.nodes(data=True)}
    assert names == {row.source: row.source_name for row in rows} | {
        row.target: row.target_name for row in rows
    }


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_networkx_reads_one_edge_an_event(filled: Store, format: str) -> None:
    graph = graph_of(format, exported(format, "events", filled, EVERYTHING))
    read = {
        (
            v["event"],
            source,
            v["relation"],
            target,
            v["modality"],
            v["negated"],
            v["confidence"],
            v.get("date"),
        )
        for source, v, target in edges_of(graph)
    }
    assert read == {
        (
            e.id,
            e.source.actor.id,
            e.relation,
            e.target.actor.id,
            e.modality.value,
            e.negated,
            e.confidence,
            e.date,
        )
        for e in filled.events(EVERYTHING)
    }
    (praise,) = (v for _, v, _ in edges_of(graph) if v["relation"] == "PRAISE")
    assert praise["source_person"] == "vladimir-putin"
    assert praise["sentence"] == "Russia praise North Korea."


def test_graphml_edges_carry_their_relation_where_gephi_looks_for_it(filled: Store) -> None:
    root = ET.fromstring(exported("graphml", "relations", filled))
    ns = {"g": "http://graphml.graphdrawing.org/xmlns"}
    edges = root.findall(".//g:edge", ns)
    assert sorted(edge.attrib["label"] for edge in edges) == ["CONDEMN", "CONDEMN", "PRAISE"]
    assert [edge.attrib["id"] for edge in edges] == ["e0", "e1", "e2"]
    assert [node.attrib["id"] for node in root.findall(".//g:node", ns)] == ["n0", "n1", "n2", "n3"]
    keys = {key.attrib["id"]: key.attrib for key in root.findall("g:key", ns)}
    assert all(id.startswith(("n_", "e_")) for id in keys)
    assert keys["e_weight"]["attr.type"] == "double"
    assert {key["attr.type"] for key in keys.values()} <= {"string", "long", "double", "boolean"}
    assert root.find(".//g:edge/g:data[@key='e_weight']", ns).text == "2.0"  # type: ignore[union-attr]  # it is there


def test_gexf_edges_have_days_or_none_at_all(filled: Store) -> None:
    root = ET.fromstring(exported("gexf", "events", filled))
    ns = {"g": "http://gexf.net/1.3"}
    days = [(e.attrib["kind"], e.get("start"), e.get("end")) for e in root.findall(".//g:edge", ns)]
    assert ("CONDEMN", "2024-06-19", "2024-06-19") in days
    assert ("CONDEMN", None, None) in days
    assert not any("None" in (start, end) for _, start, end in days)


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
@pytest.mark.parametrize("shape", ["relations", "events"])
@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_hostile_names_give_readable_files(store: Store, format: str, shape: str, name: str) -> None:
    one, two = make_actor("one", name=name), make_actor("two" + name, name=name + "\0")
    fill(store, make_event(make_party(one, person=name or "x"), "CONDEMN", two))
    graph = graph_of(format, exported(format, shape, store))
    assert graph.number_of_nodes() == 2
    assert graph.number_of_edges() == 1
    readable = "".join("\ufffd" if c in "\0\7\x1b\ufffe\uffff" else c for c in name).replace("\r", "\n")
    if name:
        assert readable in {values["label"] for _, values in graph.nodes(data=True)}


def test_names_that_look_alike_when_cleaned_stay_two_nodes(store: Store) -> None:
    fill(store, make_event(make_actor("a\0"), "CONDEMN", make_actor("a\1")))
    assert graph_of("graphml", exported("graphml", "relations", store)).number_of_nodes() == 2


def test_jsonl_of_events_is_read_back_as_the_same_events(filled: Store) -> None:
    lines = exported("jsonl", "events", filled, EVERYTHING).decode().splitlines()
    events = [event_of(json.loads(line), name="line") for line in lines]
    assert events == list(filled.events(EVERYTHING))
    assert len(events) == 6


def test_jsonl_of_events_and_articles_makes_the_same_graph_again(filled: Store, address: Address) -> None:
    vocabulary = default_vocabulary()
    events = [
        event_of(json.loads(line), name="line")
        for line in exported(
            "jsonl", "events", filled, export_query("jsonl", "events", {}, vocabulary)
        ).splitlines()
    ]
    query = export_query("jsonl", "articles", {}, vocabulary)
    before = [exported("jsonl", shape, filled, EVERYTHING) for shape in ("events", "articles", "relations")]
    articles = [json.loads(line) for line in exported("jsonl", "articles", filled, query).splitlines()]
    for line in articles:
        filled.remove(line["id"])
    assert filled.totals().actors == 0
    for line in articles:
        marks = {key: line.pop(key) for key in ("hash", "extractor", "codebook")}
        of_one = [event for event in events if event.article == line["id"]]
        article = make_article(**({"published": None} | line))
        filled.add(
            [make_reading(*of_one, article=article, extractor=marks["extractor"], codebook=marks["codebook"])]
        )
        stored = filled.article(line["id"])
        assert stored is not None
        assert stored.hash == marks["hash"]
    after = [exported("jsonl", shape, filled, EVERYTHING) for shape in ("events", "articles", "relations")]
    assert after == before


def test_jsonl_of_articles_keeps_those_without_events_unless_filtered(filled: Store) -> None:
    filled.add([make_reading(article=make_article("Nothing happened.", id="article-9"))])

    def ids(query: EventQuery) -> list[str]:
        return [json.loads(line)["id"] for line in exported("jsonl", "articles", filled, query).splitlines()]

    assert ids(EVERYTHING) == ["article-1", "article-2", "article-9"]
    assert ids(EventQuery(source=("KOR",))) == ["article-2"]


def test_jsonl_of_relations_says_what_the_answer_says(filled: Store) -> None:
    first = json.loads(exported("jsonl", "relations", filled).splitlines()[0])
    assert first == {
        "source": {"id": "KOR", "name": "South Korea", "kind": "country"},
        "relation": "CONDEMN",
        "base": "ACCUSE",
        "target": {"id": "RUS", "name": "Russia", "kind": "country"},
        "events": 2,
        "claimed": 0,
        "articles": 1,
        "first": "2024-12-28",
        "last": "2024-12-28",
    }


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_csv_edges_and_nodes_fit_together(filled: Store) -> None:
    edges = table(exported("csv", "relations", filled))
    assert [(e["source"], e["relation"], e["target"], e["events"], e["claimed"]) for e in edges] == [
        ("KOR", "CONDEMN", "RUS", "2", "0"),
        ("USA", "CONDEMN", "PRK", "2", "1"),
        ("RUS", "PRAISE", "PRK", "1", "0"),
    ]
    nodes = table(exported("csv", "relations", filled, part="nodes"))
    assert [node["id"] for node in nodes] == ["KOR", "PRK", "RUS", "USA"]
    assert {node["kind"] for node in nodes} == {"country"}


def test_csv_of_events_has_a_row_an_event(filled: Store) -> None:
    rows = table(exported("csv", "events", filled, EVERYTHING))
    assert {row["event"] for row in rows} == {event.id for event in filled.events(EVERYTHING)}
    (planned,) = (row for row in rows if row["relation"] == "ARM")
    assert (planned["source"], planned["target"], planned["negated"]) == ("FRA", "TCD", "true")
    nodes = table(exported("csv", "events", filled, EVERYTHING, part="nodes"))
    assert {node["id"] for node in nodes} >= {"KOR-MIL", "TCD"}


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1"])
def test_csv_cells_never_run_as_formulas(store: Store, formula: str) -> None:
    fill(store, make_event(make_actor(formula, name=formula), "CONDEMN", "RUS"))
    for part in ("edges", "nodes"):
        for shape in ("relations", "events"):
            cells = [c for row in table(exported("csv", shape, store, part=part)) for c in row.values()]
            assert not any(cell.startswith(formula[0]) for cell in cells)
            assert "'" + formula in cells


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("shape", ["relations", "events"])
def test_an_empty_graph_is_a_valid_file(store: Store, format: str, shape: str) -> None:
    content = exported(format, shape, store)
    if format in ("graphml", "gexf"):
        assert graph_of(format, content).number_of_nodes() == 0
    else:
        assert len(content.splitlines()) == (format == "csv")


@pytest.mark.parametrize(
    ("format", "shape", "part", "mend"),
    [
        ("graphml", "articles", "edges", "graphml cannot hold articles; use --format jsonl"),
        ("csv", "articles", "nodes", "csv cannot hold articles"),
        ("jsonl", "relations", "nodes", "jsonl holds nodes and edges in one file"),
        ("pdf", "relations", "edges", "'pdf' is not one of graphml, gexf, csv, jsonl"),
        ("csv", "people", "edges", "'people' is not one of relations, events, articles"),
        ("csv", "events", "all", "'all' is not one of edges, nodes"),
    ],
)
def test_what_a_format_cannot_hold_is_refused_before_anything_is_written(
    store: Store, format: str, shape: str, part: str, mend: str
) -> None:
    with pytest.raises(BadQuery, match=mend):
        stream(format, shape, store, EventQuery(), part)


def test_every_format_has_relations_and_events() -> None:
    assert {(f, s) for f in FORMATS for s in ("relations", "events")} <= {(f, s) for f, s, _ in WRITERS}


def test_an_export_under_way_survives_changes(store: Store) -> None:
    fill(store, *(make_event("USA", "CONDEMN", "RUS", at=100 * i) for i in range(2000)))
    pieces = stream("graphml", "events", store, EventQuery())
    first = next(pieces)
    fill(store, make_event("FRA", "PRAISE", "DEU", article="article-2"))
    store.remove("article-1")
    graph = graph_of("graphml", first + b"".join(pieces))
    assert {values["actor"] for _, values in graph.nodes(data=True)} == {"USA", "RUS"}


def test_an_actor_that_comes_in_between_the_two_readings_breaks_no_file(address: Address) -> None:
    with address.open() as store:
        fill(store, make_event("USA", "CONDEMN", "RUS"))
        pieces = stream("graphml", "relations", store, EventQuery())
        fill(store, make_event("FRA", "PRAISE", "DEU", article="article-2"))
        graph = graph_of("graphml", b"".join(pieces))
        assert graph.number_of_edges() == 1
