"""Neo4j Browser, really driven, shows the graph as gkg means it: the colours, the guide, the links."""

import re
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import pytest
from neo4j import Driver, GraphDatabase
from playwright.sync_api import Page

from api.app import create_app
from api.browser import EDGE_COLOURS, SavedQuery, cypher_of, link, saved_queries, style
from api.settings import Settings
from extract.pipeline import Extractor
from graph.model import Plover
from graph.query import EventQuery, Level
from graph.vocabulary import default_vocabulary
from server.neo4j_server import free_port
from tests.stores import Server, emptied, server_address
from tests.web.chromium import CHROMIUM, chromium_page, listening, load_samples, new_visitor
from tests.web.neo4j_browser import Neo4jBrowser

CONDEMNATIONS = "MATCH p=(:Country)-[:CONDEMN]->() RETURN p"
AWKWARD = r"""R&D #1: 'x' \ "y" 100% + Ж \u0027"""
UNKNOWN = {"01N50": "label", "01N51": "relationship type", "01N52": "property"}


@dataclass(frozen=True, slots=True)
class Served:
    """The samples on a Neo4j server, and gkg before it on HTTP."""

    server: Server
    browser: str
    http: str


@pytest.fixture(scope="module")
def served(neo4j: Server, extractor: Extractor) -> Iterator[Served]:
    address = emptied(server_address(neo4j))
    browser = getattr(neo4j, "browser", None)
    port = free_port()
    settings = Settings(
        store=neo4j.uri, neo4j_user=neo4j.user, neo4j_browser=browser, host="127.0.0.1", port=port
    )
    with address.open() as store:
        load_samples(store, extractor)
        with listening(create_app(settings, store=store, extractor=extractor), port):
            yield Served(neo4j, browser or "", f"http://localhost:{port}")


@pytest.fixture(scope="module")
def driver(served: Served) -> Iterator[Driver]:
    login = served.server.user, served.server.password
    with GraphDatabase.driver(served.server.uri, auth=login) as driver:
        yield driver


@pytest.fixture(scope="module")
def page(served: Served) -> Iterator[Page]:
    if not CHROMIUM.exists():
        pytest.skip("chromium is missing: apt-get install chromium")
    if not served.browser:
        pytest.skip("where the Browser of the server of GKG_TEST_NEO4J_URI is, nobody said")
    with chromium_page() as page:
        yield page


@pytest.fixture(scope="module")
def visit(page: Page, served: Served) -> Neo4jBrowser:
    """The Browser, connected, which draws the edges that were asked for and no others."""
    browser = Neo4jBrowser(page, served.server)
    browser.connect(served.browser)
    browser.run(":config autoComplete: false")
    browser.expect('"autoComplete": false')
    return browser


@pytest.fixture
def other_visit(page: Page, served: Served) -> Iterator[Neo4jBrowser]:
    """Somebody else's visit to the Browser, not connected yet."""
    assert page.context.browser
    other = new_visitor(page.context.browser)
    yield Neo4jBrowser(other, served.server)
    other.context.close()


@pytest.fixture
def link_of(served: Served) -> Callable[..., str]:
    """The link to the Browser that an answer to a question carries."""

    def found(path: str, **filters: str) -> str:
        with urllib.request.urlopen(f"{served.http}{path}?{urlencode(filters)}") as answer:
            link = re.fullmatch(r'<(\S+)>; rel="alternate"; title="Neo4j Browser"', answer.headers["Link"])
        assert link
        return link[1]

    return found


def test_countries_that_condemn_are_drawn_with_their_names(visit: Neo4jBrowser, driver: Driver) -> None:
    paths = [row["p"] for row in driver.execute_query(CONDEMNATIONS).records]
    nodes = {node["id"] for path in paths for node in path.nodes}
    visit.run(CONDEMNATIONS)
    captions = visit.captions()
    assert {"France", "Russia", "Soviet Union", "Israel", "Egypt"} <= set(captions)
    assert len(captions) == len(nodes)
    assert len(visit.edge_fills()) == len(paths)
    assert "CONDEMN" in visit.edges()


def test_the_style_colours_nodes_by_kind_and_edges_by_type(visit: Neo4jBrowser, served: Served) -> None:
    visit.run(":style reset")
    visit.run(CONDEMNATIONS)
    before = visit.fills()
    visit.run(f":style {served.http}/browser/style.grass")
    visit.expect("relationship.CONDEMN")
    visit.run(CONDEMNATIONS)
    after = visit.fills()
    assert after["France"] == "#27496d" != before["France"]
    assert next(fill for name, fill in after.items() if name.startswith("Palestine")) == "#8d5a2b"
    assert set(visit.edge_fills()) == {EDGE_COLOURS[Plover.ACCUSE]}


@pytest.mark.parametrize("command", [":play", ":guide"])
def test_the_guide_opens_and_its_first_query_runs(visit: Neo4jBrowser, served: Served, command: str) -> None:
    visit.run(":clear")
    visit.run(f"{command} {served.http}/browser/guide.html")
    visit.page.get_by_text("A click puts a block into the editor").wait_for()
    visit.turn_to(2, "RETURN p")
    visit.click_block("RETURN p")
    visit.run_typed()
    assert "France" in visit.captions()


def test_a_link_types_the_question_and_does_not_run_it(
    other_visit: Neo4jBrowser, link_of: Callable[..., str]
) -> None:
    other_visit.connect(link_of("/v1/relations", relation="condemns", target="Russia"))
    assert "(s:Actor)-[r:CONDEMN]->(t:Actor)" in other_visit.typed()
    assert other_visit.page.locator("g.node").count() == 0
    other_visit.run_typed()
    captions = other_visit.captions()  # without our style the United Kingdom is cut off
    assert len(captions) == 4
    assert {"France", "Russia"} < set(captions)


def test_a_link_arrives_whole_whatever_an_article_is_called(
    other_visit: Neo4jBrowser, link_of: Callable[..., str]
) -> None:
    other_visit.connect(link_of("/v1/relations", article=AWKWARD))
    assert other_visit.typed().endswith("RETURN p LIMIT 300")


def test_a_question_in_words_has_the_link_of_its_filters(link_of: Callable[..., str], visit: object) -> None:
    in_words = link_of("/v1/ask", q="who condemns Russia")
    assert in_words == link_of("/v1/relations", relation="condemns", target="Russia")


@pytest.mark.parametrize("query", saved_queries(), ids=lambda query: query.name)
def test_every_saved_query_finds_something_in_the_samples(driver: Driver, query: SavedQuery) -> None:
    assert query.title
    assert query.says.endswith(".")
    answer = driver.execute_query(query.cypher)
    assert answer.records
    statuses = answer.summary.gql_status_objects
    assert [status.status_description for status in statuses if status.gql_status in UNKNOWN] == []


@pytest.mark.parametrize(
    "query",
    [
        EventQuery(),
        EventQuery(source=("FRA",), relation=("CONDEMN", "SANCTION")),
        EventQuery(actor=("USA",), level=Level.ACTOR),
        EventQuery(between=(("USA", "CHN"),), code=("CHN",)),
        EventQuery(since="1990-01-01", until="2023-01-01", quad=("verbal conflict",)),
        EventQuery(plover=("ACCUSE",), negated=None, modality=(), min_confidence=0.5),
        EventQuery(person=("emmanuel-macron",), attributed_to=("SYR",), negated=True),
        EventQuery(source=(AWKWARD,), content=("CONDEMN",)),
    ],
    ids=lambda query: ",".join(query.described()),
)
def test_every_filter_can_be_a_link(driver: Driver, query: EventQuery) -> None:
    driver.execute_query(cypher_of(query))


@pytest.mark.parametrize("text", [AWKWARD, "\\", "'", "\\'", "\\u0027 OR true //", "\U0001f30d", "\n\t\0"])
def test_a_name_in_a_link_stays_one_string(driver: Driver, text: str) -> None:
    written = re.search(r"e\.article IN \[(.*)\]\) AND e\.counted", cypher_of(EventQuery(article=(text,))))
    assert written
    assert not set("&#") & set(written[1])
    assert driver.execute_query(f"RETURN {written[1]} AS text").records[0]["text"] == text


@pytest.mark.parametrize("change", [{"store": "sqlite:///graph.db"}, {"neo4j_browser": None}])
def test_there_is_no_link_without_a_browser(change: dict[str, Any]) -> None:
    given: dict[str, Any] = {"store": "neo4j://host", "neo4j_browser": "http://127.0.0.1:7474/browser/"}
    assert link(Settings(**given), EventQuery())
    assert link(Settings(**given | change), EventQuery()) is None


def test_a_link_names_the_server_and_never_the_password() -> None:
    settings = Settings(
        store="bolt://graph.example.org:7777",
        neo4j_user="ana",
        neo4j_password="not-to-be-told",
        neo4j_database="news",
        neo4j_browser="http://127.0.0.1:7474/browser/",
    )
    address = link(settings, EventQuery(relation=("CONDEMN",)))
    assert address
    assert "not-to-be-told" not in address
    asked = parse_qs(urlsplit(address).query)
    assert asked["dbms"] == ["bolt://ana@graph.example.org:7777"]
    assert asked["db"] == ["news"]
    assert asked["cmd"] == ["edit"]
    assert quote(asked["arg"][0], safe="") in address


def test_every_relation_has_the_colour_of_its_type() -> None:
    sheet = style(default_vocabulary())
    assert set(EDGE_COLOURS) == set(Plover)
    assert len(set(EDGE_COLOURS.values())) == len(Plover)
    for relation in default_vocabulary().relations.values():
        assert f"relationship.{relation.name} {{\n  color: {EDGE_COLOURS[relation.plover]};" in sheet


@pytest.mark.parametrize("path", ["/browser/style.grass", "/browser/guide.html"])
@pytest.mark.parametrize("method", ["GET", "OPTIONS"])
def test_the_browser_may_read_style_and_guide(served: Served, path: str, method: str) -> None:
    request = urllib.request.Request(served.http + path, method=method, headers={"Origin": served.browser})
    with urllib.request.urlopen(request) as answer:
        assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_no_page_of_elsewhere_may_read_the_graph(served: Served) -> None:
    with urllib.request.urlopen(f"{served.http}/v1/relations") as answer:
        assert answer.headers["Access-Control-Allow-Origin"] is None
