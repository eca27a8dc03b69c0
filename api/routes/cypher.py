"""The same question for Neo4j: as Cypher to paste, and as a link into its Browser."""

from fastapi import APIRouter

from api.answers import CypherAnswer
from api.browser import cypher_of, link
from api.parameters import Filters, described_filters, only
from api.services import Parts
from graph.query import events_query

router = APIRouter(tags=["questions"])


@router.get(
    "/v1/cypher",
    operation_id="cypher",
    dependencies=[only(filters=True)],
    openapi_extra={"parameters": described_filters()},
)
def cypher(parts: Parts, filters: Filters) -> CypherAnswer:
    """The filters as a Cypher query for Neo4j Browser, whatever store answers here."""
    query = events_query(filters, parts.vocabulary)
    return CypherAnswer(query=query.described(), cypher=cypher_of(query), browser=link(parts.settings, query))
