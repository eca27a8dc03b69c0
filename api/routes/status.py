"""Whether the server is alive, and whether it is ready."""

from fastapi import APIRouter, Response

from api.answers import AliveAnswer, ReadyAnswer
from api.metrics import MEDIA_TYPE
from api.problems import UNCHANGED
from api.services import Parts

router = APIRouter(tags=["status"])


@router.get("/healthz", responses=UNCHANGED, operation_id="healthz")
def alive() -> AliveAnswer:
    """The process answers."""
    return AliveAnswer(status="alive")


@router.get("/readyz", responses=UNCHANGED, operation_id="readyz")
def ready(parts: Parts) -> ReadyAnswer:
    """The store is reachable and the model loaded; else 503."""
    parts.store.check()
    return ReadyAnswer(status="ready", extractor=parts.extractor.version, codebook=parts.vocabulary.hash)


@router.get(
    "/metrics",
    operation_id="metrics",
    response_class=Response,
    responses=UNCHANGED | {200: {"content": {MEDIA_TYPE: {"schema": {"type": "string"}}}}},
)
def metrics(parts: Parts) -> Response:
    """What was counted and timed since the start, for Prometheus."""
    return Response(parts.metrics.text(), media_type=MEDIA_TYPE)
