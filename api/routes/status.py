"""Whether the server is alive, and whether it is ready."""

from typing import Any

from fastapi import APIRouter, Response

from api.metrics import MEDIA_TYPE
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


@router.get(
    "/metrics",
    operation_id="metrics",
    response_class=Response,
    responses={200: {"content": {MEDIA_TYPE: {}}}},
)
def metrics(parts: Parts) -> Response:
    """What was counted and timed since the start, for Prometheus."""
    return Response(parts.metrics.text(), media_type=MEDIA_TYPE)
