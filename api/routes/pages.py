"""The pages for people: the explorer and the description of the API. Nothing is loaded from elsewhere."""

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse

router = APIRouter(include_in_schema=False)
WEB = Path(__file__).parent.parent / "web"


@router.get("/")
def explorer() -> FileResponse:
    """The page where questions are asked."""
    return FileResponse(WEB / "index.html")


@router.get("/docs")
def docs() -> FileResponse:
    """The API, to read and to try."""
    return FileResponse(WEB / "docs.html")
