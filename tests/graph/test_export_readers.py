"""Ten thousand names made to break files are read alike by networkx, lxml and Gephi's own toolkit."""

import functools
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from lxml import etree

from graph.export import write
from graph.export.network import quoted
from graph.model import Event
from graph.query import EventQuery, Level
from graph.sqlite_store import SqliteStore
from graph.store import Store
from graph.vocabulary import default_vocabulary
from tests.builders import make_actor, make_event, make_party, make_reading
from tests.gephi import toolkit

NAMES = 10_000
SEED = 7
FIRST_DAY = date(1995, 3, 1)
QUERY = EventQuery(negated=None, modality=(), level=Level.ACTOR)
SHAPES, FORMATS = ("relations", "events"), ("graphml", "gexf")
PIECES = [
    *map(chr, range(0x20)),
    *map(chr, range(0x7F, 0xA1)),
    *"\u00ad\u034f\u0600\u061c\u180e\u200b\u200d\u200e\u200f\u2028\u2029\u2060\ufeff\ufff9\ufffc\ufffd",
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufdd0\ufdef\ufffe\uffff\ue000\uf8ff\ud7ff",
    *"\U0001fffe\U0001ffff\U0010fffe\U0010ffff\U000e0001\U00010000\U0001f1fa\U0001f468\u200d\U0001f469",
    *"\"'`<>&;=+-@#%\\/?!|{}[]() \u3000e\u0301\u0327\u05d0\u0627\ufdfa\u5317\u671d\ud55c",
    *("]]>", "<![CDATA[", "<!--", "-->", "<?xml?>", "<!DOCTYPE x>", "</node>", "<data key='n_label'>", "/>"),
    *(
        "&amp;",
        "&lt",
        "&#0;",
        "&#x1f;",
        "&nbsp;",
        "&unknown;",
        "%s",
        "{0}",
        "\\u0000",
        "\r\n",
        "\n\r",
        "\t\t",
    ),
    *(
        "INF",
        "-INF",
        "INFANTRY",
        "None",
        "null",
        "nan",
        "true",
        "1",
        "1.0",
        "n0",
        "e0",
        "id",
        "label",
        "weight",
        "KOR",
        "State of ",
    ),
    *("كوريا الشمالية", "Йемен", "北朝鲜", "👩‍👩‍👧‍👦", "Zoë", "O'Neill", "  ", "x" * 300),
]


def fuzzed_names() -> Iterator[str]:
    """Names of pieces that have broken some reader, and of any character; every other one has a twin that
    looks the same once what XML forbids is replaced."""
    chance = random.Random(SEED)
    while True:
        parts = chance.choices(PIECES, k=chance.randrange(7))
        parts += [_any_character(chance) for _ in range(chance.randrange(3))]
        chance.shuffle(parts)
        name = "".join(parts)
        yield name + "\0"
        yield name + "\ufffe"
        yield name


def _any_character(chance: random.Random) -> str:
    code = chance.randrange(0x110000 - 0x800)
    return chr(code if code < 0xD800 else code + 0x800)  # a store takes no surrogates


def readable(text: str) -> str:
    """The text with U+FFFD for each character that is not a Char of XML 1.0 (production 2), and with the ends
    of lines that XML has (section 2.11)."""

    def is_char(code: int) -> bool:
        return code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000

    return "".join(c if is_char(ord(c)) else "\ufffd" for c in re.sub("\r\n?", "\n", text))


def fuzzed_events() -> Iterator[Event]:
    """Events along a ring of all names: two relations each way of a pair, some done twice, some undated."""
    chance = random.Random(SEED)
    names = list(islice(fuzzed_names(), NAMES))
    relations = sorted(default_vocabulary().relations)
    ids = [f"{n} {name}"[:200].replace("INF", "inf") for n, name in enumerate(names)]
    actors = [make_actor(id, name=name) for id, name in zip(ids, names, strict=True)]
    for n, actor in enumerate(actors):
        one, two = chance.sample(relations, 2)
        other = actors[(n + 1) % NAMES] if n % 50 else actor
        source = make_party(actor, person=names[-n][:200] + "p" if n % 3 else None)
        for at, relation in enumerate([one, two, *([one] if n % 4 == 0 else [])]):
            day = (FIRST_DAY + timedelta(days=chance.randrange(12_000))).isoformat()
            yield make_event(
                source,
                relation,
                other,
                at=3000 * at,
                article=f"{n} {names[-n]}"[:200],
                date=day if chance.random() < 0.5 else None,
                published=None if n % 5 == 0 else day,
                modality=chance.choice(["actual", "planned"]),
                negated=chance.random() < 0.1,
                confidence=chance.choice([0.5, 1.0, 1 / 3]),
            )


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of ten thousand names."""
    by_article: dict[str, list[Event]] = {}
    for event in fuzzed_events():
        by_article.setdefault(event.article, []).append(event)
    with SqliteStore(tmp_path_factory.mktemp("fuzzed") / "graph.db") as store:
        store.add(make_reading(*events) for events in by_article.values())
        yield store


@pytest.fixture(scope="module")
def files(fuzzed: Store, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    """Its exports, by shape and format."""
    folder = tmp_path_factory.mktemp("exports")
    made = {(shape, format): folder / f"{shape}.{format}" for shape in SHAPES for format in FORMATS}
    for (shape, format), path in made.items():
        with path.open("wb") as out:
            write(format, shape, fuzzed, QUERY, out)
    return made


@pytest.fixture(scope="module")
def in_gephi(files: dict[tuple[str, str], Path]) -> dict[tuple[str, str, str], dict[str, Any]]:
    """What Gephi holds of each file, by shape, format and what becomes of parallel edges of one relation.

    Left out, loudly, where Java or Maven lack.
    """
    lacking = toolkit.missing()
    if lacking:
        pytest.skip(f"no Gephi toolkit to read exports with: {lacking}")
    asked = [
        *(("relations", format, "SUM") for format in FORMATS),
        *(("events", format, "NO_MERGE") for format in FORMATS),
        ("events", "gexf", "SUM"),
    ]
    read = toolkit.read([(merge, files[shape, format]) for shape, format, merge in asked])
    return dict(zip(asked, read, strict=True))


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader makes of a file: nodes (actor, label) and edges (source, relation, label, target, weight,
    event, first day, last day), as often as they are there."""

    nodes: Counter[tuple[Any, ...]]
    edges: Counter[tuple[Any, ...]]


@functools.cache
def held(store: Store, shape: str, *, days: bool) -> Found:
    """The same, by the store itself; days are looked at in GEXF, where they are the edge's own."""
    edges: Counter[tuple[Any, ...]] = Counter()
    names: dict[str, str] = {}
    if shape == "relations":
        for row in store.all_relations(QUERY):
            names |= {row.source: row.source_name, row.target: row.target_name}
            ends = readable(row.source), row.relation, row.relation, readable(row.target)
            span = (row.first, row.last) if days else (None, None)
            edges[*ends, float(row.events), None, *span] += 1
    else:
        for event in store.events(QUERY):
            source, target = event.source.actor, event.target.actor
            names |= {source.id: source.name, target.id: target.name}
            ends = readable(source.id), event.relation, event.relation, readable(target.id)
            edges[*ends, 1.0, event.id, *([event.when] * 2 if days else [None, None])] += 1
    labels = {id: name if name.strip(" \t\r\n") else id for id, name in names.items()}
    return Found(Counter((readable(id), readable(label)) for id, label in labels.items()), edges)


def by_networkx(path: Path) -> Found:
    read = nx.read_gexf if path.suffix == ".gexf" else nx.read_graphml
    graph = read(path) if path.suffix == ".gexf" else read(path, force_multigraph=True)
    assert graph.is_directed()
    actor = {node: values["actor"] for node, values in graph.nodes(data=True)}
    return Found(
        Counter((v["actor"], v.get("label", "")) for _, v in graph.nodes(data=True)),
        Counter(
            (
                *(actor[s], v["relation"], v["label"], actor[t], v["weight"]),
                *(v.get("event"), v.get("start"), v.get("end")),
            )
            for s, t, v in graph.edges(data=True)
        ),
    )


def by_lxml(path: Path) -> Found:
    root = etree.parse(path).getroot()

    def values(element: etree._Element) -> dict[str, str]:
        own = {f"{k}": str(v) for k, v in element.attrib.items()}
        data = {str(d.get("key")): d.text or "" for d in element.findall("{*}data")}
        return own | data | {str(a.get("for")): str(a.get("value")) for a in element.iter("{*}attvalue")}

    nodes = {v["id"]: v for v in map(values, root.iter("{*}node"))}
    edges = list(map(values, root.iter("{*}edge")))
    assert len(nodes) == len(list(root.iter("{*}node")))
    assert len({e["id"] for e in edges}) == len(edges)
    gexf = path.suffix == ".gexf"
    label, weight = ("label", "weight") if gexf else ("e_label", "e_weight")
    return Found(
        Counter((v["n_actor"], v["label" if gexf else "n_label"]) for v in nodes.values()),
        Counter(
            (
                *(nodes[e["source"]]["n_actor"], e["e_relation"], e[label], nodes[e["target"]]["n_actor"]),
                *(float(e[weight]), e.get("e_event"), e.get("start"), e.get("end")),
            )
            for e in edges
        ),
    )


def by_gephi(read: dict[str, Any]) -> Found:
    assert [issue for issue in read["issues"] if not issue.startswith("INFO")] == []
    for edge in read["edges"]:
        assert edge["directed"]
        assert edge["values"]["relation"] == in_a_column(edge["type"])
    actor = {node["id"]: node["values"]["actor"] for node in read["nodes"]}
    return Found(
        Counter((node["values"]["actor"], node["label"] or "") for node in read["nodes"]),
        Counter(
            (
                *(actor[e["source"]], e["type"], e["label"], actor[e["target"]], e["weight"]),
                *(e["values"].get("event"), *days_of(e)),
            )
            for e in read["edges"]
        ),
    )


def in_a_column(text: str) -> str:
    """What Gephi makes of a text that is no label: it takes INF for a number wherever it stands."""
    return text.replace("INF", "Infinity")


def days_of(edge: dict[str, Any]) -> tuple[str | None, str | None]:
    """First and last day of an edge's one interval in Gephi's timeline, both inclusive."""
    if not edge["days"]:
        return None, None
    ((low, high),) = edge["days"]
    first, last = (datetime.fromtimestamp(millis / 1000, UTC) for millis in (low, high))
    assert (first.hour, last.hour) == (0, 0)
    return first.date().isoformat(), last.date().isoformat()


def test_the_names_are_ten_thousand_and_some_look_alike_when_cleaned(fuzzed: Store) -> None:
    names = [actor.name for actor in fuzzed.actors_of(QUERY)]
    assert len(names) == NAMES
    assert len(set(names)) > len(set(map(readable, names))) > 5_000
    assert sum(name != readable(name) for name in names) > 5_000
    events = list(fuzzed.events(QUERY))
    assert len(events) > 2 * NAMES
    assert {event.when is None for event in events} == {True, False}
    pairs = Counter((e.source.actor.id, e.target.actor.id) for e in events)
    assert min(pairs.values()) == 2  # parallel relations of every pair


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("reader", [by_networkx, by_lxml])
def test_any_names_are_read_as_the_store_holds_them(
    fuzzed: Store,
    files: dict[tuple[str, str], Path],
    reader: Callable[[Path], Found],
    shape: str,
    format: str,
) -> None:
    found, expected = reader(files[shape, format]), held(fuzzed, shape, days=format == "gexf")
    assert found.nodes == expected.nodes
    assert found.edges == expected.edges


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(("shape", "merge"), [("relations", "SUM"), ("events", "NO_MERGE")])
def test_gephi_reads_any_names_as_the_store_holds_them(
    in_gephi: dict[tuple[str, str, str], dict[str, Any]], fuzzed: Store, shape: str, format: str, merge: str
) -> None:
    read = in_gephi[shape, format, merge]
    assert read["dynamic"] == (format == "gexf")
    found, expected = by_gephi(read), held(fuzzed, shape, days=format == "gexf")
    assert found.nodes == expected.nodes
    assert found.edges == expected.edges


def test_gephi_merges_events_of_a_relation_unless_told_not_to_and_never_two_relations(
    in_gephi: dict[tuple[str, str, str], dict[str, Any]],
) -> None:
    def weights(read: dict[str, Any]) -> Counter[tuple[Any, ...]]:
        actor = {node["id"]: node["values"]["actor"] for node in read["nodes"]}
        return Counter(
            (actor[e["source"]], e["type"], actor[e["target"]], e["weight"]) for e in read["edges"]
        )

    merged, counted = in_gephi["events", "gexf", "SUM"], in_gephi["relations", "gexf", "SUM"]
    assert weights(merged) == weights(counted)


def test_halves_of_characters_are_joined_and_lone_ones_replaced() -> None:
    written = quoted("\ud83d\udc69 \ud83d \udc69")
    assert etree.fromstring(f'<a b="{written}"/>').get("b") == "\U0001f469 \ufffd \ufffd"
