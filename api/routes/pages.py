"""The pages for people: the explorer and the description of the API. Nothing is loaded from elsewhere."""

from pathlib import Path

from fastapi import APIRouter, HTTPException
from fastapi.responses import FileResponse

router = APIRouter(include_in_schema=False)
WEB = Path(__file__).parent.parent / "web"


@router.get("/")
def explorer() -> FileResponse:
    """The page where people look at the graph; `make setup` builds it from explorer/."""
    page = WEB / "explorer" / "index.html"
    if not page.is_file():
        raise HTTPException(503, "The explorer page is not built: run make setup, which says what it lacks.")
    return FileResponse(page)


@router.get("/docs")
def docs() -> FileResponse:
    """The API, to read and to try."""
    return FileResponse(WEB / "docs.html")
