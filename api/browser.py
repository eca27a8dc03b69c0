"""What makes the graph pleasant in Neo4j Browser: its colours, a guide of saved queries, links into it.

Everything here is text that the Browser reads; nothing of the graph itself is in it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from api.settings import Settings
from graph.model import Plover
from graph.neo4j_conditions import event_conditions, pair_conditions
from graph.query import QUAD_NAMES, EventQuery, is_counted_by_pairs
from graph.vocabulary import Vocabulary

QUERIES = Path(__file__).parent / "web" / "browser" / "queries"
DRAWN = 300  # edges or events that a link asks for; the Browser draws no more than about that readably
LONGEST_LINK = 6_000  # characters; proxies refuse headers of 8 kB

# Blues and greens cooperate, oranges and reds are in conflict; what is said is light, what is done is dark.
# Blue against orange and light against dark can be told apart by who does not see red and green.
EDGE_COLOURS = {
    Plover.AGREE: "#5aa9e0",
    Plover.CONSULT: "#86c5ee",
    Plover.SUPPORT: "#2f86cc",
    Plover.CONCEDE: "#7fb2d0",
    Plover.COOPERATE: "#0b6e8f",
    Plover.AID: "#00695c",
    Plover.RETREAT: "#3c9d9b",
    Plover.REQUEST: "#f5c04e",
    Plover.ACCUSE: "#ef8e2c",
    Plover.REJECT: "#d9a441",
    Plover.THREATEN: "#e8663c",
    Plover.PROTEST: "#c9502c",
    Plover.SANCTION: "#b3302e",
    Plover.MOBILIZE: "#96325e",
    Plover.COERCE: "#8c1c2b",
    Plover.ASSAULT: "#5e0a12",
}


@dataclass(frozen=True, slots=True)
class NodeStyle:
    """How nodes of a label look: what is written in them, their colours and their size in pixels."""

    label: str
    caption: str
    fill: str
    border: str
    text: str
    diameter: int


# A node takes what all its labels say, and the later one wins: :Actor stands before the kinds of actor.
NODES = (
    NodeStyle("Actor", "{name}", "#8a8f98", "#63676e", "#ffffff", 80),
    NodeStyle("Country", "{name}", "#27496d", "#142850", "#ffffff", 80),
    NodeStyle("Organisation", "{name}", "#6a4c93", "#4a3569", "#ffffff", 80),
    NodeStyle("Group", "{name}", "#8d5a2b", "#63401f", "#ffffff", 80),
    NodeStyle("Event", "{relation}", "#ffe08a", "#c9a227", "#222222", 80),
    NodeStyle("Article", "{title}", "#e4e7eb", "#9aa5b1", "#222222", 80),
)
EVENT_EDGES = ("SOURCE", "TARGET", "REPORTED_IN", "ATTRIBUTED_TO", "PART_OF")
GREY = "#a5abb6"


def style(vocabulary: Vocabulary) -> str:
    """The style sheet: nodes by what they are, edges by the PLOVER type of their relation."""
    rules = [
        "node {\n  diameter: 65px;\n  color: #8a8f98;\n  border-color: #63676e;\n  border-width: 2px;\n"
        "  text-color-internal: #ffffff;\n  font-size: 12px;\n}",
        f"relationship {{\n  color: {GREY};\n  shaft-width: 2px;\n  font-size: 11px;\n  padding: 3px;\n"
        '  text-color-external: #222222;\n  text-color-internal: #ffffff;\n  caption: "<type>";\n}',
    ]
    rules += [_node_rule(node) for node in NODES]
    rules += [_edge_rule(name, GREY, "#222222", 1) for name in EVENT_EDGES]
    rules += [
        _edge_rule(relation.name, EDGE_COLOURS[relation.plover], _ink(relation.plover), 3)
        for relation in vocabulary.relations.values()
    ]
    return "\n".join(rules) + "\n"


def _node_rule(node: NodeStyle) -> str:
    return (
        f"node.{node.label} {{\n  color: {node.fill};\n  border-color: {node.border};\n"
        f"  text-color-internal: {node.text};\n  diameter: {node.diameter}px;\n"
        f'  caption: "{node.caption}";\n}}'
    )


def _edge_rule(name: str, colour: str, ink: str, width: int) -> str:
    return (
        f"relationship.{name} {{\n  color: {colour};\n  text-color-internal: {ink};\n"
        f'  shaft-width: {width}px;\n  caption: "<type>";\n}}'
    )


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A question to the graph in Cypher, with the words that say what it asks."""

    name: str
    title: str
    says: str
    cypher: str


@lru_cache(maxsize=1)
def saved_queries() -> tuple[SavedQuery, ...]:
    """The .cypher files of api/web/browser/queries: a title, a sentence about it, and the query."""
    return tuple(_saved(path) for path in sorted(QUERIES.glob("*.cypher")))


def _saved(path: Path) -> SavedQuery:
    title, says, cypher = path.read_text(encoding="utf-8").split("\n", 2)
    return SavedQuery(path.stem, title.removeprefix("// "), says.removeprefix("// "), cypher.strip())


def guide(style_address: str) -> str:
    """The saved queries as a guide of the Browser: a slide each, with a block that a click types for you."""
    first = _slide(
        "Who does what to whom",
        "A click puts a block into the editor, Ctrl+Enter runs it. Begin with these two: the colours of gkg, "
        "and that only the edges which were asked for are drawn.",
        f":style {style_address}",
        ":config autoComplete: false",
    )
    slides = [_slide(query.title, query.says, query.cypher) for query in saved_queries()]
    return (
        '<article class="guide">\n<carousel class="deck container-fluid">\n'
        + "\n".join([first, *slides, _legend()])
        + "\n</carousel>\n</article>\n"
    )


def _slide(title: str, says: str, *blocks: str) -> str:
    runnable = '<pre class="pre-scrollable code runnable" data-lang="cypher">{}</pre>'
    return SLIDE.format(
        title=escape(title),
        says=escape(says),
        rest="\n".join(runnable.format(escape(block, quote=False)) for block in blocks),
    )


def _legend() -> str:
    """The slide that says which colour is which type."""
    lines = []
    for quad in QUAD_NAMES:
        marks = (MARK.format(EDGE_COLOURS[p], _ink(p), p.value) for p in Plover if p.quad == quad)
        lines.append(f"<p><b>{quad}</b><br>{' '.join(marks)}</p>")
    return SLIDE.format(title="The colours", says=COLOURS_SAY, rest="\n".join(lines))


def _ink(plover: Plover) -> str:
    """A colour for words upon the colour of a type."""
    return "#222222" if plover.quad.startswith("verbal") else "#ffffff"


SLIDE = """\
<slide class="row-fluid">
<div class="col-sm-12">
<h3>{title}</h3>
<p>{says}</p>
{rest}
</div>
</slide>"""
MARK = '<span style="background: {}; color: {}; padding: 1px 5px">{}</span>'
COLOURS_SAY = (
    "An edge has the colour of the PLOVER type of its relation: cooperation is blue or green, conflict "
    "orange or red, and what is done is darker than what is said."
)


def link(settings: Settings, query: EventQuery) -> str | None:
    """A link that opens the Browser with the question typed in, not run.

    None where the graph is not on a Neo4j server, nobody said where its Browser is, or the link were too
    long to be a header.
    """
    browser, _, told = (settings.neo4j_browser or "").partition("?dbms=")
    server = urlsplit(told or settings.store)
    if not browser or not server.hostname or server.scheme not in SCHEMES:
        return None
    host = f"[{server.hostname}]" if ":" in server.hostname else server.hostname
    seen = f"{server.scheme}://{quote(settings.neo4j_user, safe='')}@{host}:{server.port or 7687}"
    database = quote(settings.neo4j_database or "neo4j", safe="")
    typed = quote(cypher_of(query), safe="")
    address = f"{browser}?dbms={seen}&db={database}&cmd=edit&arg={typed}"
    return address if len(address) <= LONGEST_LINK else None


SCHEMES = frozenset(f"{name}{security}" for name in ("neo4j", "bolt") for security in ("", "+s", "+ssc"))


def cypher_of(query: EventQuery) -> str:
    """A query as Cypher to read and to change: counted edges where they answer it, else the events."""
    if is_counted_by_pairs(query):
        types, where, values = pair_conditions(query)
        pattern = f"MATCH p=(s:Actor)-[r{types}]->(t:Actor)"
    else:
        where, values = event_conditions(query)
        pattern = "MATCH p=(:Actor)<-[:SOURCE]-(e:Event)-[:TARGET]->(:Actor)"
    condition = "" if where == "true" else f" WHERE {_with_values(where, values)}"
    return f"{pattern}{condition} RETURN p LIMIT {DRAWN}"


def _with_values(where: str, values: Mapping[str, Any]) -> str:
    """A condition with its parameters written out."""
    return re.sub(r"\$(\w+)", lambda found: _literal(values[found[1]]), where)


def _literal(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_literal(part) for part in value) + "]"
    if isinstance(value, str):
        return "'" + "".join(_character(char) for char in value) + "'"
    return repr(value)


def _character(char: str) -> str:
    """A character inside a Cypher string; the Browser cuts a link at & and #, percent-encoded or not."""
    if char in "\\'":
        return "\\" + char
    return (
        char if char.isalnum() or char in " -_.:/,()" else "".join(f"\\u{unit:04x}" for unit in _units(char))
    )


def _units(char: str) -> list[int]:
    raw = char.encode("utf-16-be", "surrogatepass")
    return [int.from_bytes(raw[i : i + 2]) for i in range(0, len(raw), 2)]
