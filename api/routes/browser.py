"""What Neo4j Browser reads from here: the colours of the graph and a guide of saved queries."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, PlainTextResponse, Response

from api.browser import guide, style
from graph.vocabulary import default_vocabulary

router = APIRouter(prefix="/browser", include_in_schema=False)

# The Browser is a page of another address. Any page may read these two: nothing of the graph is in them.
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, OPTIONS",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "600",
}


@router.get("/style.grass")
def style_sheet() -> Response:
    """The colours: `:style http://localhost:8000/browser/style.grass`."""
    return PlainTextResponse(style(default_vocabulary()), headers=CORS)


@router.get("/guide.html")
def guide_page(request: Request) -> Response:
    """The saved queries: `:play http://localhost:8000/browser/guide.html`."""
    return HTMLResponse(guide(str(request.url.replace(path="/browser/style.grass", query=""))), headers=CORS)


@router.options("/style.grass")
@router.options("/guide.html")
def may_be_read() -> Response:
    """The answer to a page elsewhere that asks first."""
    return Response(status_code=204, headers=CORS)
