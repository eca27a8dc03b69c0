"""Whether the server is alive, and whether it is ready."""

from typing import Any

from fastapi import APIRouter

from api.services import Parts

router = APIRouter(tags=["status"])


@router.get("/healthz", operation_id="healthz")
def alive() -> dict[str, Any]:
    """The process answers."""
    return {"status": "alive"}


@router.get("/readyz", operation_id="readyz")
def ready(parts: Parts) -> dict[str, Any]:
    """The store is reachable and the model loaded; else 503."""
    parts.store.check()
    return {"status": "ready", "extractor": parts.extractor.version, "codebook": parts.vocabulary.hash}
